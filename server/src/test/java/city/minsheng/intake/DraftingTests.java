package city.minsheng.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import city.minsheng.platform.Concealing;
import city.minsheng.platform.Json;
import city.minsheng.platform.Refusal;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A draft of a language model")
class DraftingTests {

    private static final String SAID = "我叫王小二，身份证11010519491231002X，电话13800138000，家住和顺小区3号楼2单元501室，暖气不热，找过李师傅，冀F12345停在门口。";

    @Nested
    class Conceals {

        @Test
        void whoSomebodyIsBeforeAnythingLeaves() {
            var concealed = Concealing.conceal(SAID, null);

            assertThat(concealed).doesNotContain("王小二", "11010519491231002X", "13800138000", "501", "李师傅", "F12345");
            assertThat(concealed).contains("和顺小区", "暖气不热", "【姓名】", "【电话】", "【楼号】");
        }

        @Test
        void theRequestersNameWhereverItStands() {
            assertThat(Concealing.conceal("请转告欧阳春天，暖气修好了", "欧阳春天")).isEqualTo("请转告【姓名】，暖气修好了");
        }

        @Test
        void nothingThatTheMatterNeeds() {
            var matter = "我是小区业主，12345热线答复说11月15日供暖，室温15度，2号线公交车没有暖气。";

            assertThat(Concealing.conceal(matter, null)).isEqualTo(matter);
        }
    }

    @Nested
    class Cites {

        @Test
        void whatItWasGivenOrIsCalledUnfounded() {
            assertThat(Drafting.unfounded("11月15日供暖[1]，可测温[2]。", 2)).isFalse();
            assertThat(Drafting.unfounded("11月15日供暖。", 2)).isTrue();
            assertThat(Drafting.unfounded("11月15日供暖[3]。", 2)).isTrue();
        }

        @Test
        void sourcesByTheirNumbers() {
            var material = Drafting.material("暖气不热", List.of(new Drafting.Source(1, "t02", "室温不达标", "《供热用热办法》", "不低于18度。")));

            assertThat(material).isEqualTo("诉求：\n暖气不热\n\n资料：\n[1] 室温不达标：不低于18度。（《供热用热办法》）\n");
        }
    }

    @Nested
    class ByAServerInsideTheCity {

        private HttpServer server;
        private volatile String heard = "";
        private volatile String answer = "";
        private volatile int status = 200;

        @BeforeEach
        void start() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/chat/completions", exchange -> {
                heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        @AfterEach
        void stop() {
            server.stop(0);
        }

        private OpenAiCompatible model() {
            return new OpenAiCompatible("http://127.0.0.1:" + server.getAddress().getPort(), "city-model", "");
        }

        @Test
        void isAskedInTheUsualFormAndRead() {
            answer = Json.write(Map.of("choices", List.of(Map.of("message", Map.of("content", " 已安排测温[1]。 ")))));

            assertThat(model().write("起草", Concealing.conceal(SAID, null))).isEqualTo("已安排测温[1]。");
            assertThat(Json.read(heard).path("model").asString()).isEqualTo("city-model");
            assertThat(heard).contains("和顺小区").doesNotContain("13800138000", "王小二");
        }

        @Test
        void thatDoesNotAnswerIsRefusedAndLosesNothing() {
            status = 500;

            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> model().write("起草", "暖气不热")).satisfies(refusal -> assertThat(refusal.code()).isEqualTo("language-model-silent"));
        }
    }

    @Test
    void isOffWithoutAnAddress() {
        assertThat(new OpenAiCompatible("", "", "").isOn()).isFalse();
    }

    @Test
    void neverGoesOutOfTheCitysNetwork() {
        assertThatIllegalStateException().isThrownBy(() -> new OpenAiCompatible("https://8.8.8.8", "m", ""));
        assertThat(OpenAiCompatible.isInside("10.1.2.3")).isTrue();
        assertThat(OpenAiCompatible.isInside("192.168.1.2")).isTrue();
    }
}

package city.minsheng.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@HouseTest(value = "seat_sockets", properties = {"minsheng.telephony=asterisk", "minsheng.asterisk.script="})
@DisplayName("A seat's telephone, through our own origin")
@Tag("telephone")
class SeatSocketTests {

    private final ApplicationContext house;

    SeatSocketTests(ApplicationContext house) {
        this.house = house;
    }

    @DynamicPropertySource
    static void asterisk(DynamicPropertyRegistry properties) {
        var asterisk = AsteriskHouse.open();
        properties.add("minsheng.asterisk.home", () -> asterisk.place.home().toString());
        properties.add("minsheng.asterisk.port", asterisk.place::port);
    }

    private URI address() {
        return URI.create("ws://127.0.0.1:" + ((WebServerApplicationContext) house).getWebServer().getPort() + AsteriskPlace.SOCKET);
    }

    private static WebSocket.Builder with(@Nullable Browser browser) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        return browser == null ? builder : builder.header("Cookie", "MINSHENG=" + browser.cookie("MINSHENG"));
    }

    private int knock(WebSocket.Builder builder) {
        try {
            builder.subprotocols("sip").buildAsync(address(), new WebSocket.Listener() {}).get(5, TimeUnit.SECONDS).abort();
            return 101;
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused ? refused.getResponse().statusCode() : 0;
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Browser seated(String username, String seat) {
        var agent = new Browser(house).as(username);
        for (int i = 0; i < 100 && !agent.get("/api/telephony/seat").json().path("line").asString("").equals("UP"); i++) {
            Stage.sleep(100);
        }
        assertThat(agent.post("/api/telephony/seat/sign-in", "{\"seat\":\"" + seat + "\"}").status()).isEqualTo(200);
        return agent;
    }

    @Test
    void isForNobodyWhoHasNotSignedIn() {
        assertThat(knock(with(null))).isEqualTo(401);
    }

    @Test
    void isForNoPageOfAnotherSite() {
        var agent = seated("agent11", "11");

        assertThat(knock(with(agent).header("Origin", "https://somewhere.example"))).isEqualTo(403);
        assertThat(knock(with(agent).header("Origin", "http://127.0.0.1:" + address().getPort()))).isEqualTo(101);
    }

    @Test
    void isForNobodyWithoutASeat() throws Exception {
        var closed = new CompletableFuture<Integer>();

        with(new Browser(house).as("agent12")).subprotocols("sip").buildAsync(address(), new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
            }
        }).get(5, TimeUnit.SECONDS);

        assertThat(closed.get(5, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    @Test
    void registersThePersonsOwnSeatAlone() throws Exception {
        var agent = new Browser(house).as("agent13");
        seated("agent13", "13");
        var phone = agent.post("/api/telephony/seat/sign-in", "{\"seat\":\"13\"}").json().path("phone");

        assertThat(phone.path("kind").asString("")).isEqualTo("sip");
        assertThat(phone.path("path").asString("")).isEqualTo(AsteriskPlace.SOCKET);
        assertThat(phone.path("uri").asString("")).isEqualTo("sip:seat-13@minsheng");
        var socket = SipSocket.register(with(agent), address(), "seat-13", phone.path("password").asString(""));
        assertThat(socket.status).isEqualTo(200);
        for (int i = 0; i < 60 && !agent.get("/api/telephony/seat").json().path("phoneOnline").asBoolean(); i++) {
            Stage.sleep(100);
        }
        assertThat(agent.get("/api/telephony/seat").json().path("phoneOnline").asBoolean()).isTrue();
        assertThatThrownBy(() -> assertThat(SipSocket.register(with(agent), address(), "seat-1", "any").status).isBetween(200, 499)).isInstanceOf(AssertionError.class);
    }
}

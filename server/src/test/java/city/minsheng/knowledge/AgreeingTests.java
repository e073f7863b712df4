package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@DisplayName("会签: a template says what its department has signed")
class AgreeingTests {

    private static final String CHANGES = "/api/knowledge/templates/changes";
    private final ApplicationContext house;
    private final Stage stage;
    private final JdbcClient jdbc;

    AgreeingTests(ApplicationContext house, Stage stage, JdbcClient jdbc) {
        this.house = house;
        this.stage = stage;
        this.jdbc = jdbc;
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    private static String wish(String title, String body) {
        return JsonMapper.shared().writeValueAsString(Map.of("title", title, "body", body, "department", "reli", "category", "010106", "withdrawal", false));
    }

    private static String moved(String code, String title, String to) {
        return JsonMapper.shared().writeValueAsString(Map.of("code", code, "title", title, "body", "由新单位答复", "department", to, "withdrawal", false,
                "reason", "职责划转"));
    }

    private static String wish(String code, String title, String body, boolean withdrawal) {
        return JsonMapper.shared().writeValueAsString(Map.of("code", code, "title", title, "body", body, "department", "reli", "withdrawal", withdrawal,
                "reason", "缴费方式变了"));
    }

    private @Nullable JsonNode template(String code) {
        for (var each : as("agent02").get("/api/knowledge/templates").json()) {
            if (each.path("code").asString("").equals(code)) {
                return each;
            }
        }
        return null;
    }

    private JsonNode begun(String body) {
        var answer = as("dispatcher02").post(CHANGES, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Browser.Answer does(String username, JsonNode change, String act, String body) {
        return as(username).post(CHANGES + "/" + change.path("id").asString("") + "/" + act, body);
    }

    private String signed(String title) {
        var change = begun(wish(title, "您好，［答复］。"));
        assertThat(does("reli.fuze", change, "sign", "{}").status()).isEqualTo(200);
        return change.path("code").asString("");
    }

    @Test
    void saysTheOldWordsUntilTheNewOnesAreSigned() {
        var code = signed("采暖费缴纳");
        var change = begun(wish(code, "采暖费缴纳", "新的说法", false));

        assertThat(template(code).path("body").asString("")).isEqualTo("您好，［答复］。");
        does("reli.fuze", change, "sign", "{}");
        assertThat(template(code).path("body").asString("")).isEqualTo("新的说法");
        assertThat(template(code).path("signedBy").asString("")).isNotEmpty();
        assertThat(as("agent02").get("/api/knowledge/templates/" + code + "/changes").json().findValuesAsString("state")).containsExactly("SIGNED", "SIGNED");
    }

    @Test
    void isSignedOnlyByItsDepartment() {
        var change = begun(wish("别的单位不能签", "您好。"));

        assertThat(does("rsj.fuze", change, "sign", "{}").status()).isEqualTo(403);
        assertThat(does("dispatcher02", change, "sign", "{}").status()).isEqualTo(403);
    }

    @Test
    void isNotSignedByWhoWroteIt() {
        var own = as("reli.fuze").post(CHANGES, wish("自己写的", "您好。")).json();

        assertThat(does("reli.fuze", own, "sign", "{}").json().path("type").asString("")).endsWith("/own-words");
    }

    @Test
    void takesOneWishAtATime() {
        var code = signed("一次一份");
        begun(wish(code, "一", "一", false));

        assertThat(as("dispatcher02").post(CHANGES, wish(code, "二", "二", false)).json().path("type").asString("")).endsWith("/template-change-open");
    }

    @Test
    void isDecidedOnce() {
        var change = begun(wish("只决定一次", "您好。"));

        assertThat(does("reli.fuze", change, "decline", "{\"reason\":\"不合适\"}").json().path("state").asString("")).isEqualTo("DECLINED");
        assertThat(does("reli.fuze", change, "sign", "{}").json().path("type").asString("")).endsWith("/decided-already");
    }

    @Test
    void isOfferedNoMoreOnceItsWithdrawalIsSigned() {
        var code = signed("要撤下的");
        var change = begun(wish(code, "要撤下的", "您好。", true));
        assertThat(template(code)).isNotNull();

        does("reli.fuze", change, "sign", "{}");
        assertThat(template(code)).isNull();
    }

    @Test
    void isTakenBackOnlyByWhoWroteIt() {
        var change = begun(wish("撤回", "您好。"));

        assertThat(does("dispatcher01", change, "take-back", "{}").status()).isEqualTo(403);
        assertThat(does("dispatcher02", change, "take-back", "{}").json().path("state").asString("")).isEqualTo("TAKEN_BACK");
    }

    @Test
    void namesWhatIsMissing() {
        var answer = as("dispatcher02").post(CHANGES, "{\"code\":\"t05\",\"title\":\"\",\"body\":\"\",\"department\":\"reli\",\"withdrawal\":false}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/title", "/body", "/reason");
        assertThat(as("agent02").get("/api/knowledge/templates/none/changes").status()).isEqualTo(404);
    }

    @Nested
    class MovedToAnotherDepartment {

        @Test
        void itSpeaksForTheOldOneUntilBothHaveSigned() {
            var code = signed("划转");
            var change = begun(moved(code, "划转", "rsj"));
            assertThat(change.path("former").asString("")).isEqualTo("reli");

            assertThat(does("rsj.fuze", change, "sign", "{}").json().path("state").asString("")).isEqualTo("OPEN");
            assertThat(template(code).path("department").asString("")).isEqualTo("reli");

            assertThat(does("reli.fuze", change, "sign", "{}").json().path("state").asString("")).isEqualTo("SIGNED");
            assertThat(template(code).path("department").asString("")).isEqualTo("rsj");
            assertThat(template(code).path("signedBy").asString("")).as("who takes it, though who gives it signed last").isEqualTo(stage.who("rsj.fuze").name());
        }

        @Test
        void theOldOneMaySignFirst() {
            var code = signed("划转，旧单位先签");
            var change = begun(moved(code, "划转，旧单位先签", "rsj"));

            assertThat(does("reli.fuze", change, "sign", "{}").json().path("releasedBy").asString("")).isEqualTo("reli.fuze");
            assertThat(does("rsj.fuze", change, "sign", "{}").json().path("state").asString("")).isEqualTo("SIGNED");
        }

        @Test
        void eachDepartmentSignsOnce() {
            var change = begun(moved(signed("划转，签两次"), "划转，签两次", "rsj"));
            does("rsj.fuze", change, "sign", "{}");

            for (var again : List.of("rsj.fuze", "rsj.banli")) {
                assertThat(does(again, change, "sign", "{}").json().path("type").asString("")).as(again).endsWith("/two-signatures");
            }
        }

        @Test
        void theOldOneMayDecline() {
            var change = begun(moved(signed("划转，旧单位不同意"), "划转，旧单位不同意", "rsj"));
            does("rsj.fuze", change, "sign", "{}");

            assertThat(does("reli.fuze", change, "decline", "{\"reason\":\"职责未划转\"}").json().path("state").asString("")).isEqualTo("DECLINED");
        }

        @Test
        void noThirdOneHasASay() {
            var change = begun(moved(signed("划转，第三个单位"), "划转，第三个单位", "rsj"));

            assertThat(does("zjj.fuze", change, "sign", "{}").status()).isEqualTo(403);
            assertThat(does("zjj.fuze", change, "decline", "{\"reason\":\"x\"}").status()).isEqualTo(403);
        }

        @Test
        void theDatabaseRefusesOneSignatureToo() {
            var change = begun(moved(signed("划转，绕过规则"), "划转，绕过规则", "rsj"));
            does("rsj.fuze", change, "sign", "{}");

            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> jdbc.sql("update template_change set state = 'SIGNED', decided_by = 'rsj.fuze', decided_at = agreed_at where code = :code and state = 'OPEN'")
                            .param("code", change.path("code").asString("")).update())
                    .withMessageContaining("a_moved_template_is_signed_by_both");
        }
    }
}

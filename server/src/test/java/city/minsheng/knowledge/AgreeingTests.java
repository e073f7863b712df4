package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
@DisplayName("会签: a template says what its department has signed")
class AgreeingTests {

    private static final String CHANGES = "/api/knowledge/templates/changes";
    private final ApplicationContext house;

    AgreeingTests(ApplicationContext house) {
        this.house = house;
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    private static String wish(String title, String body) {
        return JsonMapper.shared().writeValueAsString(Map.of("title", title, "body", body, "department", "reli", "category", "010106", "withdrawal", false));
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
}

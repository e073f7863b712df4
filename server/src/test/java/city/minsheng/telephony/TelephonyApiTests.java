package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The hall from outside, over real HTTP, with invented callers. */
@HouseTest(value = "hall_house", properties = {"minsheng.telephony.wrap-up-seconds=30", "minsheng.telephony.rating-seconds=4"})
@DisplayName("The hall's API")
class TelephonyApiTests {

    private final ApplicationContext house;
    private final Stage stage;

    TelephonyApiTests(ApplicationContext house, Stage stage) {
        this.house = house;
        this.stage = stage;
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    private static JsonNode until(Browser browser, Predicate<JsonNode> holds) {
        JsonNode seat = null;
        for (int i = 0; i < 200; i++) {
            seat = browser.get("/api/telephony/seat").json();
            if (holds.test(seat)) {
                return seat;
            }
            Stage.sleep(50);
        }
        throw new AssertionError("not within ten seconds: " + seat);
    }

    private static Predicate<JsonNode> is(String state) {
        return seat -> seat.path("state").asString("").equals(state);
    }

    private Browser ready(String username, String seat) {
        var agent = as(username);
        var answer = agent.post("/api/telephony/seat/sign-in", "{\"seat\":\"" + seat + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        agent.post("/api/telephony/seat/state", "{\"state\":\"READY\"}");
        return agent;
    }

    private void leaves(Browser agent) {
        agent.post("/api/telephony/seat/hang-up", "{}");
        agent.post("/api/telephony/seat/wrap-up", "{\"done\":true}");
        agent.post("/api/telephony/seat/state", "{\"state\":\"NOT_READY\"}");
        assertThat(agent.post("/api/telephony/seat/sign-out", "{}").json().path("state").asString("")).isEqualTo("SIGNED_OUT");
    }

    @Test
    void letsAPersonSignInAnswerHangUpAndWrapUp() {
        var agent = ready("agent07", "7");
        agent.post("/api/demo/calls", "{\"number\":\"19900000001\",\"rating\":5}");

        var ringing = until(agent, is("RINGING"));
        assertThat(ringing.path("call").path("from").asString("")).isEqualTo("199****0001");
        assertThat(ringing.path("call").path("area").asString("")).contains("定州");
        assertThat(ringing.path("may").toString()).contains("answer", "refuse");
        var id = ringing.path("call").path("id").asString("");

        agent.post("/api/telephony/seat/answer", "{}");
        until(agent, is("TALKING"));
        var after = agent.post("/api/telephony/seat/hang-up", "{}").json();
        assertThat(after.path("state").asString("")).isEqualTo("AFTER_CALL");
        assertThat(after.path("wrapUp").path("call").asString("")).isEqualTo(id);

        var done = agent.post("/api/telephony/seat/wrap-up", "{\"code\":\"ANSWERED\",\"done\":true}").json();
        assertThat(done.path("state").asString("")).isEqualTo("READY");
        for (int i = 0; i < 100 && stage.jdbc.sql("select count(*) from call_rating where call_id::text = :id").param("id", id).query(Integer.class).single() == 0; i++) {
            Stage.sleep(100);
        }
        assertThat(stage.jdbc.sql("select ended_as || ' ' || code from phone_call where id::text = :id").param("id", id).query(String.class).single()).isEqualTo("ANSWERED ANSWERED");
        assertThat(stage.jdbc.sql("select stars from call_rating where call_id::text = :id").param("id", id).query(Integer.class).single()).isEqualTo(5);
        assertThat(stage.jdbc.sql("select state from recording where call_id::text = :id").param("id", id).query(String.class).single()).isEqualTo("KEPT");
        leaves(agent);
    }
}

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

    private String talks(Browser agent, String script) {
        agent.post("/api/demo/calls", script);
        var id = until(agent, is("RINGING")).path("call").path("id").asString("");
        agent.post("/api/telephony/seat/answer", "{}");
        until(agent, is("TALKING"));
        return id;
    }

    @Test
    void popsTheCallUpForTheOneAtWhoseSeatItRingsAndForNobodyElse() {
        var agent = ready("agent08", "8");
        var id = talks(agent, "{\"number\":\"19900000002\"}");
        var first = agent.post("/api/desk/calls/" + id + "/register",
                "{\"channel\":\"hotline\",\"kind\":\"COMPLAINT\",\"body\":\"路灯不亮\",\"requester\":{\"name\":\"钱女士\",\"phone\":\"199****0002\"}}");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(agent.post("/api/telephony/flags", "{\"call\":\"" + id + "\",\"kind\":\"HARD_OF_HEARING\",\"evidence\":\"多次要求大声\"}").status()).isEqualTo(200);
        leaves(agent);

        agent = ready("agent08", "8");
        var again = talks(agent, "{\"number\":\"+86 199 0000 0002\"}");
        var pop = agent.get("/api/desk/calls/" + again + "/pop").json();

        assertThat(pop.path("guess").path("name").asString("")).isEqualTo("钱**");
        assertThat(pop.path("open").path(0).path("number").asString("")).isEqualTo(first.json().path("number").asString("?"));
        assertThat(pop.path("open").path(0).path("due").path("dueAt").asString("")).isNotBlank();
        assertThat(pop.path("last").path(0).path("call").asString("")).isEqualTo(id);
        assertThat(pop.path("flags").path(0).path("evidence").asString("")).isEqualTo("多次要求大声");
        assertThat(pop.toString()).doesNotContain("19900000002");
        assertThat(as("agent09").get("/api/desk/calls/" + again + "/pop").status()).isEqualTo(404);
        assertThat(as("reli.banli").get("/api/telephony/calls/" + again).status()).isEqualTo(404);
        assertThat(as("supervisor01").get("/api/telephony/calls/" + again).status()).isEqualTo(200);
        leaves(agent);
    }

    @Test
    void givesAnOrderItsCallsAndPlaysTheirRecordingsToWhomItMay() {
        var agent = ready("agent10", "10");
        var id = talks(agent, "{\"number\":\"19900000003\"}");
        var order = agent.post("/api/desk/calls/" + id + "/register", "{\"channel\":\"hotline\",\"body\":\"垃圾没人收\"}").json().path("id").asString("");
        agent.post("/api/telephony/seat/hang-up", "{}");
        for (int i = 0; i < 100 && !agent.get("/api/desk/orders/" + order + "/calls").text().contains("KEPT"); i++) {
            Stage.sleep(100);
        }
        var calls = agent.get("/api/desk/orders/" + order + "/calls").json();
        var recording = calls.path(0).path("recordings").path(0).path("id").asString("");
        assertThat(calls.path(0).path("call").path("call").asString("")).isEqualTo(id);

        var own = agent.post("/api/telephony/recordings/" + recording + "/plays", "{}");
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        var sound = agent.get(own.json().path("src").asString(""));
        assertThat(sound.header("Content-Type")).contains("audio/wav");
        assertThat(new String(sound.bytes(), 0, 4)).isEqualTo("RIFF");

        var supervisor = as("supervisor01");
        assertThat(supervisor.post("/api/telephony/recordings/" + recording + "/plays", "{}").status()).as("not without a reason").isEqualTo(422);
        var play = supervisor.post("/api/telephony/recordings/" + recording + "/plays", "{\"reason\":\"低分复核\"}").json().path("src").asString("");
        assertThat(supervisor.get(play).status()).isEqualTo(200);
        assertThat(agent.get(play).status()).as("somebody else's play").isEqualTo(404);
        assertThat(as("agent11").post("/api/telephony/recordings/" + recording + "/plays", "{\"reason\":\"好奇\"}").status()).as("a dispatcher may").isEqualTo(200);
        assertThat(as("agent12").post("/api/telephony/recordings/" + recording + "/plays", "{\"reason\":\"好奇\"}").status()).isEqualTo(403);
        assertThat(stage.jdbc.sql("select username || ' ' || reason from recording_play where recording_id::text = :id order by at").param("id", recording).query(String.class).list())
                .containsExactly("agent10 own call", "supervisor01 低分复核", "agent11 好奇");
        leaves(agent);
    }

    @Test
    void callsBackFromTheListAndFromAnOrderWithoutShowingTheNumber() {
        var number = "19900000004";
        var agent = as("agent13");
        agent.post("/api/demo/calls", "{\"number\":\"" + number + "\",\"patienceSeconds\":1}");
        for (int i = 0; i < 100 && !agent.get("/api/telephony/call-backs").text().contains("199****0004"); i++) {
            Stage.sleep(100);
        }
        var list = agent.get("/api/telephony/call-backs");
        assertThat(list.text()).contains("199****0004", "ABANDONED").doesNotContain(number);
        String entry = "";
        for (var one : list.json()) {
            entry = one.path("number").asString("").equals("199****0004") ? one.path("id").asString("") : entry;
        }
        agent.post("/api/telephony/seat/sign-in", "{\"seat\":\"13\"}");
        var calling = agent.post("/api/telephony/call-backs/" + entry + "/call", "{}");
        assertThat(calling.status()).as(calling.text()).isEqualTo(200);
        var other = as("agent14");
        other.post("/api/telephony/seat/sign-in", "{\"seat\":\"14\"}");
        assertThat(other.post("/api/telephony/call-backs/" + entry + "/call", "{}").problem()).isEqualTo("call-back-taken");
        var talking = until(agent, seat -> !seat.path("call").path("answeredAt").isNull() && seat.path("call").has("answeredAt"));
        assertThat(talking.toString()).doesNotContain(number);
        var order = agent.post("/api/desk/calls/" + talking.path("call").path("id").asString("") + "/register", "{\"channel\":\"hotline\",\"body\":\"水压低\"}").json().path("id").asString("");
        leaves(agent);
        assertThat(agent.get("/api/telephony/call-backs?state=DONE").text()).contains("REACHED");

        agent.post("/api/telephony/seat/sign-in", "{}");
        var out = agent.post("/api/desk/orders/" + order + "/call", "{\"to\":\"REQUESTER\"}");
        assertThat(out.status()).as(out.text()).isEqualTo(200);
        assertThat(out.text()).contains("199****0004").doesNotContain(number);
        until(agent, seat -> seat.path("call").path("legs").size() == 2);
        leaves(agent);
        other.post("/api/telephony/seat/sign-out", "{}");
    }

    @Test
    void showsAWallWithoutPeopleAndFiguresThatLeadToTheirCalls() {
        var agent = ready("agent15", "15");
        talks(agent, "{\"number\":\"19900000005\",\"rating\":1}");
        agent.post("/api/telephony/seat/hang-up", "{}");
        var supervisor = as("supervisor01");
        for (int i = 0; i < 100 && supervisor.get("/api/telephony/reviews").json().isEmpty(); i++) {
            Stage.sleep(100);
        }
        var review = supervisor.get("/api/telephony/reviews").json().path(0);
        assertThat(review.path("stars").asInt()).isEqualTo(1);
        assertThat(supervisor.post("/api/telephony/reviews/" + review.path("id").asString("") + "/resolve", "{\"words\":\"\",\"fair\":true}").status()).isEqualTo(422);
        assertThat(supervisor.post("/api/telephony/reviews/" + review.path("id").asString("") + "/resolve", "{\"words\":\"已回听，等候过久所致\",\"fair\":false}").status()).isEqualTo(200);

        Stage.sleep(2100);
        var wall = as("analyst01").get("/api/telephony/wall");
        assertThat(wall.status()).as(wall.text()).isEqualTo(200);
        assertThat(wall.json().path("seats")).hasSize(26);
        assertThat(wall.json().path("curve")).hasSize(48);
        assertThat(wall.json().path("today").path("answered").asInt()).isPositive();
        assertThat(wall.json().path("connect").path("formula").path("en").asString("")).contains("offered");
        assertThat(wall.text()).doesNotContain("卢淑敏", "agent15", "199");

        var figures = supervisor.get("/api/telephony/figures").json().path("rows");
        JsonNode own = null;
        for (var row : figures) {
            own = row.path("code").asString("").equals("agent15") ? row : own;
        }
        assertThat(own).isNotNull();
        assertThat(own.path("handled").asInt()).isEqualTo(supervisor.get("/api/telephony/calls?agent=agent15&what=handled").json().size()).isPositive();
        assertThat(own.path("ratings").asInt()).isOne();
        assertThat(supervisor.get("/api/telephony/figures?by=group").json().path("rows").size()).isPositive();
        assertThat(agent.get("/api/telephony/figures").json().path("rows")).hasSize(1);
        leaves(agent);
    }

    @Test
    void letsOnlyATeamLeadListen() {
        var agent = ready("agent16", "16");
        talks(agent, "{\"number\":\"19900000006\"}");
        var lead = as("agent11");
        assertThat(lead.post("/api/telephony/seats/16/ear", "{\"kind\":\"LISTEN\"}").problem()).isEqualTo("no-seat");
        lead.post("/api/telephony/seat/sign-in", "{\"seat\":\"11\"}");
        var ear = lead.post("/api/telephony/seats/16/ear", "{\"kind\":\"WHISPER\"}");
        assertThat(ear.status()).as(ear.text()).isEqualTo(200);
        assertThat(ear.json().path("listening").path("seat").asString("")).isEqualTo("16");
        assertThat(agent.post("/api/telephony/seats/11/ear", "{\"kind\":\"LISTEN\"}").status()).isEqualTo(403);
        lead.post("/api/telephony/seats/16/ear/end", "{}");
        lead.post("/api/telephony/seat/sign-out", "{}");
        leaves(agent);
    }

    @Test
    void refusesWhatASeatCannotDoInWords() {
        var agent = as("agent17");
        assertThat(agent.post("/api/telephony/seat/answer", "{}").problem()).isEqualTo("no-seat");
        agent.post("/api/telephony/seat/sign-in", "{\"seat\":\"17\"}");
        assertThat(agent.post("/api/telephony/seat/hold", "{}").problem()).isEqualTo("no-call");
        assertThat(as("agent18").post("/api/telephony/seat/sign-in", "{\"seat\":\"17\"}").problem()).isEqualTo("seat-taken");
        assertThat(as("reli.banli").post("/api/telephony/seat/sign-in", "{}").status()).isEqualTo(403);
        assertThat(agent.post("/api/telephony/seat/state", "{\"state\":\"BREAK\"}").status()).isEqualTo(422);
        agent.post("/api/telephony/seat/sign-out", "{}");
    }
}

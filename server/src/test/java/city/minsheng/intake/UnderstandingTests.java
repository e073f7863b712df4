package city.minsheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.platform.Json;
import city.minsheng.workorder.Answering;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@HouseTest("understood")
@DisplayName("Understanding what is typed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderstandingTests {

    private static final String COLD = "你好，我住和顺小区三号楼，家里暖气不热，屋里才十五六度，老人受不了，希望热力公司来测温。";
    private final ApplicationContext house;
    private final Stage stage;
    private final Learner learner;
    private final Models models;
    private final Catalogue catalogue;

    UnderstandingTests(ApplicationContext house, Stage stage, Learner learner, Models models, Catalogue catalogue) {
        this.house = house;
        this.stage = stage;
        this.learner = learner;
        this.models = models;
        this.catalogue = catalogue;
    }

    @BeforeAll
    void onTheFirstDay() {
        learner.learn();
    }

    private JsonNode understood(String body, String phone) {
        var answer = new Browser(house).as("agent01").post("/api/understanding", Json.write(new Understanding.Said(body, null, phone, null, null)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private void received(String body, String phone, String category) {
        var incoming = new Receiving.Incoming("hotline", null, null, Kind.COMPLAINT, category, Level.GENERAL, null, null, null, body,
                new Receiving.From("王小二", phone, false), new Receiving.First(answer(), null, null, null, null, null));
        stage.receiving.receive(incoming, stage.who("agent01"), Role.AGENT);
    }

    private static Answering.Answer answer() {
        return Json.read("{\"answer\":\"您好，已为您登记并告知办理方法，请按说明办理，如有问题请再来电。\"}", Answering.Answer.class);
    }

    @Nested
    class OnTheFirstDay {

        @Test
        void namesTheCategoryWithItsReasonsFromTheCatalogueAlone() {
            var first = understood(COLD, "").path("categories").get(0);

            assertThat(first.path("code").asString()).isEqualTo("010102");
            assertThat(first.path("probability").asDouble()).isGreaterThan(0.3);
            assertThat(first.path("words").toString()).contains("暖气");
        }

        @Test
        void namesThePlaceAndTheAreaAroundIt() {
            var spot = understood(COLD, "").path("spots").get(0);

            assertThat(spot.path("code").asString()).isEqualTo("estate-heshun");
            assertThat(spot.path("area").asString()).isEqualTo("bcq");
        }

        @Test
        void namesTheDepartmentByTheDispatchCatalogue() {
            var department = understood(COLD, "").path("departments").get(0);

            assertThat(department.path("department").asString()).isEqualTo("reli");
            assertThat(department.path("clause").asString()).isNotBlank();
        }

        @Test
        void namesUrgentWords() {
            assertThat(understood("和顺小区有人被困在电梯里，快来人", "").path("urgency").get(0).path("word").asString()).isEqualTo("被困");
        }

        @Test
        void saysNothingOfAWordOrTwo() {
            var nothing = understood("你好", "");

            assertThat(nothing.path("categories")).isEmpty();
            assertThat(nothing.path("twins")).isEmpty();
        }

        @Test
        void isNotForThoseWhoDoNotTakeRequests() {
            assertThat(new Browser(house).as("reli.banli").post("/api/understanding", "{\"body\":\"暖气不热\"}").status()).isEqualTo(403);
        }
    }

    @Nested
    class ARepeatedRequest {

        @Test
        void isShownWithItsEvidenceAndJoinedToNothing() {
            received("永宁小区北门的垃圾桶满了三天没有人清运，夏天气味很大，影响居民出行。", "13900139001", null);

            var twin = understood("永宁小区北门的垃圾桶满了三天没有人清运，夏天气味很大。", "13900139002").path("twins").get(0);

            assertThat(twin.path("sameCaller").asBoolean()).isFalse();
            assertThat(twin.path("title").asDouble()).isGreaterThan(0.85);
            assertThat(twin.path("said").asString()).contains("影响居民出行");
            assertThat(twin.path("words").toString()).contains("垃圾桶");
        }

        @Test
        void ofTheSameCallerIsKnownInOtherWords() {
            received("育英路的树枝压着电线了，担心刮风的时候断下来。", "13900139003", null);

            var twin = understood("育英路树枝压着电线，刮风的时候怕它断下来，我上次打过电话。", "13900139003").path("twins").get(0);

            assertThat(twin.path("sameCaller").asBoolean()).isTrue();
        }
    }

    @Nested
    class Learning {

        @Test
        void takesWhatTheCityDecidesWritesDownHowGoodItIsAndKeepsTheNamesOfPlaces() {
            var ways = List.of("幸福驿站第%d号柜的快递取不出来，屏幕黑了。", "快递放在驿站的%d号格子，柜门打不开，取件码没有用。", "我的包裹在驿站放了%d天，快递柜坏了拿不到。",
                    "驿站的快递柜屏幕不亮，第%d个包裹了，客服不接。");
            for (int i = 0; i < 60; i++) {
                received(ways.get(i % 4).formatted(i), "13900139004", "010205");
            }
            for (int i = 0; i < 3; i++) {
                received("我住碧波花园%d号楼，想问一下电动车在哪里充电。".formatted(i), "1390013901" + i, "010305");
            }

            learner.learn();

            assertThat(models.learnedPlaces()).contains("碧波花园");
            assertThat(understood("幸福驿站的快递取不出来，屏幕是黑的", "").path("categories").get(0).path("code").asString()).isEqualTo("010205");
            var entry = models.all(1).getFirst();
            assertThat(entry.orders()).isGreaterThanOrEqualTo(60);
            assertThat(entry.quality().accuracy()).isGreaterThan(0.5);
            assertThat(entry.why()).isEqualTo(Succession.Why.BETTER_ON_FRESH);
        }

        @Test
        void keepsNoTextInTheDatabase() {
            var bytes = stage.jdbc.sql("select bytes from model where bytes is not null limit 1").query(byte[].class).single();

            assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("暖气", "快递");
        }

        @Test
        void knowsEveryLeafOfTheCatalogue() {
            var current = models.read(models.current(Models.Subject.CATEGORY).orElseThrow()).orElseThrow();

            var leaves = catalogue.categories().values().stream().filter(category -> !category.words().isEmpty()).map(category -> category.code()).toList();
            assertThat(current.labels()).containsAll(leaves);
        }
    }

    @Nested
    class AReply {

        @Test
        void isMarkedWhereItLeavesOutWhatWasAsked() {
            var tale = stage.tale("2026-03-02T09:00").registered();

            var answer = new Browser(house).as("agent01").post("/api/work-orders/" + tale.id() + "/reply-check", "{\"answer\":\"已收到，请联系13800138000。\"}");

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(kinds(answer)).contains("TOO_SHORT", "NO_BASIS", "PHONE");
            assertThat(answer.text()).doesNotContain("13800138000");
        }

        @Test
        void isDraftedByNoMachineUnlessTheCityHasOne() {
            var tale = stage.tale("2026-03-02T10:00").registered();
            var agent = new Browser(house).as("agent01");

            assertThat(agent.get("/api/drafting").json().path("on").asBoolean(true)).isFalse();
            assertThat(agent.post("/api/work-orders/" + tale.id() + "/draft-reply", "{}").problem()).isEqualTo("language-model-off");
        }

        private List<String> kinds(Browser.Answer answer) {
            return Arrays.asList(answer.text().split("\"")).stream().filter(word -> word.matches("[A-Z_]+")).toList();
        }
    }
}

package city.minsheng.gap;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.knowledge.Library;
import city.minsheng.knowledge.Searches;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a house of its own: a count looks at every order. */
@HouseTest("gaps")
@DisplayName("A gap in the knowledge base")
class GapTests {

    private final Stage stage;
    private final Mining mining;
    private final Gaps gaps;
    private final Searches searches;
    private final Library library;

    GapTests(Stage stage, Mining mining, Gaps gaps, Searches searches, Library library) {
        this.stage = stage;
        this.mining = mining;
        this.gaps = gaps;
        this.searches = searches;
        this.library = library;
    }

    private void asked(String body, @Nullable String answer, String category) {
        var first = answer == null ? new Receiving.First(null, null, null, null, null, new Dispatching.Dispatch("wlj", List.of(), null, null))
                : new Receiving.First(new Answering.Answer(answer, null), null, null, null, null, null);
        stage.receiving.receive(new Receiving.Incoming("hotline", null, null, Kind.INQUIRY, category, Level.GENERAL, "ncq", "", null, body,
                new Receiving.From("王小明", "13800138000", false), first), stage.who("dispatcher01"), Role.DISPATCHER);
    }

    private List<Gaps.Gap> about(String word) {
        mining.count();
        return gaps.open().stream().filter(gap -> gap.topic().contains(word)).toList();
    }

    @Test
    void isWhatWasPassedOnThoughALikeQuestionWasAnsweredAtOnce() {
        asked("请问塔楼夜游灯光秀门票多少钱，我的电话13912345678", null, "130101");
        asked("塔楼夜游灯光秀的门票多少钱一张", null, "130101");
        asked("想问塔楼夜游灯光秀门票多少钱", "灯光秀门票二十元，老人免费，咨询电话13712345678。", "130101");
        asked("塔楼夜游灯光秀门票价格多少钱啊", "二十元。", "130101");
        asked("博物馆的讲解器坏了", null, "130101");

        assertThat(about("讲解器")).isEmpty();
        assertThat(about("灯光秀")).singleElement().satisfies(gap -> {
            assertThat(gap.transferred()).isEqualTo(2);
            assertThat(gap.answered()).isEqualTo(2);
            assertThat(gap.saves()).isEqualTo(1);
            assertThat(gap.owner()).isEqualTo("wlj");
            assertThat(gap.topic() + gap.reply() + gap.asked()).doesNotContain("13912345678", "13712345678");
            assertThat(gap.reply()).startsWith("灯光秀门票二十元");
            assertThat(gap.orders()).hasSize(2);
        });
    }

    @Test
    void becomesADraftByOneClickAndStaysSoWhenCountedAgain() {
        asked("文庙研学活动在哪里报名参加", null, "130102");
        asked("文庙研学活动哪里报名参加呢", "在文化馆公众号报名，每周六上午开展。", "130102");
        var gap = about("文庙研学").getFirst();

        var code = gaps.draft(gap.id(), stage.who("supervisor01"));

        assertThat(gaps.draft(gap.id(), stage.who("supervisor01"))).isEqualTo(code);
        var draft = library.show(code, stage.who("supervisor01")).draft();
        assertThat(draft.text().answer()).isEqualTo("在文化馆公众号报名，每周六上午开展。");
        assertThat(draft.text().owner()).isEqualTo("wlj");
        assertThat(draft.text().basis()).isEmpty();
        assertThat(about("文庙研学")).singleElement().satisfies(again -> assertThat(again.article()).isEqualTo(code));
    }

    @Test
    void isAlsoWhatWasLookedForInVainMoreThanOnce() {
        searches.keep(new Searches.Search("无人机飞行报备在哪里办", null, null, null, true), false);
        searches.keep(new Searches.Search("无人机飞行报备去哪里办理", null, null, null, true), false);

        assertThat(about("无人机")).singleElement().satisfies(gap -> assertThat(gap.searches()).isEqualTo(2));
        assertThat(gaps.figures().inVain()).contains("无人机飞行报备在哪里办");
    }

    @Test
    void isGoneOnceSomebodySaysThatItNeedNotBeWritten() {
        searches.keep(new Searches.Search("隔壁老猫叫什么名字", null, null, null, true), false);
        searches.keep(new Searches.Search("隔壁老猫叫什么名字呀", null, null, null, true), false);
        gaps.close(about("老猫").getFirst().id());

        assertThat(about("老猫")).isEmpty();
    }

    @Test
    void isCountedByItselfEveryHour() {
        searches.keep(new Searches.Search("皮影戏社团在哪里报到", null, null, null, true), false);
        searches.keep(new Searches.Search("皮影戏社团去哪里报到", null, null, null, true), false);
        mining.count();
        searches.keep(new Searches.Search("风筝比赛几点开始检录", null, null, null, true), false);
        searches.keep(new Searches.Search("风筝比赛几点开始检录呢", null, null, null, true), false);

        mining.run();
        assertThat(gaps.open()).noneMatch(gap -> gap.topic().contains("风筝"));
        Time.at(Instant.now().plus(Duration.ofMinutes(61)), () -> {
            mining.run();
            return true;
        });
        assertThat(gaps.open()).anyMatch(gap -> gap.topic().contains("风筝"));
    }

    @Test
    void isLookedForAtOnceWhereNoneHasBeenFoundYet() {
        stage.jdbc.sql("delete from gap").update();
        searches.keep(new Searches.Search("糖画手艺展在哪里看", null, null, null, true), false);
        searches.keep(new Searches.Search("糖画手艺展去哪里看", null, null, null, true), false);

        mining.run();
        assertThat(gaps.open()).anyMatch(gap -> gap.topic().contains("糖画"));
    }
}

package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An article's whole life on a moved clock, in a house of its own: the clock is moved past the dates of the sample city too. */
@HouseTest("knowledge")
@DisplayName("The life of an article")
class ArticleLifeTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneId.of("Asia/Shanghai"));
    private static final Duration DAY = Duration.ofDays(1);
    private final Stage stage;
    private final Writing writing;
    private final Signing signing;
    private final Corrections corrections;
    private final Library library;
    private final Shelf shelf;
    private final Searches searches;
    private final Expiring expiring;

    ArticleLifeTests(Stage stage, Writing writing, Signing signing, Corrections corrections, Library library, Shelf shelf, Searches searches, Expiring expiring) {
        this.stage = stage;
        this.writing = writing;
        this.signing = signing;
        this.corrections = corrections;
        this.library = library;
        this.shelf = shelf;
        this.searches = searches;
        this.expiring = expiring;
    }

    @AfterEach
    void everyPromiseHolds() {
        assertThat(stage.lies()).isEmpty();
    }

    private static Text text(String question, String answer, @Nullable Instant expiresAt) {
        return new Text(question, List.of(question + "怎么弄"), answer, "定州市示例规定", "定示〔2026〕9号", "", "身份证", "", "", "rsj", "030101", null, "", true,
                null, TODAY.plusDays(200), expiresAt);
    }

    private String draft(String question) {
        return writing.begin(text(question, "请带身份证到就业服务中心。", NOW.plus(DAY.multipliedBy(300))), Writing.Origin.DESK, stage.who("rsj.banli"));
    }

    private String submitted(String question) {
        var code = draft(question);
        writing.submit(code, revision(code), stage.who("rsj.banli"));
        return code;
    }

    private String published(String question) {
        var code = submitted(question);
        signing.publish(code, revision(code), stage.who("rsj.fuze"));
        return code;
    }

    private int revision(String code) {
        return library.show(code, stage.who("supervisor01")).revision();
    }

    private Library.Shown shown(String code) {
        return library.show(code, stage.who("supervisor01"));
    }

    private List<String> found(String words) {
        return shelf.find(new Shelf.Wish(words, null, null, false, List.of(), 8)).stream().map(hit -> hit.version().code()).toList();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::code).isEqualTo(code);
    }

    private List<String> told(String code) {
        stage.delivered();
        return stage.jdbc.sql("select kind || ' ' || username from notice where number = :code order by at, username").param("code", code).query(String.class).list();
    }

    private WorkOrder answered(String code, int version) {
        var first = new Receiving.First(new Answering.Answer("请带身份证到就业服务中心。", null, code, version), null, null, null, null, null);
        return stage.receiving.receive(new Receiving.Incoming("hotline", null, null, null, "030101", null, null, "", null, "想学个技术", null, first),
                stage.who("agent01"), Role.AGENT);
    }

    /** Perhaps an answer, perhaps not: an agent reads before telling it, and the hit rate does not count it. */
    @Test
    void standsBehindFewAnswersWhereItOnlyHasSomeOfTheWords() {
        var code = published("皮影雕刻体验课程");
        var wish = new Shelf.Wish("请问皮影要钱吗", null, null, false, List.of(), 8);
        var found = shelf.find(wish);

        assertThat(found).extracting(hit -> hit.version().code()).doesNotContain(code);
        assertThat(shelf.byWords(wish, found)).extracting(hit -> hit.version().code()).contains(code);
        assertThat(shelf.byWords(new Shelf.Wish("请问火星要钱吗", null, null, false, List.of(), 8), List.of())).extracting(hit -> hit.version().code()).doesNotContain(code);
    }

    @Nested
    class ADraft {

        @Test
        void isReviewedByItsOwnerAndThenTold() {
            var code = draft("木匠培训班报名");
            assertThat(found("木匠培训班怎么报名")).doesNotContain(code);

            writing.submit(code, revision(code), stage.who("rsj.banli"));
            assertThat(shown(code).clocks()).singleElement().satisfies(clock -> {
                assertThat(clock.kind()).isEqualTo("REVIEW");
                assertThat(clock.holder()).isEqualTo("rsj");
            });
            assertThat(found("木匠培训班怎么报名")).doesNotContain(code);
            signing.publish(code, revision(code), stage.who("rsj.fuze"));

            assertThat(found("木匠培训班怎么报名")).first().isEqualTo(code);
            assertThat(shown(code).clocks()).isEmpty();
            assertThat(told(code)).contains("knowledge.submit rsj.fuze", "knowledge.publish rsj.banli");
        }

        @Test
        void isNotPublishedByWhoeverWroteIt() {
            var code = submitted("瓦匠培训班报名");

            refused("own-words", () -> signing.publish(code, revision(code), stage.who("rsj.banli")));
        }

        @Test
        void isNotPublishedByAnotherDepartmentNorByTheHotline() {
            var code = submitted("电工培训班报名");

            assertThatThrownBy(() -> signing.publish(code, revision(code), stage.who("zjj.fuze"))).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> signing.publish(code, revision(code), stage.who("supervisor01"))).isInstanceOf(NotYours.class);
        }

        @Test
        void needsAnAnswerABasisAndAReviewDateBeforeItIsSubmitted() {
            var bare = new Text("厨师培训班报名", List.of(), "", "", "", "", "", "", "", "rsj", null, null, "", true, null, null, null);
            var code = writing.begin(bare, Writing.Origin.DESK, stage.who("expert-rs01"));

            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> writing.submit(code, revision(code), stage.who("expert-rs01")))
                    .satisfies(e -> assertThat(e.fields()).extracting(Invalid.Field::pointer).contains("/answer", "/basis", "/reviewOn"));
        }

        @Test
        void goesBackToItsWriterWithAReason() {
            var code = submitted("美发培训班报名");

            signing.sendBack(code, revision(code), "地点写错了", stage.who("rsj.fuze"));

            assertThat(shown(code).draft().status()).isEqualTo(Status.DRAFT);
            assertThat(shown(code).steps().getLast().reason()).isEqualTo("地点写错了");
            assertThat(told(code)).contains("knowledge.send-back rsj.banli");
        }

        @Test
        void isNotWrittenOverByTheSlowerOfTwo() {
            var code = draft("养殖培训班报名");
            int seen = revision(code);
            writing.write(code, seen, text("养殖培训班报名", "甲的话", null), stage.who("rsj.banli"));

            refused("article-changed", () -> writing.write(code, seen, text("养殖培训班报名", "乙的话", null), stage.who("rsj.banli2")));
        }

        @Test
        void isNoBusinessOfAnAgent() {
            assertThatThrownBy(() -> writing.begin(text("问题", "答", null), Writing.Origin.DESK, stage.who("agent02"))).isInstanceOf(NotYours.class);
        }
    }

    @Nested
    class APublishedArticle {

        @Test
        void isStampedOnTheAnswerWithItsVersionAndCanBeShownAsItWasGiven() {
            var code = published("花艺培训班报名");
            var order = answered(code, 1);
            writing.revise(code, revision(code), "地点变了", stage.who("rsj.banli"));
            writing.write(code, revision(code), text("花艺培训班报名", "请到新址报名。", null), stage.who("rsj.banli"));
            writing.submit(code, revision(code), stage.who("rsj.banli"));
            signing.publish(code, revision(code), stage.who("rsj.fuze"));

            var view = stage.reading.view(order.id(), stage.who("agent01"));
            assertThat(view.source().article()).isEqualTo(code);
            assertThat(view.source().articleVersion()).isEqualTo(1);
            assertThat(library.version(code, 1).text().answer()).isEqualTo("请带身份证到就业服务中心。");
            assertThat(library.version(code, 1).status()).isEqualTo(Status.SUPERSEDED);
            assertThat(shelf.inForce(code).orElseThrow().text().answer()).isEqualTo("请到新址报名。");
            stage.delivered();
            assertThat(shown(code).uses()).isEqualTo(1);
        }

        @Test
        void isToldUnchangedWhileItsNextVersionIsWrittenAndReviewed() {
            var code = published("茶艺培训班报名");
            writing.revise(code, revision(code), "要改", stage.who("rsj.banli"));
            writing.write(code, revision(code), text("茶艺培训班报名", "新的话", null), stage.who("rsj.banli"));

            assertThat(shelf.inForce(code).orElseThrow().text().answer()).isEqualTo("请带身份证到就业服务中心。");
            refused("article-at-work", () -> writing.revise(code, revision(code), "再改", stage.who("rsj.banli")));
        }

        @Test
        void neverChangesNotEvenInTheDatabase() {
            var code = published("月嫂培训班报名");

            assertThatThrownBy(() -> stage.jdbc.sql("update article_version set answer = '别的' where article = (select id from article where code = :code)")
                    .param("code", code).update()).hasMessageContaining("never changes");
        }

        @Test
        void thatBeginsLaterLeavesTheOldOneUntilThen() {
            var code = published("钢琴调律培训班");
            writing.revise(code, revision(code), "明年", stage.who("rsj.banli"));
            var next = text("钢琴调律培训班", "明年的话", null).dated(NOW.plus(DAY.multipliedBy(3)), TODAY.plusDays(300), null);
            writing.write(code, revision(code), next, stage.who("rsj.banli"));
            writing.submit(code, revision(code), stage.who("rsj.banli"));
            signing.publish(code, revision(code), stage.who("rsj.fuze"));

            assertThat(shelf.inForce(code).orElseThrow().version()).isEqualTo(1);
            Time.at(NOW.plus(DAY.multipliedBy(4)), () -> {
                assertThat(shelf.inForce(code).orElseThrow().version()).isEqualTo(2);
                expiring.run();
                return true;
            });
            assertThat(library.version(code, 1).status()).isEqualTo(Status.SUPERSEDED);
        }
    }

    @Nested
    class WhenItsTimeIsUp {

        @Test
        void itIsGoneFromTheDeskAtItsHourThoughNoJobHasRun() {
            var code = published("缝纫培训班报名");
            var expiry = NOW.plus(DAY.multipliedBy(300));

            Time.at(expiry.minusSeconds(1), () -> assertThat(found("缝纫培训班怎么报名")).contains(code));
            Time.at(expiry, () -> assertThat(found("缝纫培训班怎么报名")).doesNotContain(code));
            Time.at(expiry, () -> {
                refused("article-not-in-force", () -> answered(code, 1));
                return true;
            });
        }

        @Test
        void itsOwnerIsAskedThenRemindedAndThenTheSupervisorsHearOfIt() {
            var code = published("插花培训班报名");
            Time.at(NOW.plus(DAY.multipliedBy(201)), () -> {
                expiring.run();
                return true;
            });
            assertThat(shown(code).live().status()).isEqualTo(Status.DUE);
            assertThat(shown(code).clocks()).singleElement().satisfies(clock -> assertThat(clock.kind()).isEqualTo("RENEW"));
            var due = shown(code).clocks().getFirst().dueAt();

            Time.at(due.minus(Duration.ofHours(12)), () -> {
                expiring.run();
                expiring.run();
                return true;
            });
            Time.at(due.plusSeconds(60), () -> {
                expiring.run();
                expiring.run();
                return true;
            });

            assertThat(told(code)).contains("knowledge.fall-due rsj.fuze", "knowledge.remind rsj.fuze", "knowledge.report supervisor01");
            assertThat(told(code).stream().filter("knowledge.report supervisor01"::equals)).hasSize(1);
        }

        @Test
        void itComesBackWithNewDatesAsAVersionOfItsOwn() {
            var code = published("修脚培训班报名");
            Time.at(NOW.plus(DAY.multipliedBy(301)), () -> {
                expiring.run();
                assertThat(shelf.inForce(code)).isEmpty();
                assertThat(library.version(code, 1).status()).isEqualTo(Status.EXPIRED);
                signing.renew(code, revision(code), new Signing.Renewal(TODAY.plusDays(600), null, "仍然适用"), stage.who("rsj.fuze"));
                assertThat(shelf.inForce(code).orElseThrow().version()).isEqualTo(2);
                return true;
            });
            assertThat(shown(code).clocks()).isEmpty();
        }

        @Test
        void itIsRetiredByTheHeadAndOwedNoMore() {
            var code = published("打字培训班报名");
            signing.withdraw(code, revision(code), "不再举办", stage.who("rsj.banli"));
            assertThat(shown(code).clocks()).isNotEmpty();

            signing.retire(code, revision(code), "不再举办", stage.who("rsj.fuze"));

            assertThat(shown(code).clocks()).isEmpty();
            assertThat(found("打字培训班怎么报名")).doesNotContain(code);
        }
    }

    @Nested
    class ACorrection {

        @Test
        void hasAClockThatItsOwnerHoldsAndBecomesTheNextDraft() {
            var code = published("保安培训班报名");
            var correction = corrections.raise(code, 1, new Corrections.Doubt("群众说已搬到新址，他的电话是13912345678", null), stage.who("agent02"));

            assertThat(correction.words()).doesNotContain("13912345678");
            assertThat(correction.dueAt()).isAfter(Instant.now());
            assertThat(shown(code).clocks()).singleElement().satisfies(clock -> assertThat(clock.kind()).isEqualTo("CORRECT"));
            corrections.take(correction.id(), "属实", stage.who("rsj.banli"));

            assertThat(shown(code).clocks()).isEmpty();
            assertThat(shown(code).draft()).isNotNull();
            assertThat(told(code)).contains("knowledge.doubt rsj.fuze", "knowledge.decide agent02");
            refused("correction-decided", () -> corrections.decline(correction.id(), "不属实", stage.who("rsj.fuze")));
        }

        @Test
        void isDecidedByTheOwnerOnlyAndDeclinedWithAReason() {
            var code = published("护工培训班报名");
            var correction = corrections.raise(code, 1, new Corrections.Doubt("收费不对", null), stage.who("agent02"));

            assertThatThrownBy(() -> corrections.decline(correction.id(), "对的", stage.who("zjj.fuze"))).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> corrections.decline(correction.id(), " ", stage.who("rsj.fuze"))).isInstanceOf(Invalid.class);
            assertThat(corrections.decline(correction.id(), "收费以公示为准", stage.who("rsj.fuze")).state()).isEqualTo("DECLINED");
        }
    }

    @Nested
    class TheSearchRecord {

        @Test
        void keepsNoNumberAndNoName() {
            assertThat(Searches.withoutPeople("我是王先生，电话13912345678，身份证130682199001011234，住3号楼2单元501室，问油漆工培训"))
                    .isEqualTo("我是先生，电话，身份证，住，问油漆工培训");
        }

        @Test
        void countsWhatWasFoundToldAndMissing() {
            var before = Instant.now().minusSeconds(1);
            published("玉雕培训班报名");
            searches.keep(new Searches.Search("玉雕培训班怎么报名", null, null, "x", false), false);
            searches.keep(new Searches.Search("火星移民签证官姓甚名谁", null, null, null, true), false);

            assertThat(searches.rate(before)).isEqualTo(new Searches.Rate(2, 1, 1, 1));
            assertThat(searches.inVain(before)).extracting(Searches.Kept::words).containsExactly("火星移民签证官姓甚名谁");
        }
    }
}

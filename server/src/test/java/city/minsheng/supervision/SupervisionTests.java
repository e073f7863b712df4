package city.minsheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Catalogue;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Solved;
import city.minsheng.workorder.Urging;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.dao.DataIntegrityViolationException;

@HouseTest("supervised")
@DisplayName("The supervision office")
class SupervisionTests {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private final Stage stage;
    private final Comparing comparing;
    private final Excluding excluding;
    private final Watchful watchful;
    private final Reminding reminding;
    private final Proposing proposing;
    private final Issuing issuing;
    private final Measures measures;
    private final Disputing disputing;
    private final Papers papers;
    private final PdfPapers pdf;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;

    SupervisionTests(Stage stage, Comparing comparing, Excluding excluding, Watchful watchful, Reminding reminding, Proposing proposing, Issuing issuing, Measures measures,
            Disputing disputing, Papers papers, PdfPapers pdf, Catalogue catalogue, JdbcClient jdbc) {
        this.stage = stage;
        this.comparing = comparing;
        this.excluding = excluding;
        this.watchful = watchful;
        this.reminding = reminding;
        this.proposing = proposing;
        this.issuing = issuing;
        this.measures = measures;
        this.disputing = disputing;
        this.papers = papers;
        this.pdf = pdf;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private Comparing.Figure figure(String department, Rate rate, LocalDate from, LocalDate to) {
        return comparing.table(from, to).departments().stream().filter(line -> line.department().equals(department)).findFirst()
                .map(line -> line.rates().getOrDefault(rate.name(), new Comparing.Figure(0, 0, 0, 0))).orElse(new Comparing.Figure(0, 0, 0, 0));
    }

    @Nested
    class ARate {

        @Test
        void countsALimitFromTheMomentItWasKeptOrMissed() {
            var day = LocalDate.of(2025, 6, 3);
            var kept = stage.tale("2025-06-03T09:00").registered().dispatched("gongshui").later(Duration.ofMinutes(30)).accepted();
            var missed = stage.tale("2025-06-03T09:00").registered().dispatched("gongshui").later(Duration.ofDays(2)).accepted();

            var figure = figure("gongshui", Rate.ACCEPTED_IN_TIME, day, day.plusDays(3));

            assertThat(figure.n()).isEqualTo(2);
            assertThat(figure.hits()).isEqualTo(1);
            assertThat(comparing.orders(Rate.ACCEPTED_IN_TIME, day, day.plusDays(3), "gongshui", true, false)).extracting(Row::id).containsExactly(kept.id());
            assertThat(comparing.orders(Rate.ACCEPTED_IN_TIME, day, day.plusDays(3), "gongshui", false, false)).extracting(Row::id).containsExactly(missed.id());
        }

        @Test
        void isNotHelpedByReturningInTimeNorHurtByIt() {
            var day = LocalDate.of(2025, 7, 1);
            stage.tale("2025-07-01T09:00").registered().dispatched("ranqi").later(Duration.ofMinutes(10)).returned().later(Duration.ofHours(1)).reassigned("zjj");

            assertThat(figure("ranqi", Rate.ACCEPTED_IN_TIME, day, day.plusDays(10)).n()).isZero();
            assertThat(figure("ranqi", Rate.RETURNED, day, day)).isEqualTo(new Comparing.Figure(1, 1, 1, 1));
            assertThat(figure("ranqi", Rate.FIRST_RIGHT, day, day)).isEqualTo(new Comparing.Figure(1, 0, 1, 0));
        }

        @Test
        void ofSatisfactionAsksOnlyWhoRated() {
            var day = LocalDate.of(2025, 8, 5);
            stage.tale("2025-08-05T09:00").registered().answered("gongdian").closed(Solved.YES, Rating.VERY);
            stage.tale("2025-08-05T09:00").registered().answered("gongdian").closed(Solved.NO, Rating.NO);
            var silent = stage.tale("2025-08-05T09:00").registered().answered("gongdian");
            for (int i = 0; i < 3; i++) {
                silent.later(Duration.ofHours(2)).attempted();
            }
            silent.later(Duration.ofHours(2)).unreachable();

            assertThat(figure("gongdian", Rate.SATISFIED, day, day.plusDays(1))).isEqualTo(new Comparing.Figure(2, 1, 2, 1));
            assertThat(figure("gongdian", Rate.SOLVED, day, day.plusDays(1))).isEqualTo(new Comparing.Figure(2, 1, 2, 1));
            assertThat(figure("gongdian", Rate.CALLED_BACK, day, day.plusDays(1))).isEqualTo(new Comparing.Figure(3, 2, 3, 2));
        }

        @Test
        void isWhatTheStepsAddUpToAndALieIsFound() {
            var tale = stage.tale("2025-09-02T09:00").registered().answered("reli").closed(Solved.YES, Rating.VERY);
            assertThat(stage.lies()).isEmpty();

            stage.jdbc.sql("update assignment set returned_at = assigned_at where order_id = :id").param("id", tale.id()).update();
            assertThat(stage.lies()).anySatisfy(lie -> assertThat(lie.what()).contains("RETURNED"));

            stage.jdbc.sql("update assignment set returned_at = null where order_id = :id").param("id", tale.id()).update();
            assertThat(stage.lies()).isEmpty();
        }
    }

    @Nested
    class AnExclusion {

        private final Excluding.Wish wish = new Excluding.Wish(Excluding.Code.UNREASONABLE, List.of(Rate.SATISFIED), "要求赔偿停暖期间的宾馆费用", "沟通记录两次");

        private Tale dissatisfied(String at, String department) {
            return stage.tale(at).registered().answered(department).closed(Solved.NO, Rating.NO);
        }

        @Test
        void leavesTheRawFigureAndMendsTheAdjustedOne() {
            var day = LocalDate.of(2025, 10, 14);
            var tale = dissatisfied("2025-10-14T09:00", "rsj");
            stage.tale("2025-10-14T09:00").registered().answered("rsj").closed(Solved.YES, Rating.YES);
            var id = excluding.ask(tale.id(), wish, stage.who("rsj.banli"));
            assertThat(figure("rsj", Rate.SATISFIED, day, day)).isEqualTo(new Comparing.Figure(2, 1, 2, 1));

            excluding.decide(id, true, "证据充分", stage.who("supervisor01"));

            assertThat(figure("rsj", Rate.SATISFIED, day, day)).isEqualTo(new Comparing.Figure(2, 1, 1, 1));
            assertThat(figure("rsj", Rate.SOLVED, day, day)).as("only what was asked for").isEqualTo(new Comparing.Figure(2, 1, 2, 1));
            assertThat(excluding.ofOrder(tale.id())).singleElement().satisfies(one -> assertThat(one.granted()).isTrue());
        }

        private void granted(String at, String department, int orders, int excluded) {
            for (int i = 0; i < orders; i++) {
                var tale = stage.tale(at).registered().dispatched(department);
                if (i < excluded) {
                    excluding.decide(excluding.ask(tale.id(), wish, stage.who("supervisor02")), true, "证据充分", stage.who("supervisor01"));
                }
            }
        }

        @Test
        void jumpsAgainstTheDepartmentsOwnPastAndSaysHowUnlikelyThatIs() {
            granted("2025-01-06T09:00", "tongxin", 12, 0);
            granted("2025-02-10T09:00", "tongxin", 12, 8);
            granted("2025-01-06T09:00", "gongjiao", 12, 6);
            granted("2025-02-10T09:00", "gongjiao", 12, 8);

            var warned = watchful.warned(LocalDate.of(2025, 2, 10), LocalDate.of(2025, 2, 12)).stream().filter(one -> one.against() == Watchful.Against.OWN_PAST).toList();

            assertThat(warned).singleElement().satisfies(one -> {
                assertThat(one.department()).isEqualTo("tongxin");
                assertThat(one.excluded()).isEqualTo(8);
                assertThat(one.of()).isEqualTo(12);
                assertThat(one.usual()).isZero();
                assertThat(one.chance()).isLessThan(0.001);
            });
            assertThat(comparing.table(LocalDate.of(2025, 2, 10), LocalDate.of(2025, 2, 12)).warned()).containsAll(warned);
        }

        @Test
        void isDecidedBySomebodyElseInTheDatabaseToo() {
            var tale = dissatisfied("2025-10-20T09:00", "ybj");
            var id = excluding.ask(tale.id(), wish, stage.who("supervisor01"));

            assertThatExceptionOfType(NotYours.class).isThrownBy(() -> excluding.decide(id, true, "可以", stage.who("supervisor01")));
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> stage.jdbc.sql(
                    "update exclusion set granted = true, decided_by = asked_by, decided_at = asked_at, words = 'x' where id = :id").param("id", id).update())
                    .withMessageContaining("the_decision_is_somebody_elses");
        }

        @Test
        void isAskedForOnceAndByTheDepartmentThatLeads() {
            var tale = dissatisfied("2025-10-21T09:00", "jyj");
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> excluding.ask(tale.id(), wish, stage.who("reli.banli")));
            excluding.ask(tale.id(), wish, stage.who("jyj.banli"));

            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> excluding.ask(tale.id(), wish, stage.who("jyj.banli")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("excluded-already"));
        }
    }

    @Nested
    class AReminder {

        @Test
        void isReadByTheDepartmentAndShowsWhatItDidThenAlsoOnTheDailySheet() throws Exception {
            var tale = stage.tale("2025-11-04T09:00").registered().dispatched("reli").later(Duration.ofHours(26))
                    .act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder("请今日签收", Urging.Way.IN_APP)));
            stage.delivered();
            var reminder = reminding.ofOrder(tale.id()).getFirst();
            assertThat(reminder.did()).isNull();
            assertThat(reminding.unread(stage.who("reli.banli"))).extracting(Reminding.Reminder::id).contains(reminder.id());
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> reminding.read(reminder.id(), stage.who("zjj.banli")));

            reminding.read(reminder.id(), stage.who("reli.banli"));
            tale.later(Duration.ofMinutes(20)).accepted();

            var after = reminding.ofOrder(tale.id()).getFirst();
            assertThat(after.readBy()).isEqualTo("reli.banli");
            try (var sheet = new XWPFDocument(new ByteArrayInputStream(papers.dailySheet(LocalDate.of(2025, 11, 5)))); var text = new XWPFWordExtractor(sheet)) {
                assertThat(text.getText()).contains("每日督办情况", tale.order().number(), "签收").doesNotContain("{{");
            }
            var day = LocalDate.of(2025, 11, 5);
            var shown = papers.sheet(day);
            try (var sheet = Loader.loadPDF(pdf.dailySheet(day))) {
                var said = bare(new PDFTextStripper().getText(sheet));
                assertThat(said).contains(bare(shown.office()), "每日督办情况", bare(shown.day()), "未签收%d件，今日到期%d件，已超期%d件，待回访%d件".formatted(
                        shown.unaccepted(), shown.dueToday(), shown.overdue(), shown.notCalledBack()), "今日催办%d件，其中已阅%d件，催办后已有动作%d件".formatted(
                        shown.reminded(), shown.read(), shown.acted()));
                assertThat(shown.reminders()).isNotEmpty().allSatisfy(one -> assertThat(said).contains(one.order().split(" ")[0], bare(one.at())));
                assertThat(shown.standings()).isNotEmpty().allSatisfy(one -> assertThat(said).contains(one.department() + one.open() + one.unaccepted() + one.dueToday() + one.overdue()));
            }
            assertThat(after.did()).isEqualTo(new Reminding.Effect("ACCEPT", tale.now(), 20));
            assertThat(reminding.unread(stage.who("reli.banli"))).extracting(Reminding.Reminder::id).doesNotContain(reminder.id());
        }

        @Test
        void bySmsGoesToTheDutyPhoneAndIsReadOnTheScreenToo() {
            var tale = stage.tale("2025-11-05T09:00").registered().dispatched("reli").later(Duration.ofHours(2))
                    .act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder("请尽快签收", Urging.Way.SMS)));
            stage.delivered();

            var sent = jdbc.sql("select department, number, words from reminder_message where order_id = :order").param("order", tale.id()).query().singleRow();
            assertThat(sent).containsEntry("department", "reli");
            assertThat((String) sent.get("number")).isNotEmpty();
            assertThat((String) sent.get("words")).contains(tale.order().number(), "请尽快签收").doesNotContain(tale.order().title());
            assertThat(reminding.unread(stage.who("reli.banli"))).extracting(Reminding.Reminder::order).contains(tale.id());
        }

        @Test
        void byPhoneStaysInTheListOfCallsUntilSomebodyHasAnswered() {
            var tale = stage.tale("2025-11-05T10:00").registered().dispatched("zjj").later(Duration.ofHours(2))
                    .act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder(null, Urging.Way.PHONE)));
            stage.delivered();
            var task = reminding.toPhone().stream().filter(one -> one.order().equals(tale.id())).findFirst().orElseThrow();
            assertThat(task.phone()).isNotBlank();

            reminding.phoned(task.id(), "值班员");

            assertThat(reminding.toPhone()).extracting(Reminding.Reminder::order).doesNotContain(tale.id());
        }

        @Test
        void thatIsIgnoredForAWorkingDayCallsForANotice() {
            var tale = stage.tale("2025-11-06T09:00").registered().dispatched("reli").later(Duration.ofHours(30))
                    .act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder(null, Urging.Way.PHONE))).later(Duration.ofDays(4));
            stage.delivered();

            var proposed = Time.at(tale.now(), proposing::proposals).stream().filter(one -> one.order().id().equals(tale.id())).findFirst().orElseThrow();

            assertThat(proposed.rung()).isGreaterThanOrEqualTo(Rung.NOTICE);
            assertThat(proposed.why()).containsKey(Signal.IGNORED_REMINDERS);
        }
    }

    @Nested
    class AMeasure {

        private Measure card(Tale tale, String... departments) {
            return Time.at(tale.now(), () -> issuing.issue(new Issuing.Draft(Rung.CARD, "小区消防通道被占", "多名群众反映", "排查本辖区所有小区",
                    tale.now().plus(Duration.ofDays(7)), List.of(departments), List.of(tale.id())), stage.who("supervisor01")));
        }

        @Test
        void namesTheDepartmentsInTheOrderOfTheCitysList() {
            var tale = stage.tale("2025-11-07T09:00").registered().dispatched("zjj");

            var measure = card(tale, "xfdd", "zjj", "rsj");

            assertThat(measure.departments()).extracting(Measure.Part::department).containsExactly("rsj", "zjj", "xfdd");
        }

        @Test
        void goesToManyAndIsClosedOnlyWhenAllHaveAnswered() {
            var tale = stage.tale("2025-12-02T09:00").registered().dispatched("zjj");
            var card = card(tale, "zjj", "xfdd");
            assertThat(card.number()).matches("〔2025〕督字第\\d+号");

            issuing.receive(card.id(), stage.who("zjj.banli"));
            issuing.feedBack(card.id(), "已排查 41 个小区，整改 6 处", stage.who("zjj.banli"));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> issuing.close(card.id(), "完成", stage.who("supervisor01")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("feedback-missing"));
            issuing.feedBack(card.id(), "已核查", stage.who("xfdd.banli"));
            var closed = issuing.close(card.id(), "完成", stage.who("supervisor01"));

            assertThat(closed.conclusion()).isEqualTo("完成");
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> issuing.feedBack(card.id(), "再说", stage.who("zjj.banli")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("measure-closed"));
            assertThat(stage.reading.get(tale.id(), stage.who("supervisor01")).version()).as("an order's facts are never changed here").isEqualTo(2);
        }

        @Test
        void becomesAPaperFromTheCitysTemplate() throws Exception {
            var tale = stage.tale("2025-12-02T11:00").registered().dispatched("zjj");
            var card = card(tale, "zjj", "xfdd");

            try (var paper = new XWPFDocument(new ByteArrayInputStream(papers.measure(card.id(), stage.who("zjj.banli")))); var text = new XWPFWordExtractor(paper)) {
                assertThat(text.getText()).contains("督办卡", card.number(), "定州市住房和城乡建设局、定州市消防救援大队：", "排查本辖区所有小区", tale.order().number(), "2025年12月2日").doesNotContain("{{", "[number]");
            }
        }

        @Test
        void saysTheSameAsAPdf() throws Exception {
            var tale = stage.tale("2025-12-02T13:00").registered().dispatched("zjj");
            var card = card(tale, "zjj", "xfdd");

            try (var paper = Loader.loadPDF(pdf.measure(card.id(), stage.who("zjj.banli")))) {
                assertThat(bare(new PDFTextStripper().getText(paper))).contains("督办卡", card.number(), "定州市住房和城乡建设局、定州市消防救援大队：", "小区消防通道被占。多名群众反映",
                        "排查本辖区所有小区", tale.order().number(), "2025年12月2日");
            }
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pdf.measure(card.id(), stage.who("reli.banli")));
        }

        @Test
        void isSeenByThoseItIsAddressedToAndByTheHall() {
            var tale = stage.tale("2025-12-03T09:00").registered().dispatched("zjj");
            var card = card(tale, "zjj");

            assertThat(measures.list(true, stage.who("zjj.banli"))).extracting(Measure::id).contains(card.id());
            assertThat(measures.list(true, stage.who("reli.banli"))).extracting(Measure::id).doesNotContain(card.id());
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> issuing.receive(card.id(), stage.who("reli.banli")));
        }

        @Test
        void hasANumberOfItsOwnAlsoWhenManyAreIssuedAtOnce() throws Exception {
            var tale = stage.tale("2025-12-04T09:00").registered().dispatched("zjj");
            try (var hands = Executors.newFixedThreadPool(6)) {
                var numbers = hands.invokeAll(IntStream.range(0, 12).<java.util.concurrent.Callable<String>>mapToObj(i -> () -> card(tale, "zjj").number()).toList());

                assertThat(numbers).extracting(java.util.concurrent.Future::get).doesNotHaveDuplicates().hasSize(12);
            }
        }
    }

    @Nested
    class ADispute {

        @Test
        void showsBothClaimsAndItsRulingBecomesAClause() {
            var tale = stage.tale("2025-03-10T09:00").registered().dispatched("reli").later(Duration.ofHours(1)).returned();
            var supervisor = stage.who("supervisor01");
            var dispute = disputing.of(tale.id(), supervisor);
            assertThat(dispute.returned()).isNotNull().satisfies(claim -> assertThat(claim.basis()).isEqualTo("三定方案"));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> disputing.becomesClause(tale.id(), true, supervisor));

            tale.later(Duration.ofHours(1)).reassigned("zjj");
            var clause = disputing.becomesClause(tale.id(), true, supervisor);

            assertThat(clause.department()).isEqualTo("zjj");
            assertThat(clause.basis()).contains(tale.order().number());
            assertThat(catalogue.responsible(tale.order().category(), null).getFirst()).isEqualTo(clause);
            var second = stage.tale("2025-03-11T09:00").registered().dispatched("reli").later(Duration.ofHours(1)).returned();
            assertThat(disputing.of(second.id(), supervisor).rulings()).extracting(Disputing.Ruled::number).contains(tale.order().number());
        }
    }
}

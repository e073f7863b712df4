package city.minsheng.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

@HouseTest("campaigning")
@DisplayName("A campaign")
class CampaignTests {

    private static final AtomicInteger CALLERS = new AtomicInteger();
    private final Stage stage;
    private final Initiating initiating;
    private final Organising organising;
    private final Listing listing;
    private final Sweeping sweeping;
    private final Photos photos;
    private final Concluding concluding;
    private final Views views;
    private final CampaignPapers papers;
    private final TaskClocks clocks;
    private final ApplicationContext house;

    CampaignTests(Stage stage, Initiating initiating, Organising organising, Listing listing, Sweeping sweeping, Photos photos, Concluding concluding,
            Views views, CampaignPapers papers, TaskClocks clocks, ApplicationContext house) {
        this.stage = stage;
        this.initiating = initiating;
        this.organising = organising;
        this.listing = listing;
        this.sweeping = sweeping;
        this.photos = photos;
        this.concluding = concluding;
        this.views = views;
        this.papers = papers;
        this.clocks = clocks;
        this.house = house;
    }

    private static <T> T at(String local, Supplier<T> work) {
        return Time.at(Tale.instant(local), work);
    }

    /** Somebody new calls about the fire lane of an estate. */
    private UUID call(String local, String estate, String word) {
        int n = CALLERS.incrementAndGet();
        return at(local, () -> stage.receiving.receive(new Receiving.Incoming("hotline", null, null, Kind.COMPLAINT, "080101", Level.GENERAL, "ncq", estate + n % 9 + "号楼", null,
                estate + word + "被私家车堵住，消防车进不来", new Receiving.From("王小明", "139%08d".formatted(n), false), null), stage.who("agent01"), Role.AGENT)).id();
    }

    private static Initiating.Proposal proposal(String word, String from, String to) {
        return new Initiating.Proposal("居民小区消防通道综合治理", new Topic("0801", "", List.of(word), LocalDate.parse(from), LocalDate.parse(to)), null, List.of(), "多名群众先后反映消防通道被占用", null);
    }

    private Campaign proposed(String word, String day) {
        call(day + "T09:00", "甲" + word + "小区", word);
        call(day + "T10:00", "乙" + word + "小区", word);
        return at(day + "T12:00", () -> initiating.propose(proposal(word, day, day), stage.who("analyst01")));
    }

    private Campaign prepared(String word, String day) {
        var campaign = proposed(word, day);
        at(day + "T13:00", () -> initiating.approve(campaign.id(), null, stage.who("supervisor01")));
        return at(day + "T14:00", () -> organising.plan(campaign.id(), new Organising.Wish("xfdd", List.of("yjglj", "gaj", "zjj"), LocalDate.parse(day).plusDays(60),
                "清理占用消防通道的车辆和地桩", "全市正在集中治理消防通道，您反映的小区已列入排查", null), stage.who("analyst01")));
    }

    /** Two places: one of the fire brigade, one of the building bureau. */
    private Campaign running(String word, String day) {
        var campaign = prepared(word, day);
        at(day + "T15:00", () -> listing.take(campaign.id(), "地点,区域,责任单位\n甲%s小区,南城区街道,消防救援大队\n乙%s小区,,zjj\n".formatted(word, word), stage.who("analyst01")));
        return at(day + "T16:00", () -> organising.start(campaign.id(), stage.who("analyst01")));
    }

    private Task task(Campaign campaign, String place) {
        return views.view(campaign.id(), stage.who("supervisor01")).tasks().stream().map(Views.ShownTask::task).filter(task -> task.place().startsWith(place)).findFirst().orElseThrow();
    }

    private static byte[] photo() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuses(String code, Runnable work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(work::run).satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static String text(byte[] paper) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(paper)); var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Nested
    class AProposal {

        @Test
        void countsCallersNotCallsAndKeepsTheListsBehindItsFigures() {
            var first = call("2023-03-06T09:00", "听澜雅居", "生命通道一");
            call("2023-03-07T09:00", "听澜雅居", "生命通道一");
            call("2022-03-07T09:00", "听澜雅居", "生命通道一");
            call("2023-03-07T10:00", "听澜雅居", "另外的事");

            var campaign = at("2023-03-08T09:00", () -> initiating.propose(proposal("生命通道一", "2023-03-01", "2023-03-08"), stage.who("analyst01")));
            call("2023-03-08T11:00", "听澜雅居", "生命通道一");

            var seen = views.view(campaign.id(), stage.who("supervisor01")).evidence();
            assertThat(seen.requests()).isEqualTo(2);
            assertThat(seen.callers()).isEqualTo(2);
            assertThat(seen.years()).extracting(Evidence.Counted::requests).containsExactly(2, 1, 0, 0);
            assertThat(seen.places()).extracting(Evidence.Counted::code).containsExactly("听澜雅居");
            assertThat(views.evidence(campaign.id(), new Evidence.Filter(0, null, null, null), stage.who("analyst01"))).hasSize(2);
            assertThat(views.evidence(campaign.id(), new Evidence.Filter(1, null, null, null), stage.who("analyst01"))).hasSize(1);
            assertThat(views.evidence(campaign.id(), new Evidence.Filter(0, LocalDate.of(2023, 3, 6), null, null), stage.who("analyst01")))
                    .extracting(row -> row.id()).containsExactly(first);
        }

        @Test
        void showsNeitherNumberNorNameOfACaller() {
            at("2023-04-03T09:00", () -> stage.receiving.receive(new Receiving.Incoming("hotline", null, null, Kind.COMPLAINT, "080101", Level.GENERAL, "ncq", "听澜雅居", null,
                    "生命通道二被堵，请打13900001234找欧阳春雨", new Receiving.From("欧阳春雨", "13900001234", false), null), stage.who("agent01"), Role.AGENT));

            var preview = at("2023-04-03T12:00", () -> initiating.preview(proposal("生命通道二", "2023-04-03", "2023-04-03"), stage.who("analyst01")));

            assertThat(preview.samples()).singleElement().satisfies(sample -> assertThat(sample.title() + sample.text()).contains("请打【电话】找【姓名】").doesNotContain("13900001234", "欧阳春雨"));
        }

        @Test
        void isApprovedBySomebodyElseInTheDatabaseToo() {
            call("2023-05-08T09:00", "听澜雅居", "生命通道三");
            var campaign = at("2023-05-08T12:00", () -> initiating.propose(proposal("生命通道三", "2023-05-08", "2023-05-08"), stage.who("supervisor01")));

            refuses("own-proposal", () -> initiating.approve(campaign.id(), null, stage.who("supervisor01")));
            assertThatExceptionOfType(NotYours.class).isThrownBy(() -> initiating.approve(campaign.id(), null, stage.who("analyst01")));
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> stage.jdbc.sql("update campaign set decided_by = proposed_by where id = :id")
                    .param("id", campaign.id()).update()).withMessageContaining("the_approval_is_somebody_elses");
            assertThat(at("2023-05-08T13:00", () -> initiating.approve(campaign.id(), null, stage.who("supervisor02"))).status()).isEqualTo(Status.PREPARING);
        }

        @Test
        void needsSomebodyWhoAsked() {
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> at("2023-05-08T12:00", () -> initiating.propose(proposal("没有人说过", "2023-05-08", "2023-05-08"), stage.who("analyst01"))))
                    .satisfies(e -> assertThat(e.fields()).extracting(Invalid.Field::code).containsExactly("nobody-asked"));
        }

        @Test
        void isSeenByNoDepartmentBeforeItIsApproved() {
            var campaign = proposed("生命通道四", "2023-05-09");
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> views.view(campaign.id(), stage.who("xfdd.banli")));
        }
    }

    @Nested
    class TheListOfPlaces {

        @Test
        void takesAFileRowByRowAndSaysWhichRowsAreWrong() {
            var campaign = prepared("生命通道五", "2023-05-10");

            var taken = at("2023-05-10T15:00", () -> listing.take(campaign.id(), "\ufeff地点,区域,责任单位\n甲小区,南城区街道,消防救援大队\n甲小区,,\n乙小区,没有的街道,\n丙小区,,没有的局\n=1+1,,\n,,\n丁小区,,\n",
                    stage.who("analyst01")));

            assertThat(taken.rows()).isEqualTo(7);
            assertThat(taken.added()).isEqualTo(2);
            assertThat(taken.faults()).extracting(Listing.Fault::line).containsExactly(3L, 4L, 5L, 6L, 7L);
            assertThat(task(campaign, "甲小区").department()).isEqualTo("xfdd");
            assertThat(task(campaign, "丁小区").department()).as("whoever the dispatch catalogue names").isNotEmpty();
            refuses("list-unreadable", () -> listing.take(campaign.id(), "a,b\n1,2\n", stage.who("analyst01")));
        }

        @Test
        void holdsAllEstatesThatTheCityKnowsEachOnce() {
            var campaign = prepared("生命通道六", "2023-05-11");
            int estates = listing.kinds().stream().filter(like -> like.kind().equals("estate")).findFirst().orElseThrow().places();

            assertThat(at("2023-05-11T15:00", () -> listing.addLike(campaign.id(), "estate", stage.who("xfdd.banli"))).added()).isEqualTo(estates);
            assertThat(at("2023-05-11T15:00", () -> listing.addLike(campaign.id(), "estate", stage.who("analyst01"))).added()).isZero();
            assertThat(views.view(campaign.id(), stage.who("analyst01")).total().places()).isEqualTo(estates);
        }

        @Test
        void isNeededToStart() {
            var campaign = prepared("生命通道七", "2023-05-12");
            refuses("campaign-not-ready", () -> organising.start(campaign.id(), stage.who("analyst01")));
        }
    }

    @Nested
    class ATask {

        @Test
        void hasAHolderAndIsDueByTheWorkingCalendar() {
            var campaign = running("生命通道八", "2023-09-22"); // ten working days over the holiday of the first of October, with make-up days
            assertThat(task(campaign, "甲").dueAt()).isEqualTo(Tale.instant("2023-10-12T18:00"));
            assertThat(task(campaign, "甲").how().holidays()).anySatisfy(name -> assertThat(name).contains("国庆"));
        }

        @Test
        void isSeenAndDoneByItsOwnDepartmentOnly() {
            var campaign = running("生命通道九", "2023-06-05");
            var own = task(campaign, "甲");

            assertThat(views.inbox(stage.who("xfdd.banli"))).extracting(one -> one.task().id()).contains(own.id());
            assertThat(views.inbox(stage.who("zjj.banli"))).extracting(one -> one.task().id()).contains(task(campaign, "乙").id()).doesNotContain(own.id());
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sweeping.find(own.id(), "三辆车", stage.who("zjj.banli")));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> photos.add(own.id(), "a.png", photo(), stage.who("zjj.banli")));
            assertThat(views.view(campaign.id(), stage.who("zjj.banli"))).satisfies(view -> {
                assertThat(view.tasks()).extracting(one -> one.task().place()).allMatch(place -> place.startsWith("乙"));
                assertThat(view.evidence()).isNull();
                assertThat(view.effect()).isNull();
            });
            assertThat(views.view(campaign.id(), stage.who("xfdd.banli")).tasks()).as("the lead department sees all").hasSize(2);
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> views.view(campaign.id(), stage.who("reli.banli")));
        }

        @Test
        void isFixedNotWithoutAPhotoAndLeftOverNotWithoutAReason() {
            var campaign = running("生命通道十", "2023-06-06");
            var own = at("2023-06-07T09:00", () -> sweeping.find(task(campaign, "甲").id(), "地桩两处", stage.who("xfdd.banli")));
            assertThat(own.status()).isEqualTo(TaskStatus.FOUND);
            assertThat(own.dueAt()).as("a clock of its own to mend it").isEqualTo(Tale.instant("2023-06-29T18:00"));

            refuses("photo-missing", () -> sweeping.fix(own.id(), "已拆除", stage.who("xfdd.banli")));
            refuses("wrong-type", () -> photos.add(own.id(), "a.png", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), stage.who("xfdd.banli")));
            photos.add(own.id(), "a.png", photo(), stage.who("xfdd.banli"));
            assertThat(at("2023-06-08T09:00", () -> sweeping.fix(own.id(), "已拆除", stage.who("xfdd.banli")))).satisfies(fixed -> {
                assertThat(fixed.status()).isEqualTo(TaskStatus.FIXED);
                assertThat(fixed.dueAt()).isNull();
                assertThat(fixed.photos()).hasSize(1);
            });
            var other = at("2023-06-07T09:00", () -> sweeping.find(task(campaign, "乙").id(), "门洞太窄", stage.who("zjj.banli")));
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> sweeping.leave(other.id(), " ", stage.who("zjj.banli")));
            assertThat(at("2023-06-08T09:00", () -> sweeping.leave(other.id(), "须整体改造，列入明年计划", stage.who("zjj.banli"))).status()).isEqualTo(TaskStatus.LEFT_OVER);
        }

        @Test
        void thatIsSentBackHasAClockAgain() {
            var campaign = running("生命通道十一", "2023-06-07");
            var own = at("2023-06-08T09:00", () -> sweeping.clear(task(campaign, "甲").id(), null, stage.who("xfdd.banli")));

            var again = at("2023-06-09T09:00", () -> sweeping.sendBack(own.id(), "夜间仍有车辆占用", stage.who("supervisor01")));

            assertThat(again.status()).isEqualTo(TaskStatus.OPEN);
            assertThat(again.dueAt()).isNotNull();
        }

        @Test
        void isRemindedOfOnceAndReportedOnce() {
            running("生命通道十二", "2023-07-03"); // due 2023-07-17 18:00
            var told = "select count(*) from outbox where kind = :kind and data ->> 'question' like '%生命通道十二小区'";

            for (int i = 0; i < 2; i++) {
                at("2023-07-16T09:00", this::look);
                at("2023-07-17T18:01", this::look);
            }

            assertThat(stage.jdbc.sql(told).param("kind", "campaign.task-remind").query(Integer.class).single()).isEqualTo(2);
            assertThat(stage.jdbc.sql(told).param("kind", "campaign.task-report").query(Integer.class).single()).isEqualTo(2);
        }

        private boolean look() {
            clocks.run();
            return true;
        }

        @Test
        void handedOnKeepsItsDueTime() {
            var campaign = running("生命通道十三", "2023-07-04");
            var before = task(campaign, "乙");

            var after = at("2023-07-05T09:00", () -> sweeping.reassign(before.id(), "xfdd", "属消防设施", stage.who("analyst01")));

            assertThat(after.department()).isEqualTo("xfdd");
            assertThat(after.dueAt()).isEqualTo(before.dueAt());
        }
    }

    @Nested
    class ItsEnd {

        private Campaign closed(String word) {
            var campaign = running(word, "2023-10-10");
            var bureau = stage.who("zjj.banli");
            at("2023-10-12T09:00", () -> sweeping.clear(task(campaign, "甲").id(), null, stage.who("xfdd.banli")));
            refuses("tasks-open", () -> organising.finish(campaign.id(), stage.who("analyst01")));
            at("2023-10-12T10:00", () -> sweeping.drop(task(campaign, "乙").id(), "正在拆迁", stage.who("analyst01")));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> sweeping.find(task(campaign, "乙").id(), "x", bureau));
            at("2023-10-20T09:00", () -> organising.finish(campaign.id(), stage.who("analyst01")));
            call("2023-10-25T09:00", "乙" + word + "小区", word);
            return at("2023-11-30T09:00", () -> concluding.close(campaign.id(), "治理后来电明显下降", null, stage.who("analyst01")));
        }

        @Test
        void keepsTheEffectOfWhichEachFigureIsTheLengthOfItsList() {
            var campaign = closed("生命通道十四");
            var effect = views.view(campaign.id(), stage.who("analyst01")).effect();

            assertThat(effect.swept()).isEqualTo(new Effect.Group(1, 0, 1, 0, null));
            assertThat(effect.others().during()).as("the place that was not swept").isEqualTo(1);
            assertThat(effect.others().after()).isEqualTo(1);
            assertThat(effect.small()).isTrue();
            for (var period : Effect.Period.values()) {
                int counted = switch (period) {
                    case BEFORE -> effect.swept().before();
                    case DURING -> effect.swept().during();
                    case AFTER -> effect.swept().after();
                };
                assertThat(views.calls(campaign.id(), new Measuring.Filter(period, true, null), stage.who("analyst01"))).hasSize(counted);
            }
            assertThat(stage.lies()).isEmpty();
            stage.jdbc.sql("update campaign_call set swept = not swept where campaign = :id").param("id", campaign.id()).update();
            assertThat(stage.lies()).anySatisfy(lie -> assertThat(lie.what()).contains("its effect is not what its calls add up to"));
            stage.jdbc.sql("update campaign_call set swept = not swept where campaign = :id").param("id", campaign.id()).update();
            assertThat(stage.lies()).isEmpty();
        }

        @Test
        void leavesADraftForTheKnowledgeBaseAndItsScriptAtTheDesk() {
            var campaign = closed("生命通道十五");

            assertThat(stage.jdbc.sql("select v.question from article a join article_version v on v.article = a.id where a.code = :code and v.status = 'DRAFT'")
                    .param("code", campaign.article()).query(String.class).single()).isEqualTo(campaign.title());
            assertThat(at("2024-01-05T09:00", () -> concluding.scripts())).anySatisfy(script -> assertThat(script.campaign()).isEqualTo(campaign.id()));
            assertThat(at("2025-01-05T09:00", () -> concluding.scripts())).noneSatisfy(script -> assertThat(script.campaign()).isEqualTo(campaign.id()));
        }

        @Test
        void isWrittenAsAReportAndItsNoticeHasTheCoSigningBodies() throws Exception {
            var campaign = closed("生命通道十六");

            assertThat(text(papers.notice(campaign.id(), stage.who("analyst01")))).contains("定州市消防救援大队", "定州市应急管理局", "定州市公安局", "定州市住房和城乡建设局",
                    "关于开展全市居民小区消防通道综合治理的通告", "清理占用消防通道的车辆和地桩", "2023年12月9日").doesNotContain("{{", "[name]");
            assertThat(text(papers.report(campaign.id(), stage.who("analyst01")))).contains("总结报告", campaign.number(), "治理后来电明显下降").doesNotContain("{{", "[");
        }

        @Test
        void stoppedLeavesNoOpenTask() {
            var campaign = running("生命通道十七", "2023-08-07");
            at("2023-08-08T09:00", () -> organising.stop(campaign.id(), "并入上级统一行动", stage.who("supervisor01")));
            assertThat(task(campaign, "甲").status()).isEqualTo(TaskStatus.DROPPED);
            assertThat(stage.lies()).isEmpty();
        }
    }

    @Nested
    class TheProof {

        @Test
        void findsATaskWhoseStepsSayOtherwise() {
            var campaign = running("生命通道十八", "2023-08-14");
            assertThat(stage.lies()).isEmpty();
            stage.jdbc.sql("update campaign_task set status = 'FOUND' where campaign = :id").param("id", campaign.id()).update();

            assertThat(stage.lies()).anySatisfy(lie -> assertThat(lie.what()).contains("its steps say OPEN")).anySatisfy(lie -> assertThat(lie.what()).contains("something was found at 0 places"));
            stage.jdbc.sql("update campaign_task set status = 'OPEN' where campaign = :id").param("id", campaign.id()).update();
        }

        @Test
        void isHelpedByTheDatabaseThatTakesNoOpenTaskWithoutAClock() {
            var campaign = running("生命通道十九", "2023-08-15");
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> stage.jdbc.sql("update campaign_task set due_at = null, how = null where campaign = :id")
                    .param("id", campaign.id()).update()).withMessageContaining("an_open_task_has_a_clock");
        }
    }

    @Nested
    class OverHttp {

        @Test
        void isProposedOnceHoweverOftenItIsSent() {
            call("2023-08-21T09:00", "听澜雅居", "生命通道二十");
            var browser = new Browser(house).as("analyst01");
            var body = """
                    {"title":"消防通道","topic":{"category":"0801","area":"","words":["生命通道二十"],"from":"2023-08-21","to":"2023-08-21"},"orders":[],"reason":"多人反映"}
                    """;
            var key = Map.of("Idempotency-Key", "campaign-once");
            var first = browser.send("POST", "/api/campaigns", body, key);
            var second = browser.send("POST", "/api/campaigns", body, key);

            assertThat(first.status()).as(first.toString()).isEqualTo(200);
            assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
            assertThat(new Browser(house).as("agent02").post("/api/campaigns", body).problem()).isEqualTo("not-yours");
            assertThat(browser.get("/api/campaigns/" + first.json().path("id").asString()).json().path("evidence").path("callers").asInt()).isEqualTo(1);
        }

        @Test
        void getsItsCardFromTheSupervisionOfficeInOneAct() {
            var campaign = prepared("生命通道廿一", "2023-08-22");
            var body = "{\"title\":\"消防通道\",\"cause\":\"多人反映\",\"demand\":\"全面排查\",\"dueAt\":\"%s\",\"departments\":[\"xfdd\",\"zjj\"]}".formatted(Instant.now().plusSeconds(86_400));

            assertThat(new Browser(house).as("analyst01").post("/api/desk/campaigns/" + campaign.id() + "/card", body).status()).isEqualTo(403);
            var answer = new Browser(house).as("supervisor01").post("/api/desk/campaigns/" + campaign.id() + "/card", body);

            assertThat(answer.json().path("card").path("number").asString()).as(answer.toString()).contains("督字第");
            assertThat(new Browser(house).as("supervisor01").post("/api/desk/campaigns/" + campaign.id() + "/card", body).problem()).isEqualTo("card-issued");
        }

        @Test
        void takesPhotosOfADepartmentAndShowsThemToWhoSeesTheTask() {
            var campaign = running("生命通道廿二", "2023-08-23");
            var handler = new Browser(house).as("xfdd.banli");
            var task = task(campaign, "甲");

            var added = handler.upload("/api/campaigns/tasks/" + task.id() + "/photos", "现场.png", photo(), Map.of());

            assertThat(added.status()).as(added.toString()).isEqualTo(200);
            var path = "/api/campaigns/tasks/photos/" + added.json().path("id").asString();
            assertThat(new Browser(house).as("supervisor01").get(path).header("Content-Type")).isEqualTo("image/png");
            assertThat(new Browser(house).as("reli.banli").get(path).status()).isEqualTo(404);
        }

        @Test
        void showsTheTopicsOfTheYearMonthByMonth() {
            call("2023-08-24T09:00", "听澜雅居", "生命通道廿三");
            at("2023-08-24T12:00", () -> initiating.propose(new Initiating.Proposal("八月一题", new Topic("0801", "", List.of("生命通道廿三"), LocalDate.of(2023, 8, 24),
                    LocalDate.of(2023, 8, 24)), null, null, "多人反映", LocalDate.of(2023, 8, 31)), stage.who("analyst01")));

            var months = new Browser(house).as("analyst01").get("/api/campaigns/months?year=2023").json().path("months");

            assertThat(months).hasSize(12);
            assertThat(months.get(7).path("campaign").path("title").asString()).isEqualTo("八月一题");
        }
    }
}

package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.search.Indexing;
import city.minsheng.supervision.Excluding;
import city.minsheng.supervision.Papers;
import city.minsheng.supervision.PdfPapers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What others wrote about an order, and what asking for it tells: the ways round the order itself. */
@HouseTest("lastmile")
@DisplayName("Whose an order is, on byways")
class BywaysTests {

    private static final String NAME = "欧阳春雨";
    private static final String NUMBER = "13800138765";
    private static final String SAID = "我叫欧阳春雨，电话13800138765，6号楼水表漏水，请联系欧阳春雨。";
    private final ApplicationContext house;
    private final Stage stage;
    private final Indexing indexing;
    private final Attachments attachments;
    private final Excluding excluding;
    private final Papers papers;
    private final PdfPapers pdf;

    BywaysTests(ApplicationContext house, Stage stage, Indexing indexing, Attachments attachments, Excluding excluding, Papers papers, PdfPapers pdf) {
        this.house = house;
        this.stage = stage;
        this.indexing = indexing;
        this.attachments = attachments;
        this.excluding = excluding;
        this.papers = papers;
        this.pdf = pdf;
    }

    private Tale asked(boolean confidential) {
        return asked(confidential, Duration.ofHours(3));
    }

    private Tale asked(boolean confidential, Duration ago) {
        return new Tale(stage, Instant.now().minus(ago)).saying(SAID).received(new Receiving.From(NAME, NUMBER, confidential), Level.GENERAL, Kind.ASSISTANCE, null);
    }

    private Tale passedDown() {
        return asked(false).later(Duration.ofMinutes(5)).dispatched("reli").later(Duration.ofMinutes(5)).accepted().contacted()
                .act("reli.banli", on -> stage.supporting.passDown(on, new Supporting.PassDown("reli-qiangxiu", 4, Limit.Unit.HOURS, "请上门")));
    }

    private Tale reminded(Tale order, Urging.Way way) {
        var reminded = order.later(Duration.ofMinutes(5)).act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder("请尽快联系欧阳春雨13800138765", way)));
        stage.delivered();
        return reminded;
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    private static void saysNothingOfWho(String text) {
        assertThat(text).doesNotContain(NAME, "欧阳**", NUMBER, "138****8765");
    }

    @Nested
    class IsTakenOutOf {

        @Test
        void allThatCameBackOfIt() {
            var order = new Tale(stage, Instant.now().minus(Duration.ofHours(3))).over("people-cn").known("rmw-" + UUID.randomUUID()).saying(SAID)
                    .received(new Receiving.From(NAME, NUMBER, false), Level.GENERAL, Kind.ASSISTANCE, null)
                    .later(Duration.ofMinutes(5)).dispatched("reli").later(Duration.ofMinutes(5)).accepted().contacted()
                    .act("reli.banli", on -> stage.supporting.passDown(on, new Supporting.PassDown("reli-qiangxiu", 4, Limit.Unit.HOURS, null)))
                    .act("reli-qiangxiu.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("欧阳春雨家已看过，电话13800138765")))
                    .replied(new Replying.Reply(null, null, Replying.Factual.TRUE, Result.CONSTRAINED, "欧阳春雨家管道老化", "与欧阳春雨的约定", "欧阳春雨您好，水表已排期", "欧阳春雨常来电",
                            "给欧阳春雨家换表", LocalDate.now(Tale.ZONE).plusDays(60)));

            var read = as("analyst01").get("/api/work-orders/" + order.id());

            saysNothingOfWho(read.text());
            assertThat(read.json().path("answer").asString()).isEqualTo("【姓名】您好，水表已排期");
            assertThat(read.json().path("replies").size()).isEqualTo(1);
            assertThat(read.text()).contains("【姓名】家已看过").doesNotContain(order.order().requester().toString(), "rmw-");
            stage.delivered();
            indexing.settle();
            var found = as("analyst01").post("/api/search", "{\"q\":\"水表已排期\"}").text();
            assertThat(found).contains(order.id().toString(), "【姓名】您好");
            saysNothingOfWho(found);
        }

        @Test
        void whatAStepIsBasedOn() {
            var order = asked(false).later(Duration.ofMinutes(5)).dispatched("reli").later(Duration.ofMinutes(5))
                    .act("reli.banli", on -> stage.returning.giveBack(on, new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不属于我单位职责", "欧阳春雨提供的合同", "zjj")));

            var read = as("analyst01").get("/api/work-orders/" + order.id()).text();

            saysNothingOfWho(read);
            assertThat(read).contains("【姓名】提供的合同");
        }

        @Test
        void aReminderOnTheScreenOfTheDepartmentOfASecretOrder() {
            var order = reminded(asked(true).later(Duration.ofMinutes(5)).dispatched("reli"), Urging.Way.IN_APP);

            for (var path : List.of("/api/supervision/orders/" + order.id() + "/reminders", "/api/supervision/reminders/unread")) {
                var read = as("reli.banli").get(path).text();
                assertThat(read).as(path).contains(order.order().number(), "请尽快联系【姓名】");
                saysNothingOfWho(read);
            }
        }

        @Test
        void aReminderOnTheDutyPhone() {
            var order = reminded(asked(true).later(Duration.ofMinutes(5)).dispatched("reli"), Urging.Way.SMS);

            var sent = stage.jdbc.sql("select words from reminder_message where order_id = :id").param("id", order.id()).query(String.class).single();

            assertThat(sent).contains("请尽快联系【姓名】");
            saysNothingOfWho(sent);
        }

        @Test
        void theDailySheet() throws Exception {
            var order = reminded(asked(false).later(Duration.ofMinutes(5)).dispatched("reli"), Urging.Way.IN_APP);
            var day = LocalDate.ofInstant(order.now(), Tale.ZONE);

            try (var paper = Loader.loadPDF(pdf.dailySheet(day)); var word = new XWPFDocument(new ByteArrayInputStream(papers.dailySheet(day))); var text = new XWPFWordExtractor(word)) {
                assertThat(text.getText()).contains(order.order().number());
                saysNothingOfWho(text.getText());
                saysNothingOfWho(new PDFTextStripper().getText(paper).replaceAll("\\s", ""));
            }
        }

        @Test
        void whatTheOfficeIsProposedToIssue() {
            var order = asked(true, Duration.ofDays(12)).later(Duration.ofMinutes(5)).dispatched("reli");

            var proposed = as("supervisor01").get("/api/supervision/proposals").text();

            assertThat(proposed).contains(order.order().number());
            saysNothingOfWho(proposed);
        }

        @Test
        void theReasonsOfAnExclusion() {
            var order = passedDown();
            order.play(() -> excluding.ask(order.id(), new Excluding.Wish(Excluding.Code.UNREASONABLE, List.of(Rate.SATISFIED), "欧阳春雨的要求超出政策", "13800138765的通话录音"), stage.who("supervisor01")));

            for (var reader : List.of("analyst01", "reli.banli")) {
                var all = as(reader).get("/api/supervision/exclusions").text();
                assertThat(all).as(reader).contains("【姓名】的要求超出政策");
                saysNothingOfWho(all);
            }
            var one = as("reli-qiangxiu.banli").get("/api/supervision/orders/" + order.id() + "/exclusions").text();
            assertThat(one).contains("超出政策");
            saysNothingOfWho(one);
            assertThat(as("reli-qiangxiu.yixian").get("/api/supervision/orders/" + order.id() + "/exclusions").text()).as("who carries it out reads none").isEqualTo("[]");
        }

        @Test
        void theNameOfAPhoto() {
            var order = passedDown();
            var photo = attachments.add(order.id(), "欧阳春雨家的水表.png", png(), false, stage.who("agent01"));
            var worker = as("reli-qiangxiu.yixian");

            assertThat(worker.get("/api/work-orders/" + order.id()).json().path("attachments").path(0).path("name").asString()).isEqualTo("【姓名】家的水表.png");
            var file = worker.get("/api/attachments/" + photo.id());
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Disposition")).doesNotContain(URLEncoder.encode(NAME, StandardCharsets.UTF_8));
        }
    }

    @Nested
    class IsNotToldByAsking {

        @Test
        void forAnOrderByNameOrNumberWhereOneOnlyCounts() {
            var order = asked(false).later(Duration.ofMinutes(5)).dispatched("reli");
            stage.delivered();
            indexing.settle();
            var analyst = as("analyst01");

            for (var sought : List.of(NAME, "欧阳", NUMBER, "00138765")) {
                var found = analyst.post("/api/search", "{\"q\":\"" + sought + "\"}");
                assertThat(found.text()).as(sought).doesNotContain(order.id().toString());
                assertThat(found.json().path("count").asInt()).as(sought).isZero();
                assertThat(analyst.get("/api/work-orders?size=100&q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8)).text()).as(sought).doesNotContain(order.id().toString());
            }
            assertThat(analyst.post("/api/search", "{\"q\":\"6号楼水表漏水\"}").text()).contains(order.id().toString());
            assertThat(analyst.get("/api/work-orders?size=100&q=" + URLEncoder.encode("水表漏水", StandardCharsets.UTF_8)).text()).contains(order.id().toString());
        }

        @Test
        void theListOfAUnitThatCarriesItOut() {
            var order = passedDown();

            assertThat(as("reli-qiangxiu.banli").get("/api/work-orders?q=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8)).text()).doesNotContain(order.id().toString());
            assertThat(as("reli.banli").get("/api/work-orders?q=" + URLEncoder.encode(NAME, StandardCharsets.UTF_8)).text()).contains(order.id().toString());
        }

        @Test
        void whatElseTheSamePersonAsked() {
            var someone = "诸葛秋水";
            var secret = new Tale(stage, Instant.now().minus(Duration.ofMinutes(10))) // later than other tests' orders: the list holds the newest ten
                    .saying("水表漏水")
                    .received(new Receiving.From(someone, "13800138766", true), Level.GENERAL, Kind.ASSISTANCE, null).later(Duration.ofMinutes(5)).dispatched("reli");
            var open = secret.play(() -> stage.receiving.receive(new Receiving.Incoming("hotline", null, null, Kind.COMPLAINT, "020105", Level.GENERAL, "bcq", "北苑9号", null,
                    "电梯坏了", new Receiving.From(someone, "13800138766", false), null), stage.who("agent01"), Role.AGENT)).id();
            secret.play(() -> stage.dispatching.dispatch(new On(open, stage.who("dispatcher01"), null), new Dispatching.Dispatch("reli", List.of(), null, null)));

            assertThat(as("reli.banli").get("/api/work-orders/" + secret.id() + "/similar").text()).doesNotContain(open.toString());
            assertThat(as("analyst01").get("/api/work-orders/" + secret.id() + "/similar").text()).doesNotContain(open.toString());
            assertThat(as("dispatcher01").get("/api/work-orders/" + secret.id() + "/similar").text()).contains(open.toString());
        }
    }

    private static byte[] png() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.intake.Receiving;
import city.minsheng.search.Indexing;
import city.minsheng.supervision.Issuing;
import city.minsheng.supervision.PdfPapers;
import city.minsheng.supervision.Papers;
import city.minsheng.supervision.Rung;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Each way on which a name or a number could reach somebody who must not learn whose the order is. */
@HouseTest("lastmile")
@DisplayName("Whose an order is")
class LastMileTests {

    private static final String NAME = "欧阳春雨";
    private static final String NUMBER = "13800138765";
    private static final String SAID = "我叫欧阳春雨，电话13800138765，3号楼2单元暖气不热，请联系欧阳春雨。";
    private final ApplicationContext house;
    private final Stage stage;
    private final Issuing issuing;
    private final Papers papers;
    private final PdfPapers pdf;
    private final Attachments attachments;
    private final Indexing indexing;

    LastMileTests(ApplicationContext house, Stage stage, Issuing issuing, Papers papers, PdfPapers pdf, Attachments attachments, Indexing indexing) {
        this.house = house;
        this.stage = stage;
        this.issuing = issuing;
        this.papers = papers;
        this.pdf = pdf;
        this.attachments = attachments;
        this.indexing = indexing;
    }

    private Tale asked(boolean confidential) {
        return new Tale(stage, Instant.now().minus(Duration.ofHours(2))).saying(SAID)
                .received(new Receiving.From(NAME, NUMBER, confidential), Level.GENERAL, Kind.ASSISTANCE, null);
    }

    /** Led by the heating company, carried out by its repair team. */
    private Tale passedDown() {
        return asked(false).later(Duration.ofMinutes(5)).dispatched("reli").later(Duration.ofMinutes(5)).accepted()
                .act("reli.banli", on -> stage.accepting.contacted(on, new Accepting.Contacted(Accepting.How.PHONE, null, "已打13800138765，欧阳春雨说下午在家")))
                .act("reli.banli", on -> stage.supporting.passDown(on, new Supporting.PassDown("reli-qiangxiu", 4, Limit.Unit.HOURS, "请联系欧阳春雨 138-0013-8765")));
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    private String search(String username, String sought) {
        var found = as(username).post("/api/search", "{\"q\":\"" + sought + "\"}");
        assertThat(found.status()).isEqualTo(200);
        return found.text();
    }

    private static void saysNothingOfWho(String text) {
        assertThat(text).doesNotContain(NAME, "欧阳**", NUMBER, "138****8765", "138-0013-8765");
    }

    @Nested
    class IsNotLearnt {

        @Test
        void byTheFieldWorkerWhoReadsTheOrderWithItsWholeTimeline() {
            var order = passedDown();

            var read = as("reli-qiangxiu.yixian").get("/api/work-orders/" + order.id());

            assertThat(read.status()).isEqualTo(200);
            saysNothingOfWho(read.text());
            assertThat(read.json().path("requester").isNull()).isTrue();
            assertThat(read.json().path("body").asString()).as("the place is to be found").contains("3号楼2单元暖气不热", "【电话】");
            assertThat(read.json().path("steps").size()).isEqualTo(5);
        }

        @Test
        void byTheHandlerOfAUnitThatHasItByPassingDownAlone() {
            var order = passedDown();

            saysNothingOfWho(as("reli-qiangxiu.banli").get("/api/work-orders/" + order.id()).text());
        }

        @Test
        void fromALineOfAList() {
            var order = passedDown();

            var list = as("reli-qiangxiu.yixian").get("/api/work-orders?view=supporting");

            assertThat(list.text()).contains(order.order().number());
            saysNothingOfWho(list.text());
        }

        @Test
        void byAskingTheListForTheNumber() {
            passedDown();

            for (var sought : List.of(NUMBER, "欧阳春雨")) {
                assertThat(as("reli-qiangxiu.yixian").get("/api/work-orders?q=" + encoded(sought)).json().path("items").size()).as(sought).isZero();
            }
        }

        @Test
        void fromSearchHits() {
            var order = passedDown();
            stage.delivered();
            indexing.settle();

            for (var sought : List.of("暖气不热", NUMBER, NAME)) {
                var found = search("reli-qiangxiu.yixian", sought);
                assertThat(found).as(sought).doesNotContain(order.id().toString());
                saysNothingOfWho(found);
            }
        }

        @Test
        void byRevealingTheContact() {
            var order = passedDown();

            var refused = as("reli-qiangxiu.yixian").post("/api/work-orders/" + order.id() + "/reveal", "{\"reason\":\"联系群众\"}");

            assertThat(refused.status()).isEqualTo(403);
            saysNothingOfWho(refused.text());
            assertThat(as("reli.banli").post("/api/work-orders/" + order.id() + "/reveal", "{\"reason\":\"联系群众\"}").text()).as("the lead department may").contains(NUMBER);
        }

        @Test
        void fromNoticesMessagesCallsAndExclusions() {
            var order = passedDown();
            stage.delivered();
            var worker = as("reli-qiangxiu.yixian");

            assertThat(worker.get("/api/notices").text()).contains(order.order().number());
            saysNothingOfWho(worker.get("/api/notices").text());
            for (var path : List.of("/api/work-orders/%s/messages", "/api/desk/orders/%s/calls", "/api/supervision/orders/%s/exclusions")) {
                assertThat(worker.get(path.formatted(order.id())).text()).as(path).isEqualTo("[]");
            }
            assertThat(worker.get("/api/supervision/measures").text()).isEqualTo("[]");
            assertThat(worker.get("/api/supervision/exclusions").text()).isEqualTo("[]");
        }

        @Test
        void fromWhatTheCitizenHandedIn() {
            var order = passedDown();
            var paper = attachments.add(order.id(), "欧阳春雨身份证.pdf", "%PDF-1.4\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1), false, stage.who("agent01"));
            var worker = as("reli-qiangxiu.yixian");

            saysNothingOfWho(worker.get("/api/work-orders/" + order.id()).text());
            assertThat(worker.get("/api/attachments/" + paper.id()).status()).isEqualTo(404);
            assertThat(as("reli.banli").get("/api/attachments/" + paper.id()).status()).isEqualTo(200);
        }

        @Test
        void onceThereIsNothingLeftToDo() {
            var order = passedDown();
            order.act("reli-qiangxiu.yixian", on -> stage.supporting.reply(on, new Supporting.SupportReply("已更换阀门")))
                    .later(Duration.ofMinutes(10)).replied(Result.RESOLVED).later(Duration.ofMinutes(10)).approved().later(Duration.ofMinutes(10)).closed(Solved.YES, Rating.YES);

            assertThat(as("reli-qiangxiu.yixian").get("/api/work-orders/" + order.id()).status()).isEqualTo(404);
        }

        @Test
        void fromThePapersThatGoOut() throws Exception {
            var order = passedDown();
            var card = issuing.issue(new Issuing.Draft(Rung.CARD, "暖气不热", "群众反映", "尽快修复", Instant.now().plus(Duration.ofDays(3)), List.of("reli"), List.of(order.id())),
                    stage.who("supervisor01"));

            try (var paper = Loader.loadPDF(pdf.measure(card.id(), stage.who("reli.banli")));
                    var word = new XWPFDocument(new ByteArrayInputStream(papers.measure(card.id(), stage.who("reli.banli")))); var text = new XWPFWordExtractor(word)) {
                saysNothingOfWho(new PDFTextStripper().getText(paper).replaceAll("\\s", ""));
                saysNothingOfWho(text.getText());
            }
            saysNothingOfWho(as("reli.banli").get("/api/supervision/measures").text());
        }

        @Test
        void byTheDepartmentOfASecretOrderNotEvenFromItsWords() {
            var order = asked(true).later(Duration.ofMinutes(5)).dispatched("reli");
            stage.delivered();
            var handler = as("reli.banli");

            saysNothingOfWho(handler.get("/api/work-orders/" + order.id()).text());
            assertThat(handler.get("/api/work-orders?view=inbox").json().path("items").valueStream().filter(row -> row.path("id").asString().equals(order.id().toString())))
                    .singleElement().satisfies(row -> saysNothingOfWho(row.toString()));
            saysNothingOfWho(handler.get("/api/notices").text());
            indexing.settle();
            assertThat(search("reli.banli", NUMBER)).doesNotContain(order.id().toString());
            assertThat(search("reli.banli", "2单元暖气不热")).contains(order.id().toString()).doesNotContain("【姓名】，电话13800138765");
            assertThat(handler.get("/api/work-orders?q=" + encoded("我叫欧阳春雨")).text()).doesNotContain(order.id().toString());
            assertThat(as("dispatcher01").get("/api/work-orders/" + order.id()).text()).as("the hall works with it").contains(NAME);
        }
    }

    @Nested
    class IsNotLearntEither {

        @Test
        void byWhoOnlyCounts() {
            var order = asked(false).later(Duration.ofMinutes(5)).dispatched("reli");
            stage.delivered();
            indexing.settle();
            var analyst = as("analyst01");

            saysNothingOfWho(analyst.get("/api/work-orders/" + order.id()).text());
            var found = search("analyst01", "2单元暖气不热");
            assertThat(found).contains(order.id().toString());
            saysNothingOfWho(found);
        }
    }

    @Nested
    class ThoseWhoCarryItOut {

        @Test
        void reachTheCitizenThroughTheSwitchAndSeeOnlyTheirOwnNumberMasked() {
            var order = passedDown();
            var rings = as("reli-qiangxiu.yixian").post("/api/desk/orders/" + order.id() + "/masked-call", "");

            assertThat(rings.status()).isEqualTo(200);
            assertThat(rings.json().path("own").asString()).isEqualTo("199****1195");
            saysNothingOfWho(rings.text());
            var call = UUID.fromString(rings.json().path("call").asString());
            assertThat(as("reli-qiangxiu.yixian").get("/api/telephony/calls/" + call).status()).isEqualTo(404);
            assertThat(as("reli-qiangxiu.yixian").get("/api/telephony/calls").text()).doesNotContain(call.toString());
        }

        @Test
        void answerTheLeadDepartmentAndDecideNothingElse() {
            var order = passedDown();

            assertThat(stage.reading.buttons(order.order(), worker())).extracting(Reading.Button::action)
                    .containsExactlyInAnyOrder(Action.RECORD_CONTACT, Action.SUPPORT_REPLY, Action.NOTE);
        }

        @Test
        void seeWhatTheirOwnUnitHasAndNothingOfAnother() {
            var others = asked(false).later(Duration.ofMinutes(5)).dispatched("reli");

            assertThat(as("reli-qiangxiu.yixian").get("/api/work-orders/" + others.id()).status()).isEqualTo(404);
            assertThat(as("ncq.wangge").get("/api/work-orders/" + others.id()).status()).isEqualTo(404);
        }

        private Actor worker() {
            return stage.who("reli-qiangxiu.yixian");
        }
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}

package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@HouseTest
@DisplayName("The knowledge base over HTTP")
class KnowledgeApiTests {

    private final ApplicationContext house;

    KnowledgeApiTests(ApplicationContext house) {
        this.house = house;
    }

    private Browser as(String username) {
        return new Browser(house).as(username);
    }

    @Test
    void givesTheAnswerFirstWithItsOwnerAndItsDates() {
        var found = as("agent02").post("/api/knowledge/find", "{\"words\":\"请问取暖费怎么交，能在手机上交吗\"}").json();

        assertThat(found.get(0).path("code").asString("")).isEqualTo("K0104");
        assertThat(found.get(0).path("answer").asString("")).contains("公众号");
        assertThat(found.get(0).path("owner").asString("")).isEqualTo("reli");
        assertThat(found.get(0).path("effectiveAt").asString("")).isNotEmpty();
    }

    @Test
    void offersTemplatesForAWholeSentence() {
        var found = as("agent02").post("/api/knowledge/templates/find", "{\"words\":\"请问取暖费怎么交\"}").json();

        assertThat(found.get(0).path("title").asString("")).isEqualTo("取暖费缴纳方式");
        assertThat(found.get(0).path("loosely").asBoolean()).as("it does not hold the sentence").isTrue();
    }

    @Test
    void putsTemplatesThatOnlyHaveSomeOfTheWordsBehindThoseThatHoldThem() {
        var found = as("agent02").post("/api/knowledge/templates/find", "{\"words\":\"取暖费\"}").json();
        var loosely = new java.util.ArrayList<Boolean>();
        found.forEach(each -> loosely.add(each.path("loosely").asBoolean()));

        assertThat(loosely).startsWith(false).isSorted();
        assertThat(found.findValuesAsString("code")).doesNotHaveDuplicates();
    }

    @Test
    void offersNoTemplateForWordsThatNoneHas() {
        assertThat(as("agent02").post("/api/knowledge/templates/find", "{\"words\":\"量子纠缠和薛定谔方程\"}").json()).isEmpty();
    }

    @Test
    void showsAnExpertTheOwnFieldFirst() {
        var words = "{\"words\":\"怎么办理转移，要什么材料\",\"most\":5}";
        var insurance = as("expert-rs01").post("/api/knowledge/find", words).json();

        assertThat(insurance.get(0).path("owner").asString("")).isEqualTo("rsj");
    }

    @Nested
    class ThePublic {

        @Test
        void findsAndReadsOpenArticlesOnly() {
            var citizen = new Browser(house);
            var found = citizen.post("/api/portal/answers", "{\"words\":\"失业金怎么领\",\"kept\":true}").json();

            assertThat(found.get(0).path("question").asString("")).contains("失业金");
            assertThat(found.get(0).propertyNames()).doesNotContain("signedBy", "owner", "writtenBy");
            assertThat(citizen.post("/api/portal/answers", "{\"words\":\"来电人情绪激动、提到轻生怎么应对\"}").text()).doesNotContain("仅供话务员");
        }

        @Test
        void readsNothingThatIsForTheStaff() {
            var internal = as("agent02").post("/api/knowledge/find", "{\"words\":\"来电人情绪激动、提到轻生怎么应对\"}").json().get(0).path("code").asString("");

            assertThat(new Browser(house).post("/api/portal/answers/read", "{\"code\":\"" + internal + "\"}").status()).isEqualTo(404);
        }
    }

    @Nested
    class AWorkbook {

        private byte[] book(List<String>... rows) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var book = new Workbook(out, "test", "1.0")) {
                var sheet = book.newWorksheet("1");
                var head = List.of("编号", "问题", "群众问法（每行一种）", "答复口径");
                for (int c = 0; c < head.size(); c++) {
                    sheet.value(0, c, head.get(c));
                }
                for (int r = 0; r < rows.length; r++) {
                    for (int c = 0; c < rows[r].size(); c++) {
                        if (rows[r].get(c).startsWith("=")) {
                            sheet.formula(r + 1, c, rows[r].get(c).substring(1));
                        } else {
                            sheet.value(r + 1, c, rows[r].get(c));
                        }
                    }
                }
            }
            return out.toByteArray();
        }

        private Browser.Answer upload(String who, byte[] file, boolean update) {
            var browser = as(who);
            return browser.upload("/api/knowledge/import", "a.xlsx", file, Map.of("update", String.valueOf(update)));
        }

        @Test
        @SuppressWarnings("unchecked")
        void becomesDraftsAndGivesBackTheRowsThatCannotBeTaken() throws IOException {
            var good = List.of("", "竹编培训班怎么报名", "竹编班\n学竹编", "请到就业服务中心报名。", "示例", "", "", "", "", "", "rsj");
            var nobody = List.of("", "没有单位的", "", "答", "", "", "", "", "", "", "nirgendwo");
            var formula = List.of("", "=HYPERLINK(\"http://x\")", "", "=1+1", "", "", "", "", "", "", "rsj");
            var taken = upload("rsj.banli", book(good, nobody, formula), false);

            assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
            assertThat(taken.json().path("created").asInt()).isEqualTo(1);
            assertThat(taken.json().path("faults").asInt()).isEqualTo(2);
            var faults = as("rsj.banli").get("/api/knowledge/files/" + taken.json().path("faultFile").asString(""));
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(faults.bytes())); var rows = book.getFirstSheet().openStream()) {
                var last = rows.map(row -> row.getCell(17).getText()).toList();
                assertThat(last).hasSize(3).element(1).asString().contains("责任单位代码");
                assertThat(last.get(2)).contains("问题");
            }
            assertThat(as("zjj.banli").get("/api/knowledge/files/" + taken.json().path("faultFile").asString("")).status()).isEqualTo(404);
            assertThat(as("rsj.banli").get("/api/knowledge/articles?view=drafts").text()).contains("竹编培训班怎么报名");
        }

        @Test
        void goesOutWithoutAnythingThatASpreadsheetWouldCompute() throws IOException {
            assertThat(Sheets.plain("=cmd|'/C calc'!A0")).startsWith("'=");
            assertThat(Sheets.plain("普通的话")).isEqualTo("普通的话");

            var file = as("supervisor01").get("/api/knowledge/export?view=live&owner=reli");
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.bytes())); var rows = book.getFirstSheet().openStream()) {
                var codes = rows.map(row -> row.getCell(0).getText()).toList();
                assertThat(codes.getFirst()).isEqualTo("编号");
                assertThat(codes).contains("K0104").hasSizeGreaterThan(10);
            }
        }

        @Test
        void thatIsNoneIsRefusedInWords() {
            assertThat(upload("rsj.banli", "no workbook".getBytes(), false).problem()).isEqualTo("sheet-unreadable");
        }
    }

    @Test
    void happensOnceHoweverOftenTheSameKeyComes() {
        var head = as("rsj.banli");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var body = "{\"text\":{\"question\":\"重复的问题\",\"owner\":\"rsj\"}}";

        var first = head.send("POST", "/api/knowledge/articles", body, key).json().path("code").asString("");
        assertThat(first).isNotEmpty();
        assertThat(head.send("POST", "/api/knowledge/articles", body, key).json().path("code").asString("")).isEqualTo(first);
    }
}

package city.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.intake.Receiving;
import city.minsheng.workorder.TrackingCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The house from outside, over real HTTP. */
@HouseTest
@DisplayName("The API")
class ApiTests {

    private static final String REQUESTER = "孔乙己";
    private final ApplicationContext house;
    private final Stage stage;
    private final RequestMappingHandlerMapping mappings;
    private final TrackingCode codes;

    ApiTests(ApplicationContext house, Stage stage, RequestMappingHandlerMapping requestMappingHandlerMapping, TrackingCode codes) {
        this.house = house;
        this.stage = stage;
        this.mappings = requestMappingHandlerMapping;
        this.codes = codes;
    }

    private Browser browser() {
        return new Browser(house);
    }

    private Browser as(String username) {
        return browser().as(username);
    }

    /** By the real clock, as everything over HTTP goes by it. */
    private Tale order(boolean confidential) {
        return new Tale(stage, Instant.now()).received(new Receiving.From(REQUESTER, "13700137000", confidential), Level.GENERAL, Kind.COMPLAINT, null);
    }

    private Tale order() {
        return order(false);
    }

    private static void isProblem(Browser.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asString("")).isNotBlank().doesNotStartWith("title.");
        assertThat(answer.json().path("detail").asString("")).isNotBlank().doesNotStartWith("problem.");
        assertThat(answer.text()).doesNotContain("Exception", "city.minsheng", "\\tat ", "trace");
    }

    private List<String> paths(RequestMethod method) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(method))
                .flatMap(info -> info.getPatternValues().stream()).filter(path -> path.startsWith("/api/")).distinct().sorted().toList();
    }

    @Nested
    class AnError {

        @ParameterizedTest
        @CsvSource({"zh,请重新登录|登录", "en,sign in|Sign in"})
        void isToldInTheReadersLanguage(String language, String words) {
            var answer = browser().speaking(language).get("/api/work-orders");

            isProblem(answer, 401, "not-signed-in");
            assertThat(words.split("\\|")).anySatisfy(word -> assertThat(answer.json().path("detail").asString("")).contains(word));
        }

        @Test
        void of404And403And409And422And428IsAProblemInBothLanguages() {
            var tale = order();
            for (var language : List.of("zh", "en")) {
                var agent = as("agent02").speaking(language);

                isProblem(agent.get("/api/work-orders/" + UUID.randomUUID()), 404, "not-found");
                isProblem(agent.get("/api/nowhere"), 404, "not-found");
                isProblem(agent.get("/api/work-orders/no-uuid"), 400, "unreadable");
                isProblem(agent.send("POST", "/api/work-orders", "{", Map.of("Idempotency-Key", "k")), 400, "unreadable");
                isProblem(agent.act(tale.id(), "approve", 1, "{}"), 409, "action-not-allowed");
                isProblem(agent.act(tale.id(), "terminate", 1, "{\"reasonCode\":\"OTHER\",\"reason\":\"x\"}"), 403, "not-yours");
                isProblem(agent.act(tale.id(), "dispatch", 7, "{\"department\":\"reli\"}"), 409, "changed-meanwhile");
                isProblem(agent.get("/api/admin/people"), 403, "not-yours");
                isProblem(agent.send("POST", "/api/work-orders/" + tale.id() + "/dispatch", "{\"department\":\"reli\"}", Map.of("Idempotency-Key", "k2")), 428, "version-missing");
                isProblem(agent.send("POST", "/api/work-orders/" + tale.id() + "/dispatch", "{\"department\":\"reli\"}", Map.of("If-Match", "\"1\"")), 428, "key-missing");
                var invalid = agent.act(tale.id(), "dispatch", 1, "{\"department\":\"nowhere\"}");
                isProblem(invalid, 422, "invalid");
                assertThat(invalid.json().path("errors").path(0).path("pointer").asString("")).isEqualTo("/department");
                assertThat(invalid.json().path("errors").path(0).path("detail").asString("")).isNotBlank().doesNotStartWith("field.");
            }
            assertThat(tale.did()).hasSize(1);
        }

        @Test
        void namesTheFieldWhoseCodeNobodyKnows() {
            var tale = order();

            var answer = as("agent02").act(tale.id(), "decline", 1, "{\"reasonCode\":\"BECAUSE\",\"reason\":\"x\"}");

            isProblem(answer, 422, "invalid");
            assertThat(answer.json().path("errors").path(0).path("pointer").asString("")).isEqualTo("/reasonCode");
            assertThat(tale.did()).hasSize(1);
        }

        @Test
        void saysTheSameInTwoLanguages() {
            var id = UUID.randomUUID();

            var zh = as("agent02").get("/api/work-orders/" + id).json();
            var en = as("agent02").speaking("en").get("/api/work-orders/" + id).json();

            assertThat(zh.path("type")).isEqualTo(en.path("type"));
            assertThat(zh.path("detail").asString("")).containsPattern("\\p{IsHan}");
            assertThat(en.path("detail").asString("")).doesNotContainPattern("\\p{IsHan}");
        }

        @Test
        void ofAChangeMeanwhileNamesWhoAndWhatAndTheNewVersion() {
            var tale = order().dispatched("reli");

            var answer = as("dispatcher02").act(tale.id(), "dispatch", 1, "{\"department\":\"zjj\"}");

            isProblem(answer, 409, "changed-meanwhile");
            assertThat(answer.json().path("changedBy").asString("")).isEqualTo("dispatcher01");
            assertThat(answer.json().path("changedByName").asString("")).isEqualTo("赵晨曦");
            assertThat(answer.json().path("change").asString("")).isEqualTo("DISPATCH");
            assertThat(answer.json().path("version").asInt()).isEqualTo(2);
            assertThat(answer.json().path("detail").asString("")).contains("赵晨曦", "派单");
        }

        /** Every call that takes a body, with an empty one: refused in words, never by an error that nobody foresaw. */
        @Test
        void isNeverUnforeseenWhereABodyIsEmpty() {
            var tale = order().dispatched("reli").accepted();
            var broken = new ArrayList<String>();
            for (var person : List.of("admin", "reviewer01", "reli.banli", "followup01", "supervisor01", "agent02")) {
                var browser = as(person);
                for (var method : List.of(RequestMethod.POST, RequestMethod.PUT)) {
                    for (var path : paths(method)) {
                        if (path.endsWith("/attachments") || path.endsWith("/session/password") && !person.equals("agent02")) {
                            continue;
                        }
                        var filled = path.replace("{id}", tale.id().toString()).replace("{key}", "empty").replace("{year}", "2030").replace("{username}", "nobody").replaceAll("\\{\\w+}", "1");
                        var answer = browser.send(method.name(), filled, "{}", Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + tale.order().version() + "\""));
                        if (answer.status() >= 500) {
                            broken.add(person + " " + method + " " + path + " → " + answer.status());
                        }
                    }
                }
            }
            assertThat(broken).isEmpty();
        }

        @Test
        void isNeverUnforeseenWhereALineOfAListIsEmptyOrMissing() {
            var tale = order();
            var agent = as("dispatcher01");

            assertThat(agent.act(tale.id(), "dispatch", 1, "{\"department\":\"reli\",\"supporting\":[null]}").status()).isLessThan(500);
            assertThat(agent.act(tale.id(), "dispatch", 1, "{\"department\":\"reli\",\"supporting\":[{}]}").status()).isEqualTo(422);
            assertThat(agent.post("/api/work-orders/batch", "{\"verb\":\"remind\",\"orders\":[null]}").status()).isLessThan(500);
            assertThat(agent.send("PUT", "/api/calendar/2030", "{\"notice\":\"x\",\"days\":[{}]}", Map.of()).status()).isLessThan(500);
            assertThat(as("admin").send("PUT", "/api/calendar/2030", "{\"notice\":\"x\",\"days\":[{}]}", Map.of()).status()).isLessThan(500);
        }

        @ParameterizedTest
        @ValueSource(strings = {"view=nowhere", "status=NOPE", "size=many", "cursor=%00", "cursor=eHg", "from=yesterday", "outcome=NOPE", "due=someday", "size=-5", "size=1000000", "kind=NOPE"})
        void isNeverUnforeseenWhereAFilterIsNonsense(String query) {
            assertThat(as("agent02").get("/api/work-orders?" + query).status()).isLessThan(500);
        }

        @Test
        void ofTheSameMessageOfAChannelSentTwiceNamesTheOrderThatItIs() {
            var agent = as("agent02");
            var body = "{\"channel\":\"wenzheng\",\"externalId\":\"" + UUID.randomUUID() + "\",\"body\":\"路灯不亮\"}";
            var first = agent.post("/api/work-orders", body);
            assertThat(first.status()).isEqualTo(201);

            var second = agent.post("/api/work-orders", body);

            isProblem(second, 409, "there-already");
            assertThat(second.json().path("number").asString("")).isEqualTo(first.json().path("number").asString("?"));
        }
    }

    @Nested
    class WhoSeesWhat {

        @Test
        void nobodySeesAnythingWithoutASession() {
            for (var path : paths(RequestMethod.GET)) {
                if (path.startsWith("/api/portal") || path.equals("/api/session") || path.startsWith("/api/demo")) {
                    continue;
                }
                var filled = path.replace("{id}", order().id().toString()).replaceAll("\\{\\w+}", "1");
                assertThat(browser().get(filled).status()).as(path).isEqualTo(401);
            }
        }

        @Test
        void aDepartmentSeesOnlyItsOwn() {
            var own = order().dispatched("reli");
            var foreign = order().dispatched("zjj");
            var waiting = order();
            var department = as("reli.banli");

            var shown = new ArrayList<String>();
            for (var view : List.of("all", "inbox", "to-accept", "overdue", "emergencies", "deferred", "supporting", "in-progress", "returned", "closed", "to-dispatch", "to-review", "problem")) {
                department.get("/api/work-orders?size=100&view=" + view).json().path("items").forEach(row -> shown.add(row.path("id").asString("")));
            }

            assertThat(shown).contains(own.id().toString()).doesNotContain(foreign.id().toString(), waiting.id().toString());
            assertThat(department.get("/api/work-orders/" + own.id()).status()).isEqualTo(200);
            assertThat(department.post("/api/search", "{\"q\":\"" + foreign.order().number() + "\"}").text()).doesNotContain(foreign.id().toString());
            assertThat(department.post("/api/search", "{\"q\":\"幸福小区\"}").text()).doesNotContain(foreign.id().toString());
        }

        /** A foreign order and one that does not exist are the same to who asks, wherever the id is put. */
        @Test
        void aForeignIdIsNotFoundOnEveryGet() {
            var foreign = order().dispatched("zjj");
            var photo = as("zjj.banli").upload("/api/work-orders/" + foreign.id() + "/attachments", "a.png", png(), Map.of()).json().path("id").asString("");
            assertThat(photo).isNotBlank();
            for (var person : List.of("reli.banli", "reli.fuze", "admin", "reli-qiangxiu.banli")) {
                var browser = as(person);
                for (var path : paths(RequestMethod.GET)) {
                    if (path.startsWith("/api/attachments")) {
                        assertThat(browser.get(path.replace("{id}", photo)).status()).as(person + " " + path).isEqualTo(404);
                    } else if (path.contains("{id}")) {
                        isProblem(browser.get(path.replace("{id}", foreign.id().toString())), 404, "not-found");
                    } else if (path.contains("{number}")) {
                        isProblem(browser.get(path.replace("{number}", foreign.order().number())), 404, "not-found");
                    }
                }
                assertThat(browser.act(foreign.id(), "note", foreign.order().version(), "{\"text\":\"x\"}").status()).isEqualTo(404);
                assertThat(browser.post("/api/work-orders/" + foreign.id() + "/reveal", "{\"reason\":\"回电\"}").status()).isEqualTo(404);
                assertThat(browser.upload("/api/work-orders/" + foreign.id() + "/attachments", "a.png", png(), Map.of()).status()).isEqualTo(404);
            }
        }

        @Test
        void anAnalystSeesFiguresAndNobodysName() {
            var tale = order().dispatched("reli");
            var photo = as("reli.banli").upload("/api/work-orders/" + tale.id() + "/attachments", "a.png", png(), Map.of()).json().path("id").asString("");
            var analyst = as("analyst01");

            var view = analyst.get("/api/work-orders/" + tale.id());

            assertThat(view.status()).isEqualTo(200);
            assertThat(view.json().path("requester").isNull()).isTrue();
            assertThat(view.text()).doesNotContain("孔", "137****");
            assertThat(analyst.post("/api/work-orders/" + tale.id() + "/reveal", "{\"reason\":\"想看\"}").status()).isEqualTo(403);
            assertThat(analyst.post("/api/requesters/look-up", "{\"phone\":\"13700137000\"}").status()).isEqualTo(403);
            assertThat(analyst.post("/api/search", "{\"q\":\"13700137000\"}").text()).doesNotContain(tale.id().toString());
            assertThat(analyst.get("/api/attachments/" + photo).status()).isEqualTo(404);
            assertThat(analyst.upload("/api/work-orders/" + tale.id() + "/attachments", "a.png", png(), Map.of()).status()).isEqualTo(403);
        }

        @Test
        void anAdministratorSeesNoOrders() {
            var tale = order();
            var admin = as("admin");

            assertThat(admin.get("/api/work-orders?view=all").json().path("items").isEmpty()).isTrue();
            assertThat(admin.get("/api/work-orders/" + tale.id()).status()).isEqualTo(404);
            assertThat(admin.get("/api/admin/people").status()).isEqualTo(200);
            assertThat(admin.post("/api/search", "{\"q\":\"" + tale.order().number() + "\"}").text()).doesNotContain(tale.id().toString());
        }

        @Test
        void onlySupervisionAndDispatchersSeeTheDay() {
            assertThat(as("supervisor01").get("/api/supervision/today").status()).isEqualTo(200);
            isProblem(as("agent02").get("/api/supervision/today"), 403, "not-yours");
            isProblem(as("reli.fuze").get("/api/supervision/today"), 403, "not-yours");
        }

        @Test
        void onlyTheHallTakesRequestsIn() {
            for (var person : List.of("reli.banli", "analyst01", "admin", "supervisor01")) {
                assertThat(as(person).post("/api/work-orders", "{\"channel\":\"hotline\",\"body\":\"x\"}").status()).as(person).isEqualTo(403);
            }
        }
    }

    @Nested
    class AContact {

        @Test
        void isMaskedAndShownInClearOnlyWithAReasonThatIsKept() {
            var tale = order().dispatched("reli");
            var department = as("reli.banli");
            var path = "/api/work-orders/" + tale.id() + "/reveal";

            assertThat(department.get("/api/work-orders/" + tale.id()).json().path("requester").path("phone").asString("")).isEqualTo("137****7000");
            isProblem(department.post(path, "{}"), 422, "invalid");
            isProblem(department.post(path, "{\"reason\":\" x \"}"), 422, "invalid");
            assertThat(revealed(tale.id())).isEmpty();

            var shown = department.post(path, "{\"reason\":\"联系诉求人\"}");

            assertThat(shown.json().path("phone").asString("")).isEqualTo("13700137000");
            assertThat(shown.header("Cache-Control")).contains("no-store");
            assertThat(revealed(tale.id())).containsExactly("reli.banli 联系诉求人");
        }

        private List<String> revealed(UUID order) {
            return stage.jdbc.sql("select username || ' ' || reason from contact_reveal where order_id = :id order by id").param("id", order).query(String.class).list();
        }

        @Test
        void ofAConfidentialOrderIsHiddenFromTheDepartment() {
            var tale = order(true).dispatched("reli");
            var department = as("reli.banli");

            var view = department.get("/api/work-orders/" + tale.id());

            assertThat(view.json().path("requester").isNull()).isTrue();
            assertThat(view.text()).doesNotContain("孔", "137****");
            isProblem(department.post("/api/work-orders/" + tale.id() + "/reveal", "{\"reason\":\"联系诉求人\"}"), 403, "not-yours");
            assertThat(revealed(tale.id())).isEmpty();
            assertThat(as("agent02").get("/api/work-orders/" + tale.id()).json().path("requester").path("name").asString("")).isEqualTo("孔**");
        }

        /** One number through every door, then looked for in every column of every table and in everything that was logged. */
        @Test
        @ExtendWith(OutputCaptureExtension.class)
        void standsInPlainTextNowhere(CapturedOutput output) {
            var phone = "13512345678";
            var agent = as("agent02");
            var body = "{\"channel\":\"hotline\",\"body\":\"路灯不亮\",\"requester\":{\"name\":\"阮小七郎\",\"phone\":\"" + phone + "\",\"confidential\":false}}";
            var receipt = agent.post("/api/work-orders", body).json();
            var id = UUID.fromString(receipt.path("id").asString(""));
            assertThat(agent.act(id, "dispatch", 1, "{\"department\":\"reli\"}").status()).isEqualTo(200);
            assertThat(browser().post("/api/portal/requests", "{\"body\":\"路灯不亮\",\"name\":\"阮小七郎\",\"phone\":\"" + phone + "\",\"confidential\":false,\"anonymous\":false}").status()).isEqualTo(201);
            assertThat(agent.post("/api/requesters/look-up", "{\"phone\":\"" + phone + "\"}").status()).isEqualTo(200);
            assertThat(agent.post("/api/search", "{\"q\":\"" + phone + "\"}").text()).contains(id.toString());
            assertThat(agent.send("PUT", "/api/drafts/desk", body, Map.of()).status()).isEqualTo(200);
            assertThat(agent.get("/api/drafts/desk").text()).isEqualTo(body); // sealed, and still there
            assertThat(agent.get("/api/drafts").text()).contains("hotline");
            assertThat(as("reli.banli").post("/api/work-orders/" + id + "/reveal", "{\"reason\":\"联系诉求人\"}").text()).contains(phone);
            agent.post("/api/work-orders", body.replace("\"hotline\"", "\"nowhere\"")); // refused, and not logged either
            agent.send("POST", "/api/work-orders", body.substring(3), Map.of("Idempotency-Key", "k"));
            stage.delivered();
            Stage.sleep(300);

            assertThat(findings(phone)).isEmpty();
            assertThat(findings("阮小七郎")).isEmpty();
            assertThat(output.getAll()).doesNotContain(phone).doesNotContain("阮小七郎");
        }

        private List<String> findings(String text) {
            var columns = stage.jdbc.sql("""
                            select c.table_name || ' ' || c.column_name
                              from information_schema.columns c
                              join information_schema.tables t using (table_schema, table_name)
                             where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                               and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea')
                            """).query(String.class).list();
            assertThat(columns).as("columns that were looked at").hasSizeGreaterThan(100).contains("draft body", "requester phone", "message words");
            return columns.stream().filter(column -> {
                var parts = column.split(" ");
                var value = parts[1].equals("task_data") ? "encode(" + parts[1] + ", 'escape')" : "\"" + parts[1] + "\"::text";
                return stage.jdbc.sql("select exists (select 1 from \"" + parts[0] + "\" where position(:text in " + value + ") > 0)").param("text", text).query(Boolean.class).single();
            }).toList();
        }

        @Test
        void isNeverAskedForInAnAddress() {
            var named = mappings.getHandlerMethods().values().stream().flatMap(method -> Arrays.stream(method.getMethodParameters()))
                    .filter(p -> p.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestParam.class)
                            || p.hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class))
                    .filter(p -> !p.getContainingClass().getSimpleName().equals("PortalController")) // parts of a form, not of the address
                    .map(p -> p.getParameter().getName()).toList();

            assertThat(named).isNotEmpty().doesNotContain("phone", "name", "contact", "code", "idNumber");
        }
    }

    @Nested
    class AnUpload {

        private Browser.Answer upload(UUID order, String name, byte[] file) {
            return as("agent02").upload("/api/work-orders/" + order + "/attachments", name, file, Map.of());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "photo.jpg | <html><script>alert(1)</script></html>", "photo.png | <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "paper.pdf | #!/bin/sh", "photo.jpg | <?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "a.txt | plain words"})
        void isWhatItsContentSaysAndNotWhatItsNameSays(String name, String content) {
            var answer = upload(order().id(), name, content.getBytes(StandardCharsets.UTF_8));

            isProblem(answer, 415, "wrong-type");
        }

        @Test
        void thatOnlyBeginsLikeAPhotoIsRefused() throws IOException {
            var broken = Arrays.copyOf(jpeg(), 40);
            isProblem(upload(order().id(), "photo.jpg", broken), 415, "wrong-type");

            var gif = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "gif", gif);
            isProblem(upload(order().id(), "photo.jpg", gif.toByteArray()), 415, "wrong-type");
        }

        @Test
        void losesWhereAndWhenItWasTaken() throws IOException {
            var tale = order();
            var photo = withExif(jpeg(), "\0\0\0\0\0\0GPS-38.5N-114.9E");
            assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", "GPS-38.5N");

            var id = upload(tale.id(), "现场.jpg", photo).json().path("id").asString("");
            var back = as("agent02").get("/api/attachments/" + id);

            assertThat(back.status()).isEqualTo(200);
            assertThat(new String(back.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS-38.5N");
            assertThat(ImageIO.read(new java.io.ByteArrayInputStream(back.bytes())).getWidth()).isEqualTo(8);
        }

        @ParameterizedTest(name = "held as EXIF says {0}")
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void standsUprightHoweverTheTelephoneWasHeld(int orientation) throws IOException {
            var id = upload(order().id(), "现场.jpg", held(orientation)).json().path("id").asString("");

            var back = ImageIO.read(new java.io.ByteArrayInputStream(as("agent02").get("/api/attachments/" + id).bytes()));

            assertThat(back.getWidth()).isEqualTo(64);
            assertThat(back.getHeight()).isEqualTo(32);
            assertThat(new java.awt.Color(back.getRGB(8, 8)).getRed()).as("the bright corner is above, to the left").isGreaterThan(200);
            assertThat(new java.awt.Color(back.getRGB(56, 24)).getRed()).isLessThan(60);
            assertThat(new java.awt.Color(back.getRGB(56, 8)).getRed()).isLessThan(60);
            assertThat(new java.awt.Color(back.getRGB(8, 24)).getRed()).isLessThan(60);
        }

        /** A picture of 64 × 32 with a bright corner above left, stored as by a telephone that is held so. */
        private static byte[] held(int orientation) throws IOException {
            int width = orientation < 5 ? 64 : 32;
            int height = 96 - width;
            var stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var paint = stored.createGraphics();
            paint.fillRect(List.of(2, 3, 7, 8).contains(orientation) ? width / 2 : 0, List.of(3, 4, 6, 7).contains(orientation) ? height / 2 : 0, width / 2, height / 2);
            paint.dispose();
            var jpeg = new ByteArrayOutputStream();
            ImageIO.write(stored, "jpeg", jpeg);
            return withExif(jpeg.toByteArray(), "\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0");
        }

        @Test
        void comesBackAsADownloadThatNoBrowserRuns() {
            var id = upload(order().id(), "现场\"\r\nX-Evil: 1.png", png()).json().path("id").asString("");

            var back = as("agent02").get("/api/attachments/" + id);

            assertThat(back.header("Content-Disposition")).startsWith("attachment");
            assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(back.header("Content-Type")).isEqualTo("image/png");
            assertThat(back.header("Content-Security-Policy")).contains("sandbox");
            assertThat(back.header("X-Evil")).isEmpty();
        }

        @Test
        void hasALargestSizeAndALargestNumber() {
            var tale = order();
            isProblem(upload(tale.id(), "empty.png", new byte[0]), 413, "too-large");
            isProblem(upload(tale.id(), "large.pdf", pdf(10 * 1024 * 1024 + 1)), 413, "too-large");
            isProblem(upload(tale.id(), "huge.pdf", pdf(13 * 1024 * 1024)), 413, "too-large");

            var agent = as("agent02");
            for (int i = 0; i < 20; i++) {
                assertThat(agent.upload("/api/work-orders/" + tale.id() + "/attachments", i + ".pdf", pdf(100), Map.of()).status()).isEqualTo(200);
            }
            isProblem(upload(tale.id(), "21.pdf", pdf(100)), 409, "too-many-files");
        }

        @Test
        void ofACitizenNeedsNumberAndCode() {
            var tale = order();
            var number = tale.order().number();

            assertThat(browser().upload("/api/portal/attachments", "a.png", png(), Map.of("number", number, "code", "AAAAAAAA")).status()).isEqualTo(404);
            assertThat(browser().upload("/api/portal/attachments", "a.png", png(), Map.of("number", number, "code", codes.of(number))).status()).isEqualTo(200);
        }
    }

    @Nested
    class TheCitizensDoor {

        @Test
        void opensWithNumberAndCodeAndShowsNoInternalWord() {
            var tale = order().dispatched("reli").accepted().contacted();
            as("reli.banli").act(tale.id(), "note", tale.order().version(), "{\"text\":\"内部备注不外传\"}");
            var number = tale.order().number();

            var view = browser().post("/api/portal/track", "{\"number\":\"" + number + "\",\"code\":\"" + codes.of(number).toLowerCase(java.util.Locale.ROOT) + "\"}");

            assertThat(view.status()).isEqualTo(200);
            assertThat(view.json().path("number").asString("")).isEqualTo(number);
            assertThat(view.text()).doesNotContain("内部备注", "孔", "137", "reli.banli", "田立民", "dispatcher01");
        }

        @Test
        void toldAWrongCodeOrAnUnknownNumberSaysTheSame() {
            var number = order().order().number();

            var wrong = browser().post("/api/portal/track", "{\"number\":\"" + number + "\",\"code\":\"AAAAAAAA\"}");
            var unknown = browser().post("/api/portal/track", "{\"number\":\"20990101000001\",\"code\":\"AAAAAAAA\"}");

            isProblem(wrong, 404, "not-found");
            assertThat(wrong.text()).isEqualTo(unknown.text());
        }

        @Test
        void shutsAfterTenWrongCodesAlsoForTheRightOne() {
            var number = order().order().number();
            for (int i = 0; i < 10; i++) {
                browser().post("/api/portal/track", "{\"number\":\"" + number + "\",\"code\":\"WRONG00" + i + "\"}");
            }

            isProblem(browser().post("/api/portal/track", "{\"number\":\"" + number + "\",\"code\":\"" + codes.of(number) + "\"}"), 429, "too-many");
        }
    }

    @Nested
    class EveryAnswer {

        @ParameterizedTest
        @ValueSource(strings = {"/", "/desk/", "/api/session", "/api/portal/reference", "/api/work-orders"})
        void carriesTheSecurityHeaders(String path) {
            var answer = browser().get(path);

            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("Server")).isEmpty();
            if (path.startsWith("/api/")) {
                assertThat(answer.header("Cache-Control")).contains("no-store");
            }
        }

        @Test
        void ofAnActCarriesTheVersionThatTheNextOneNeeds() {
            var tale = order();

            var answer = as("dispatcher01").act(tale.id(), "dispatch", 1, "{\"department\":\"reli\"}");

            assertThat(answer.header("ETag")).isEqualTo("\"2\"");
            assertThat(as("reli.banli").act(tale.id(), "accept", 2, "{}").header("ETag")).isEqualTo("\"3\"");
        }

        @Test
        void toTheSameKeyIsTheSame() {
            var tale = order();
            var dispatcher = as("dispatcher01");
            var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\"");

            var first = dispatcher.send("POST", "/api/work-orders/" + tale.id() + "/dispatch", "{\"department\":\"reli\"}", headers);
            var second = dispatcher.send("POST", "/api/work-orders/" + tale.id() + "/dispatch", "{\"department\":\"reli\"}", headers);
            var other = dispatcher.send("POST", "/api/work-orders/" + tale.id() + "/dispatch", "{\"department\":\"zjj\"}", headers);

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json()).isEqualTo(first.json());
            isProblem(other, 422, "key-reused");
            assertThat(tale.did()).hasSize(2);
        }
    }

    static byte[] png() {
        return picture("png");
    }

    static byte[] jpeg() {
        return picture("jpeg");
    }

    private static byte[] picture(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    /** An APP1 segment behind the head, as a phone writes it. */
    /** @param head the first list of entries, as EXIF writes it, and what follows */
    private static byte[] withExif(byte[] jpeg, String head) {
        var exif = ("Exif\0\0MM\0*\0\0\0\b" + head).getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)});
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}

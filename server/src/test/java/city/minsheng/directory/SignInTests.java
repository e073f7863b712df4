package city.minsheng.directory;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@HouseTest
@DisplayName("Signing in")
class SignInTests {

    private final ApplicationContext house;
    private final SignIns signIns;
    private final Stage stage;

    SignInTests(ApplicationContext house, SignIns signIns, Stage stage) {
        this.house = house;
        this.signIns = signIns;
        this.stage = stage;
    }

    private Browser browser() {
        var browser = new Browser(house);
        browser.get("/api/session");
        return browser;
    }

    private Browser.Answer signIn(Browser browser, String username, String password) {
        return browser.post("/api/session", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    void worksWithTheOneTimePasswordWhichMustThenBeChanged() {
        var password = signIns.resetPassword("agent10");
        var browser = browser();

        var answer = signIn(browser, "agent10", password);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("person").path("mustChangePassword").asBoolean()).isTrue();
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        browser.get("/api/session");
        assertThat(browser.post("/api/session/password", "{\"old\":\"" + password + "\",\"fresh\":\"short\"}").problem()).isEqualTo("weak-password");
        assertThat(browser.post("/api/session/password", "{\"old\":\"" + password + "\",\"fresh\":\"a long new password\"}").status()).isEqualTo(200);
        assertThat(browser.get("/api/session").json().path("person").path("mustChangePassword").asBoolean()).isFalse();
        assertThat(signIn(browser(), "agent10", password).problem()).isEqualTo("wrong-password");
        assertThat(signIn(browser(), "agent10", "a long new password").status()).isEqualTo(200);
    }

    @Test
    void opensNothingButThePageOfTheOwnPasswordWhileSomebodyElseChoseIt() {
        var password = signIns.resetPassword("agent12");
        var browser = browser();
        signIn(browser, "agent12", password);

        assertThat(browser.get("/api/work-orders").problem()).isEqualTo("choose-a-password");
        assertThat(browser.get("/api/session").json().path("person").path("mustChangePassword").asBoolean()).isTrue();
        browser.post("/api/session/password", "{\"old\":\"" + password + "\",\"fresh\":\"a long new password\"}");

        assertThat(browser.get("/api/work-orders").status()).isEqualTo(200);
    }

    @Test
    void locksAfterFiveWrongPasswordsAlsoWhenTheyComeAllAtOnce() throws Exception {
        var password = signIns.resetPassword("agent11");

        var problems = atOnce(8, () -> signIn(browser(), "agent11", "wrong").problem());

        assertThat(problems).filteredOn("wrong-password"::equals).hasSize(5);
        assertThat(problems).filteredOn("locked"::equals).hasSize(3);
        assertThat(signIn(browser(), "agent11", password).problem()).isEqualTo("locked"); // the right one too

        var admin = new Browser(house).as("admin");
        assertThat(admin.post("/api/admin/people/agent11/unlock", "").json().path("locked").asBoolean()).isFalse();
        assertThat(signIn(browser(), "agent11", password).status()).isEqualTo(200);
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        var start = new CyclicBarrier(count);
        try (var threads = Executors.newFixedThreadPool(count)) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void opensAgainAfterTenMinutesWithFiveNewTries() {
        var password = signIns.resetPassword("agent12");
        var now = Instant.parse("2025-03-03T01:00:00Z");
        for (int i = 0; i < 5; i++) {
            assertThat(code(now, "agent12", "wrong")).isEqualTo("wrong-password");
        }
        assertThat(code(now.plus(Duration.ofMinutes(9)), "agent12", password)).isEqualTo("locked");

        var later = now.plus(Duration.ofMinutes(11));
        for (int i = 0; i < 4; i++) {
            assertThat(code(later, "agent12", "wrong")).isEqualTo("wrong-password");
        }
        assertThat(code(later, "agent12", password)).isEqualTo("in");
    }

    @Test
    void forgetsTheWrongOnesOnceTheRightOneCame() {
        var password = signIns.resetPassword("agent13");
        var now = Instant.parse("2025-03-03T01:00:00Z");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(code(now, "agent13", "wrong")).isEqualTo("wrong-password");
            }
            assertThat(code(now, "agent13", password)).isEqualTo("in");
        }
    }

    private String code(Instant at, String username, String password) {
        return Time.at(at, () -> {
            try {
                signIns.signIn(username, password);
                return "in";
            } catch (city.minsheng.platform.Refusal refusal) {
                return refusal.code();
            }
        });
    }

    @Test
    void saysTheSameOfAnUnknownNameAndAWrongPassword() {
        signIns.resetPassword("agent14");

        var unknown = signIn(browser(), "nobody", "wrong");
        var wrong = signIn(browser(), "agent14", "wrong");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void withoutTheCsrfTokenIsRefusedAndSoIsEveryOtherChange() {
        var browser = new Browser(house).as("agent02").withoutToken();

        for (var answer : List.of(browser.post("/api/demo/session", "{\"username\":\"admin\"}"), browser.post("/api/work-orders", "{\"channel\":\"hotline\",\"body\":\"x\"}"),
                browser.send("DELETE", "/api/session", null, Map.of()), browser.send("PUT", "/api/drafts/x", "{}", Map.of()))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(browser.get("/api/session").json().path("person").path("username").asString("")).isEqualTo("agent02");
    }

    @Test
    void endsWithSigningOutAndTheTokenIsWorthNothingAfterwards() {
        var browser = new Browser(house).as("agent15");
        var token = browser.cookie("MINSHENG");
        assertThat(stage.jdbc.sql("select count(*) from sign_in where token_digest = :token").param("token", token).query(Integer.class).single())
                .as("the token itself is nowhere").isZero();

        assertThat(browser.send("DELETE", "/api/session", null, Map.of()).status()).isEqualTo(200);

        var thief = new Browser(house).send("GET", "/api/work-orders", null, Map.of("Cookie", "MINSHENG=" + token));
        assertThat(thief.status()).isEqualTo(401);
    }

    @Test
    void changingThePasswordEndsEveryOtherSessionOfThePerson() {
        var password = signIns.resetPassword("agent16");
        var one = browser();
        var other = browser();
        signIn(one, "agent16", password);
        signIn(other, "agent16", password);
        one.get("/api/session");

        assertThat(one.post("/api/session/password", "{\"old\":\"" + password + "\",\"fresh\":\"a long new password\"}").status()).isEqualTo(200);

        assertThat(one.get("/api/work-orders").status()).isEqualTo(200);
        assertThat(other.get("/api/work-orders").status()).isEqualTo(401);
    }

    @Test
    void keepsNoPasswordInPlainText() {
        var password = signIns.resetPassword("agent17");

        var hash = stage.jdbc.sql("select password_hash from person where username = 'agent17'").query(String.class).single();

        assertThat(hash).contains("argon2id").doesNotContain(password);
    }
}

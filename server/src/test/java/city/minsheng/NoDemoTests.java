package city.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@HouseTest(value = "earnest", properties = "minsheng.demo=false")
@DisplayName("Without demo mode")
class NoDemoTests {

    private final ApplicationContext house;
    private final Stage stage;

    NoDemoTests(ApplicationContext house, Stage stage) {
        this.house = house;
        this.stage = stage;
    }

    @Test
    void nobodyIsSignedInByOneClick() {
        var browser = new Browser(house);
        assertThat(browser.get("/api/session").json().path("demo").asBoolean()).isFalse();

        assertThat(browser.get("/api/demo/people").status()).isEqualTo(404);
        assertThat(browser.post("/api/demo/session", "{\"username\":\"admin\"}").status()).isEqualTo(404);
        assertThat(browser.post("/api/demo/clock", "{\"to\":\"2025-01-01T00:00:00+08:00\"}").status()).isEqualTo(404);
        assertThat(browser.get("/api/work-orders").status()).isEqualTo(401);
    }

    @Test
    void onlyTheAdministratorHasAPasswordAndItIsForOneSignIn() {
        assertThat(stage.jdbc.sql("select username from person where password_hash is not null").query(String.class).list()).containsExactly("admin");
        assertThat(stage.jdbc.sql("select must_change_password from person where username = 'admin'").query(Boolean.class).single()).isTrue();
        assertThat(stage.jdbc.sql("select count(*) from work_order").query(Integer.class).single()).isZero();
    }
}

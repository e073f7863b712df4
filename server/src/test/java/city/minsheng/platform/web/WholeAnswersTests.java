package city.minsheng.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

@HouseTest
@DisplayName("Answers of the API")
class WholeAnswersTests {

    private final WebServerApplicationContext house;

    WholeAnswersTests(WebServerApplicationContext house) {
        this.house = house;
    }

    @Test
    void leaveInOnePieceAndSayTheirLength() {
        var answer = new Browser(house).as("agent01").get("/api/session");

        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
    }
}

package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The parts of a phrase")
class PartsTests {

    @ParameterizedTest(name = "{0} is about {1}")
    @CsvSource({
        "暖气不热, 暖气 不热", // single characters join their neighbour, and no word's end joins the next word
        "停车位占用物业管理, 停车位 占用 物业 管理",
        "停车位, 停车 车位", // one word comes in its pairs
        "不，热, ''", // what a sign parts is not joined
        "停水又停水, 停水", // each once
        "哈哈哈, 哈哈",
        "供暖, ''", // two characters have no parts
        "A3区停水, a3 停水",
        "13800000000, ''",
    })
    void areItsWords(String phrase, String parts) {
        assertThat(Parts.of(phrase)).isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split(" ")));
    }
}

package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The initials of a name")
class InitialsTests {

    @ParameterizedTest(name = "{0} is found by {1} at {2}")
    @CsvSource({
        "住建局, zjj, 0",
        "市住建局, ZJJ, 1",
        "人力资源和社会保障局, rlzy, 0",
        "城东新区, xq, 2",
        "A3区, a3q, 0",
        "重庆路, cql, 0", // two readings, the rarer is meant
        "重庆路, zql, 0",
        "长安街, zaj, 0",
        "长安街, caj, 0",
    })
    void fitAnywhereInIt(String name, String typed, int at) {
        assertThat(Initials.find(typed, name)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"住建局, zjq", "住建局, zjjj", "住建局, ''", "'', zjj", "热力（集团）, lj"})
    void fitNowhereElse(String name, String typed) {
        assertThat(Initials.find(typed, name)).isEqualTo(-1);
    }

    @Test
    void areOneForEachCharacterSoThatPositionsStay() {
        assertThat(Initials.of("乐凯 5 号")).containsExactly("ly", "k", "", "5", "", "h");
    }
}

package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Masking 去敏")
class MaskingTests {

    @ParameterizedTest
    @CsvSource({"13812341234, 138****1234", "3122550001, 312****001", "2550001, 25****01", "110, 1****0"})
    void showsOfANumberWhatANoticeShows(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王**", "欧阳, 欧**", "𠮷野家, 𠮷**"})
    void showsOfANameItsFirstCharacter(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @Test
    void findsNumbersInsideAText() {
        assertThat(Masking.text("电话13812341234，身份证130682199001011234。订单20250303000001")).isEqualTo("电话138****1234，身份证13*************234。订单20250303000001");
    }

    @Test
    void hasNothingToShowOfNothing() {
        assertThat(Masking.phone(null)).isNull();
        assertThat(Masking.phone(" ")).isNull();
        assertThat(Masking.name("")).isNull();
    }
}

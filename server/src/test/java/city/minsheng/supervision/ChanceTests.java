package city.minsheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A share of exclusions")
class ChanceTests {

    @Test
    void hasJumpedWithTheChanceThatFishersTestGives() {
        assertThat(Chance.ofSoMany(8, 12, 0, 12)).as("C(12,8) / C(24,8)").isCloseTo(495.0 / 735_471, within(1e-12));
        assertThat(Chance.ofSoMany(3, 4, 1, 4)).as("the lady who tastes tea").isCloseTo(17.0 / 70, within(1e-12));
    }

    @Test
    void hasNotJumpedWhereItIsWhatItWas() {
        assertThat(Chance.ofSoMany(10, 100, 10, 100)).isGreaterThan(0.5);
        assertThat(Chance.ofSoMany(0, 50, 0, 50)).isCloseTo(1, within(1e-12));
    }

    @Test
    void saysNothingWhereThereIsNoPast() {
        assertThat(Chance.ofSoMany(5, 20, 0, 0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isCountedForLargeNumbersToo() {
        assertThat(Chance.ofSoMany(60, 2_000, 100, 20_000)).isLessThan(1e-12);
        assertThat(Chance.ofSoMany(12, 2_000, 100, 20_000)).isBetween(0.2, 0.5);
    }
}

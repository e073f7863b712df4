package city.minsheng.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When a season began to be felt")
class OnsetTests {

    private static int[] days(int rises) {
        return IntStream.range(0, 63).map(day -> day >= rises ? 4 : day % 7 == 0 ? 1 : 0).toArray();
    }

    @Test
    void isWhenAWeekHasTwiceWhatWasUsual() {
        assertThat(Onset.rise(days(40), 21).orElseThrow()).isBetween(35, 40);
    }

    @Test
    void isNoDayWhereNothingRose() {
        assertThat(Onset.rise(days(63), 21)).isEmpty();
    }

    @Test
    void isNoDayForAHandfulOfCalls() {
        assertThat(Onset.rise(IntStream.range(0, 63).map(day -> day == 30 || day == 33 ? 1 : 0).toArray(), 21)).isEmpty();
    }
}

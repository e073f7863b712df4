package city.minsheng.textmining.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Quality")
class QualityTests {

    static final double[] SURE = {0.95, 0.05, 0, 0};
    static final double[] UNSURE = {0.6, 0.4, 0, 0};

    @Test
    void countsARareCategoryAsMuchAsAFrequentOne() {
        var quality = Quality.of(new double[][] {SURE, SURE, SURE, SURE}, new int[] {0, 0, 0, 1}, 4);

        assertThat(quality.accuracy()).isEqualTo(0.75);
        assertThat(quality.macroF1()).isCloseTo((6 / 7.0 + 0) / 2, within(1e-9));
    }

    @Test
    void measuresWhatWasPromisedAgainstWhatCameTrue() {
        var quality = Quality.of(new double[][] {UNSURE, UNSURE, UNSURE, UNSURE, UNSURE}, new int[] {0, 0, 0, 1, 1}, 4);

        assertThat(quality.ece()).isCloseTo(0, within(1e-9));
        assertThat(Quality.of(new double[][] {SURE}, new int[] {1}, 4).ece()).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void tellsHowManyAreSureAndHowManyOfThoseAreRight() {
        var quality = Quality.of(new double[][] {SURE, SURE, UNSURE, UNSURE}, new int[] {0, 1, 0, 0}, 4);

        assertThat(quality.coverage90()).isEqualTo(0.5);
        assertThat(quality.accuracy90()).isEqualTo(0.5);
    }

    @Test
    void leavesOutWhatNobodyDecided() {
        assertThat(Quality.of(new double[][] {SURE, SURE}, new int[] {0, -1}, 4).texts()).isEqualTo(1);
        assertThat(Quality.of(new double[][] {SURE}, new int[] {-1}, 4)).isEqualTo(Quality.UNKNOWN);
    }
}

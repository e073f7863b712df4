package city.minsheng.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is out of the ordinary")
class UnusualTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void isNotAThirdCallWhereTwoAreUsual() {
        assertThat(Unusual.chance(3, 2)).isGreaterThan(0.3);
    }

    @Test
    void isAThirdCallWhereNobodyEverCalls() {
        assertThat(Unusual.chance(3, 0.02)).isLessThan(0.00001);
    }

    @Test
    void countsTheChanceOfSoManyAndMore() {
        assertThat(Unusual.chance(1, 1)).isCloseTo(1 - Math.exp(-1), within(1e-12));
        assertThat(Unusual.chance(0, 1)).isEqualTo(1);
    }

    @Test
    void isSaidInRoundNumbers() {
        assertThat(Unusual.oneIn(0.5)).isEqualTo(1);
        assertThat(Unusual.oneIn(0.04)).isEqualTo(10);
        assertThat(Unusual.oneIn(0.0000013)).isEqualTo(100_000);
        assertThat(Unusual.oneIn(7e-9)).isEqualTo(1_000_000);
    }

    @Nested
    class ARank {

        private static Rank.Told told(String caller, String place, Instant at) {
            return new Rank.Told(caller, place, at);
        }

        @Test
        void countsOneCallersFloodAsOne() {
            var flood = IntStream.range(0, 92).mapToObj(i -> told("one", "福康花园", NOW)).toList();

            assertThat(Rank.of(flood, null, NOW).callers()).isEqualTo(1);
            assertThat(Rank.of(flood, null, NOW).heat()).isCloseTo(1, within(1e-9));
        }

        @Test
        void isHigherWhereMoreCallThanOnTheSameWeekdayAsARule() {
            var sudden = List.of(told("a", "福康花园", NOW), told("b", "福康花园", NOW), told("c", "福康花园", NOW));
            var usual = new java.util.ArrayList<>(sudden);
            usual.addAll(sudden.stream().map(told -> told(told.caller(), told.place(), NOW.minus(Duration.ofDays(7)))).toList());

            assertThat(Rank.of(sudden, null, NOW).score()).isGreaterThan(Rank.of(usual, null, NOW).score());
            assertThat(Rank.of(usual, null, NOW).usualDay()).isCloseTo(0.75, within(1e-9));
        }

        @Test
        void isHigherWhereTheMatterIsAboveItsSeason() {
            var told = List.of(told("a", "福康花园", NOW), told("b", "福康花园", NOW));

            assertThat(Rank.of(told, new Rank.Season(20, 2), NOW).score()).isGreaterThan(Rank.of(told, new Rank.Season(20, 19), NOW).score());
            assertThat(Rank.of(told, new Rank.Season(2, 20), NOW).score()).isEqualTo(Rank.of(told, null, NOW).score());
        }

        @Test
        void isHigherWhereMorePlacesAreTouched() {
            var narrow = List.of(told("a", "福康花园", NOW), told("b", "福康花园", NOW));
            var broad = List.of(told("a", "福康花园", NOW), told("b", "清风苑", NOW));

            assertThat(Rank.of(broad, null, NOW).score()).isGreaterThan(Rank.of(narrow, null, NOW).score());
        }
    }
}

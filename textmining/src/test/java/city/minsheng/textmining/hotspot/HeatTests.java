package city.minsheng.textmining.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The heat of an event")
class HeatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Request told(String caller, Instant at) {
        return new Request(caller + at, caller, "", "", at);
    }

    @Test
    void countsOneCallersFloodAsOne() {
        var flood = IntStream.range(0, 92).mapToObj(i -> told("a", NOW)).toList();

        assertThat(Heat.peak(flood)).isEqualTo(1);
    }

    @Test
    void fallsToHalfWhenNobodyAsksForAMonth() {
        assertThat(Heat.at(List.of(NOW, NOW), NOW.plus(Heat.HALF), Heat.HALF)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isHigherForAWeekOfManyThanForAYearOfTheSameMany() {
        var week = IntStream.range(0, 10).mapToObj(i -> told("c" + i, NOW.plus(Duration.ofHours(12L * i)))).toList();
        var year = IntStream.range(0, 10).mapToObj(i -> told("c" + i, NOW.plus(Duration.ofDays(36L * i)))).toList();

        assertThat(Heat.peak(week)).isGreaterThan(2 * Heat.peak(year));
    }
}

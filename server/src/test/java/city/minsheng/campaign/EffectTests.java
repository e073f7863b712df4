package city.minsheng.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The effect of a campaign")
class EffectTests {

    private static final LocalDate START = LocalDate.of(2023, 10, 30);
    private static final LocalDate END = LocalDate.of(2023, 12, 29);

    private static void calls(List<Effect.Call> calls, int n, LocalDate day, boolean swept) {
        for (int i = 0; i < n; i++) {
            calls.add(new Effect.Call(UUID.randomUUID(), day, null, swept));
        }
    }

    private static Effect effect(LocalDate today, int sweptBefore, int sweptAfter, int othersBefore, int othersAfter) {
        var calls = new ArrayList<Effect.Call>();
        calls(calls, sweptBefore, START.minusDays(10), true);
        calls(calls, othersBefore, START.minusDays(10), false);
        calls(calls, 3, START.plusDays(5), true);
        calls(calls, sweptAfter, END.plusDays(3), true);
        calls(calls, othersAfter, END.plusDays(3), false);
        return Effect.of(Effect.spans(START, END, 30, today), calls, 40, 5);
    }

    @Test
    void isTheChangeAtPlacesSweptLessThatOfTheOthers() {
        var effect = effect(END.plusDays(60), 40, 8, 20, 18);

        assertThat(effect.swept().change()).isEqualTo(-80.0, within(1e-9));
        assertThat(effect.others().change()).isEqualTo(-10.0, within(1e-9));
        assertThat(effect.difference()).isEqualTo(-70.0, within(1e-9));
        assertThat(effect.small()).isFalse();
    }

    @Test
    void comparesDaysWithDaysWhileTheTimeAfterIsShorterThanTheTimeBefore() {
        var effect = effect(END.plusDays(15), 40, 20, 20, 10);

        assertThat(effect.spans().getLast().days()).isEqualTo(15);
        assertThat(effect.swept().change()).as("20 in 15 days are as many as 40 in 30").isEqualTo(0.0, within(1e-9));
    }

    @Test
    void saysWhenThereIsTooLittleToSayAnything() {
        assertThat(effect(END.plusDays(60), 9, 1, 20, 18).small()).isTrue();
        assertThat(effect(END.plusDays(60), 40, 1, 9, 18).small()).isTrue();
        assertThat(effect(END.plusDays(13), 40, 8, 20, 18).small()).as("thirteen days").isTrue();
        assertThat(effect(END.plusDays(60), 0, 0, 20, 18).difference()).isNull();
    }

    @Test
    void isNotThereWhileTheSweepGoesOn() {
        var spans = Effect.spans(START, null, 30, START.plusDays(20));

        assertThat(spans).extracting(Effect.Span::period).containsExactly(Effect.Period.BEFORE, Effect.Period.DURING);
        assertThat(Effect.of(spans, List.of(), 1, 1).difference()).isNull();
    }

    @Test
    void countsEachCallInOneWeekAndOnePeriod() {
        var effect = effect(END.plusDays(60), 40, 8, 20, 18);

        assertThat(effect.weeks().stream().mapToInt(Effect.Week::swept).sum()).isEqualTo(effect.swept().before() + effect.swept().during() + effect.swept().after());
        assertThat(effect.weeks().stream().mapToInt(Effect.Week::others).sum()).isEqualTo(effect.others().before() + effect.others().during() + effect.others().after());
    }
}

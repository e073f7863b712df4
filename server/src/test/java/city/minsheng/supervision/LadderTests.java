package city.minsheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ladder of supervision")
class LadderTests {

    private final Ladder ladder = new Ladder(List.of(
            new Ladder.Rule(Rung.REMINDER, Signal.MISSED_LIMITS, 1), new Ladder.Rule(Rung.NOTICE, Signal.MISSED_LIMITS, 2),
            new Ladder.Rule(Rung.NOTICE, Signal.IGNORED_REMINDERS, 1), new Ladder.Rule(Rung.LETTER, Signal.REWORKS, 3)));

    @Test
    void beginsWithAReminderWhenALimitIsMissed() {
        var proposal = ladder.next(Map.of(Signal.MISSED_LIMITS, 1), Set.of()).orElseThrow();

        assertThat(proposal.rung()).isEqualTo(Rung.REMINDER);
    }

    @Test
    void goesUpWhenTheReminderWasIgnored() {
        var proposal = ladder.next(Map.of(Signal.MISSED_LIMITS, 1, Signal.IGNORED_REMINDERS, 1), Set.of(Rung.REMINDER)).orElseThrow();

        assertThat(proposal.rung()).isEqualTo(Rung.NOTICE);
        assertThat(proposal.why()).extracting(Ladder.Rule::signal).containsExactly(Signal.IGNORED_REMINDERS);
    }

    @Test
    void proposesNothingBelowWhatWasDoneAlready() {
        assertThat(ladder.next(Map.of(Signal.MISSED_LIMITS, 2), Set.of(Rung.LETTER))).isEmpty();
        assertThat(ladder.next(Map.of(Signal.MISSED_LIMITS, 2), Set.of(Rung.NOTICE))).isEmpty();
    }

    @Test
    void skipsARungThatIsCalledForNoMore() {
        assertThat(ladder.next(Map.of(Signal.REWORKS, 3), Set.of()).orElseThrow().rung()).isEqualTo(Rung.LETTER);
    }

    @Test
    void proposesNothingWhereNothingIsWrong() {
        assertThat(ladder.next(Map.of(), Set.of())).isEmpty();
    }
}

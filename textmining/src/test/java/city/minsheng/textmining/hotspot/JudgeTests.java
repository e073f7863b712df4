package city.minsheng.textmining.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The judge of two requests")
class JudgeTests {

    private static final Judge BEFORE = new Judge(new double[] {2, 0}, -1);

    private static Judge.Example pair(boolean same, double... numbers) {
        return new Judge.Example(numbers, same, 1);
    }

    @Test
    void learnsFromPairsThatPeopleJudged() {
        var judge = Judge.learn(List.of(pair(true, 0, 1), pair(true, 0, 1), pair(true, 0, 1), pair(false, 0, 0), pair(false, 0, 0)), BEFORE, 0.1);

        assertThat(judge.of(new double[] {0, 1})).isGreaterThan(0.8);
        assertThat(judge.of(new double[] {0, 0})).isLessThan(0.3);
    }

    @Test
    void keepsWhatItKnewWhereNobodySaidOtherwise() {
        var judge = Judge.learn(List.of(pair(false, 0, 0)), BEFORE, 10);

        assertThat(judge.weights()[0]).isEqualTo(2);
    }

    @Test
    void isMovedLittleByOnePair() {
        var judge = Judge.learn(List.of(pair(false, 1, 0)), BEFORE, 50);

        assertThat(judge.of(new double[] {1, 0})).isGreaterThan(0.5);
    }
}

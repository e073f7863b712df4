package city.minsheng.intake;

import static city.minsheng.intake.Succession.Why.AS_GOOD;
import static city.minsheng.intake.Succession.Why.BETTER_ON_FRESH;
import static city.minsheng.intake.Succession.Why.FIRST;
import static city.minsheng.intake.Succession.Why.WORSE;
import static city.minsheng.intake.Succession.Why.WORSE_ON_FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A new model")
class SuccessionTests {

    private static final Succession.Fresh NONE = new Succession.Fresh(0, 0, 0);

    private static Succession.Fresh fresh(double old, double young) {
        return new Succession.Fresh(100, old, young);
    }

    @Test
    void isTakenWhereThereIsNone() {
        assertThat(Succession.decide(null, 0, 0, NONE)).isEqualTo(new Succession(true, FIRST));
    }

    @Test
    void isTakenWhenItIsNoWorseOnOrdersThatBothHaveNotSeen() {
        assertThat(Succession.decide(0.95, 0.80, 1000, fresh(0.80, 0.85))).isEqualTo(new Succession(true, BETTER_ON_FRESH));
        assertThat(Succession.decide(0.95, 0.80, 1000, fresh(0.80, 0.795))).isEqualTo(new Succession(true, BETTER_ON_FRESH));
    }

    @Test
    void isRefusedWhenTheOneInUseIsBetterOnThem() {
        assertThat(Succession.decide(0.80, 0.95, 1000, fresh(0.90, 0.85))).isEqualTo(new Succession(false, WORSE_ON_FRESH));
    }

    @Test
    void isMeasuredByItselfWhereFewOrdersAreNew() {
        var few = new Succession.Fresh(49, 1, 0);

        assertThat(Succession.decide(0.90, 0.895, 1000, few)).isEqualTo(new Succession(true, AS_GOOD));
        assertThat(Succession.decide(0.90, 0.85, 1000, few)).isEqualTo(new Succession(false, WORSE));
        assertThat(Succession.decide(0.0, 0.99, 49, few)).isEqualTo(new Succession(false, WORSE));
    }
}

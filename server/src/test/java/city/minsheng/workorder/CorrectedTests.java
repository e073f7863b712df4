package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that is corrected")
class CorrectedTests extends Life {

    CorrectedTests(Stage stage) {
        super(stage);
    }

    @Test
    void toAnotherLevelGetsItsLimitsFromWhenTheClocksStarted() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR)
                .act("dispatcher01", on -> stage.correcting.correct(on, new Correcting.Correction(null, null, Level.UTILITIES, null, null, null, null, "全楼停暖")));

        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-04T09:00"));
        assertThat(tale.clock(ClockKind.ACCEPT).dueAt()).isEqualTo(instant("2025-03-03T11:00"));
    }

    @Test
    void keepsWhoWhenAndWhyInItsSteps() {
        var tale = stage.tale().registered().act("agent01", on -> stage.correcting.correct(on,
                new Correcting.Correction(null, null, null, "bcq", "光明路5号", null, null, "听错了")));

        var step = tale.view().steps().getLast();
        assertThat(step.actor()).isEqualTo("agent01");
        assertThat(step.reason()).isEqualTo("听错了");
        assertThat(step.changes()).containsOnly(org.assertj.core.api.Assertions.entry("area", "bcq"), org.assertj.core.api.Assertions.entry("address", "光明路5号"));
    }

    @Test
    void isRefusedWithoutAReason() {
        var tale = stage.tale().registered();

        invalid("/reason", "required", () -> tale.act("agent01", on -> stage.correcting.correct(on,
                new Correcting.Correction(null, null, null, null, "光明路5号", null, null, ""))));
    }
}

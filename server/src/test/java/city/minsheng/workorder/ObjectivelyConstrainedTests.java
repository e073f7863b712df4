package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static city.minsheng.Tale.support;
import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.ClockKind;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 7b 挂账. */
@DisplayName("An objectively constrained order")
class ObjectivelyConstrainedTests extends Life {

    ObjectivelyConstrainedTests(Stage stage) {
        super(stage);
    }

    private Tale constrained() {
        return stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted().later(HOUR).replied(Result.CONSTRAINED);
    }

    @Test
    void waitsForItsDateAndIsTakenUpAgain() {
        var tale = constrained().later(HOUR).act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), "同意")));

        assertThat(tale.status()).isEqualTo(Status.DEFERRED);
        assertThat(tale.clock(ClockKind.DEFERRAL).dueAt()).isEqualTo(instant("2025-05-06T18:00"));
        assertThat(tale.running()).singleElement().satisfies(clock -> assertThat(clock.holder().code()).isEqualTo("reli"));
        assertThat(told(tale)).contains("客观条件");

        tale.at("2025-05-06T19:00").act("system", on -> stage.reviewing.resume(on, new Reviewing.Resume("复查日期已到")));

        assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-05-13T18:00"));
        tale.later(HOUR).replied(Result.RESOLVED).approved().closed(Solved.YES, Rating.YES);
        assertThat(tale.order().outcome()).isEqualTo(Outcome.RESOLVED);
    }

    @Test
    void isNeverApprovedAsIfItWereDone() {
        var tale = constrained();

        refused("constrained-is-deferred", tale::approved);
    }

    @Test
    void isNotWhatADepartmentDidNotReport() {
        var tale = stage.tale().registered().dispatched("reli").accepted().contacted().replied(Result.RESOLVED);

        refused("not-constrained", () -> tale.act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), null))));
    }

    @Test
    void isResumedByItsOwnDepartmentAndByNoSupporter() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 3)).accepted().contacted().replied(Result.CONSTRAINED)
                .act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), null)));

        refused("lead-only", () -> tale.act("zjj.banli", on -> stage.reviewing.resume(on, new Reviewing.Resume(null))));
        tale.act("reli.banli", on -> stage.reviewing.resume(on, new Reviewing.Resume(null)));
        assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
    }
}

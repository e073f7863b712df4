package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.platform.NotFound;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 4. */
@DisplayName("An order that a department returns")
class ReturnedTests extends Life {

    ReturnedTests(Stage stage) {
        super(stage);
    }

    @Test
    void andPassedOnWithNewLimits() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR).returned();

        assertThat(tale.status()).isEqualTo(Status.RETURN_REQUESTED);
        assertThat(tale.runningKinds()).containsExactly("CONTACT", "HANDLE", "RULING"); // the handling goes on

        tale.at("2025-03-04T09:00").reassigned("zjj");

        assertThat(tale.status()).isEqualTo(Status.DISPATCHED);
        assertThat(tale.order().lead()).isEqualTo("zjj");
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-11T18:00"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("reli.banli"));
    }

    @Test
    void andBoundByARulingThatLeavesNoFurtherReturn() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR).returned().later(HOUR).bound();

        assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(tale.runningKinds()).containsExactly("CONTACT", "HANDLE");
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // returning won no time
        assertThat(tale.view("reli.banli").actions()).filteredOn(button -> button.action() == Action.RETURN).singleElement()
                .satisfies(button -> assertThat(button.allowed()).isFalse());
        refused("bound-by-ruling", tale::returned);
    }

    @Test
    void onlyWithinTwoWorkingDays() {
        var tale = stage.tale("2025-03-06T09:00").registered().dispatched("reli"); // a Thursday
        tale.at("2025-03-10T23:00").returned();

        var late = stage.tale("2025-03-06T09:00").registered().dispatched("reli").at("2025-03-11T00:30");
        refused("return-too-late", late::returned);
    }

    @Test
    void onlyTwice() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").returned().reassigned("zjj").returned().reassigned("cgj");

        refused("returned-too-often", tale::returned);
    }

    @Test
    void onlyWithAReasonAndABasis() {
        var tale = stage.tale().registered().dispatched("reli");

        invalid("/basis", "required", () -> tale.act("reli.banli", on -> stage.returning.giveBack(on, new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不是", "", null))));
    }

    @Test
    void andPassedOnThreeTimesIsAProblemOrder() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").reassigned("zjj").reassigned("cgj");
        assertThat(tale.order().isProblem()).isFalse();

        tale.reassigned("scjg");

        assertThat(tale.order().isProblem()).isTrue();
        assertThat(tale.view().order().badges()).contains("PROBLEM");
    }

    @Test
    void isNotPassedToTheSameDepartment() {
        var tale = stage.tale().registered().dispatched("reli").returned();

        invalid("/department", "same-department", () -> tale.reassigned("reli"));
    }

    @Test
    void boundIsNotPassedOnWhileItWaitsForASignatureEither() {
        var tale = stage.tale().registered().dispatched("reli").returned().bound();

        assertThat(tale.view().actions()).noneMatch(button -> button.action() == Action.REASSIGN && button.allowed());
    }
}

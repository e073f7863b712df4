package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.ClockKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 7. */
@DisplayName("An order for which more time is asked")
class ExtendedTests extends Life {

    ExtendedTests(Stage stage) {
        super(stage);
    }

    private Tale inProgress() {
        return stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted();
    }

    private void ask(Tale tale, int days) {
        tale.act("reli.banli", on -> stage.extending.ask(on, new Extending.Wish(days, "等配件到货", "《办法》第九条", true)));
    }

    @Test
    void whenAskedBeforeTheLimitAndGranted() {
        var tale = inProgress();
        ask(tale, 5);
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // asking alone moves nothing

        tale.act("reviewer01", on -> stage.extending.grant(on, new Extending.Grant(3, "给三天")));

        var clock = tale.clock(ClockKind.HANDLE);
        assertThat(clock.dueAt()).isEqualTo(instant("2025-03-13T18:00"));
        assertThat(clock.firstDueAt()).isEqualTo(instant("2025-03-10T18:00"));
        assertThat(told(tale)).contains("延期", "2025-03-13 18:00");
    }

    @Test
    void inTheLastMinuteStillAndNotAfterIt() {
        var tale = inProgress().at("2025-03-10T18:00");
        ask(tale, 5);

        var late = inProgress().at("2025-03-10T18:00:01");
        refused("extension-too-late", () -> ask(late, 5));
    }

    @Test
    void onlyOnceAndNotWhileOneWaits() {
        var tale = inProgress();
        ask(tale, 5);
        refused("extension-undecided", () -> ask(tale, 5));
        tale.act("dispatcher01", on -> stage.extending.grant(on, new Extending.Grant(5, null)));

        refused("extended-already", () -> ask(tale, 5));
    }

    @Test
    void byTenWorkingDaysAtMost() {
        var tale = inProgress();

        invalid("/amount", "between", () -> ask(tale, 11));
        invalid("/amount", "between", () -> ask(tale, 0));
    }

    @Test
    void notWhenItIsRefused() {
        var tale = inProgress();
        ask(tale, 5);
        tale.act("dispatcher01", on -> stage.extending.refuse(on, new Extending.Refuse("理由不充分")));

        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00"));
        refused("nothing-asked", () -> tale.act("dispatcher01", on -> stage.extending.grant(on, new Extending.Grant(5, null))));
    }

    @Test
    void endsWhereTheOrderGoesToAnotherDepartment() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted();
        ask(tale, 5);
        tale.returned().reassigned("zjj");

        assertThat(tale.view().extensionAsked()).isNull();
    }
}

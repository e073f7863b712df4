package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static city.minsheng.Tale.support;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 2, 3, 5 and 6. */
@DisplayName("An order with a department")
class WithADepartmentTests extends Life {

    WithADepartmentTests(Stage stage) {
        super(stage);
    }

    @Test
    void threeClocksStartWithTheDispatchAndNotSigningStopsNone() {
        var tale = stage.tale("2025-03-03T09:00").registered().later(HOUR).dispatched("reli");

        assertThat(tale.runningKinds()).containsExactly("ACCEPT", "CONTACT", "HANDLE");
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // five working days
        assertThat(tale.clock(ClockKind.ACCEPT).dueAt()).isEqualTo(instant("2025-03-04T18:00"));
        assertThat(tale.running()).allMatch(clock -> clock.holder().code().equals("reli"));

        tale.at("2025-03-07T09:00").accepted(); // three days late

        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00"));
        assertThat(tale.clock(ClockKind.ACCEPT).overdue()).isTrue();
        assertThat(told(tale)).contains("2025-03-10 18:00");
    }

    @Test
    void onlyTheFirstContactStopsItsClock() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().later(HOUR).contacted().later(HOUR).contacted();

        assertThat(tale.clock(ClockKind.CONTACT).stoppedAt()).isEqualTo(instant("2025-03-03T10:00"));
        assertThat(tale.did()).containsSubsequence(Action.RECORD_CONTACT, Action.RECORD_CONTACT);
    }

    @Test
    void aContactInTheFutureIsNotTaken() {
        var tale = stage.tale().registered().dispatched("reli").accepted();

        invalid("/at", "in-future", () -> tale.act("reli.banli", on -> stage.accepting.contacted(on,
                new Accepting.Contacted(Accepting.How.PHONE, tale.now().plusSeconds(60), null))));
    }

    @Test
    void supportersHaveTheirOwnLimitAndReplyToTheLead() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 2)).accepted();

        assertThat(tale.clock(ClockKind.SUPPORT).dueAt()).isEqualTo(instant("2025-03-05T18:00"));
        assertThat(tale.view("zjj.banli").order().id()).isEqualTo(tale.id());
        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> tale.act("zjj.banli", on -> stage.returning.giveBack(on,
                new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不是", "三定", null)))).satisfies(e -> assertThat(e.code()).isEqualTo("lead-only"));

        tale.act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("物业已配合开门")));

        assertThat(tale.runningKinds()).doesNotContain("SUPPORT");
        assertThat(tale.view().assignments()).filteredOn(a -> a.part().equals("SUPPORT")).singleElement()
                .satisfies(a -> assertThat(a.reply()).isEqualTo("物业已配合开门"));
        refused("no-support-asked", () -> tale.act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("再说一次"))));
    }

    @Test
    void theLeadUrgesThoseWhoseHelpHasNotCome() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 2), support("cgj", 2)).accepted()
                .act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("物业已配合开门")));

        tale.act("reli.banli", on -> stage.supporting.urge(on, new Urging.Urge("请今天到场")));

        assertThat(tale.view().steps().getLast().data().path("departments").toString()).isEqualTo("[\"cgj\"]");
        assertThat(tale.clock(ClockKind.SUPPORT).dueAt()).isEqualTo(instant("2025-03-05T18:00"));
        refused("lead-only", () -> tale.act("cgj.banli", on -> stage.supporting.urge(on, new Urging.Urge(null))));
        tale.act("cgj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("路障已移开")));
        refused("nobody-owes", () -> tale.act("reli.banli", on -> stage.supporting.urge(on, new Urging.Urge(null))));
        assertThat(tale.view("reli.banli").actions()).extracting(Reading.Button::action).doesNotContain(Action.URGE_SUPPORT);
    }

    @Test
    void helpIsAddedLaterAndNeverTwice() {
        var tale = stage.tale().registered().dispatched("reli").accepted()
                .act("dispatcher01", on -> stage.supporting.add(on, support("cgj", 1)));

        assertThat(tale.runningKinds()).contains("SUPPORT");
        invalid("/department", "twice", () -> tale.act("dispatcher01", on -> stage.supporting.add(on, support("cgj", 1))));
    }

    @Test
    void theLeadPassesDownToItsOwnSubUnitOnly() {
        var tale = stage.tale().registered().dispatched("reli").accepted()
                .act("reli.banli", on -> stage.supporting.passDown(on, new Supporting.PassDown("reli-qiangxiu", 4, Limit.Unit.HOURS, null)));

        assertThat(tale.view("reli-qiangxiu.banli").order().id()).isEqualTo(tale.id());
        invalid("/department", "not-beneath", () -> tale.act("reli.banli", on -> stage.supporting.passDown(on,
                new Supporting.PassDown("gongshui-qiangxiu", 4, Limit.Unit.HOURS, null))));
        tale.act("reli-qiangxiu.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("阀门已换")));
        assertThat(tale.runningKinds()).doesNotContain("SUPPORT");
    }

    @Test
    void isGivenNeitherToTheHotlineNorToASubUnit() {
        var tale = stage.tale().registered();

        invalid("/department", "not-a-handler", () -> tale.dispatched("hotline"));
        invalid("/department", "not-a-handler", () -> tale.dispatched("reli-qiangxiu"));
        invalid("/department", "unknown-department", () -> tale.dispatched("nowhere"));
        invalid("/supporting/0/department", "twice", () -> tale.dispatched("reli", support("reli", 1)));
    }

    @Test
    void isSeenByNobodyElse() {
        var tale = stage.tale().registered().dispatched("reli");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("zjj.banli"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.act("zjj.banli", stage.accepting::accept));
    }

    @Test
    void anEmergencyIsPhonedAndRunsInHours() {
        var tale = stage.tale("2025-01-31T19:00").registered(Level.EMERGENCY, Kind.ASSISTANCE).dispatched("reli"); // Spring Festival

        assertThat(tale.view().order().badges()).contains("EMERGENCY", "TO_PHONE");
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-01-31T21:00"));
        tale.act("dispatcher01", on -> stage.dispatching.phone(on, new Dispatching.PhoneCall("值班室", null)));
        assertThat(tale.view().order().badges()).doesNotContain("TO_PHONE");
    }
}

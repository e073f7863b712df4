package city.minsheng.workorder;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 派单: gives an order to the department that must handle it, and to those that must help. Its clocks start at once. */
@Service
public class Dispatching {

    /** A supporting department with its own limit 协办. */
    public record Support(String department, int amount, Limit.Unit unit, @Nullable String note) {}

    /** @param level null: as it is */
    public record Dispatch(String department, @Nullable List<Support> supporting, @Nullable String note, @Nullable Level level) {

        List<Support> support() {
            return supporting == null ? List.of() : supporting;
        }
    }

    /** 电话通知 of an emergency. */
    public record PhoneCall(String reached, @Nullable String note) {}

    private final Acts acts;
    private final Assignments assignments;
    private final Departments departments;
    private final Calendars calendars;

    Dispatching(Acts acts, Assignments assignments, Departments departments, Calendars calendars) {
        this.acts = acts;
        this.assignments = assignments;
        this.departments = departments;
        this.calendars = calendars;
    }

    @Transactional
    public WorkOrder dispatch(On on, Dispatch dispatch) {
        check(dispatch);
        return acts.act(on, Action.DISPATCH, act -> {
            act.because(dispatch.note()).stop(ClockKind.DISPATCH);
            if (dispatch.level() != null) {
                act.set(Fact.LEVEL, dispatch.level());
            }
            give(act, dispatch.department());
            dispatch.support().forEach(support -> support(act, support));
        });
    }

    /** Begins anew with a department: what an earlier one did or was asked no longer counts. */
    void give(Act act, String department) {
        act.set(Fact.LEAD, department).set(Fact.DISPATCHED_AT, act.now()).set(Fact.DISPATCHED_BY, act.actor().username())
                .set(Fact.ACCEPTED_AT, null).set(Fact.CONTACTED_AT, null).set(Fact.PHONED_AT, null)
                .set(Fact.EXTENSION_ASKED, null).note("department", department);
        var holder = Holder.department(department);
        acts.start(act, ClockKind.ACCEPT, holder);
        acts.start(act, ClockKind.CONTACT, holder);
        acts.start(act, ClockKind.HANDLE, holder);
        act.afterwards(() -> assignments.give(act.before().id(), department, Assignments.Part.LEAD, act.now()));
    }

    void support(Act act, Support support) {
        var limit = new Limit(support.amount(), support.unit(), "协办时限");
        act.start(ClockKind.SUPPORT, Holder.department(support.department()), calendars.calendar().due(act.now(), limit)).call(support.department())
                .afterwards(() -> assignments.give(act.before().id(), support.department(), Assignments.Part.SUPPORT, act.now()));
    }

    /** Within ten seconds, by the one who dispatched. */
    @Transactional
    public WorkOrder recall(On on) {
        return acts.act(on, Action.RECALL, act -> {
            act.stopAll().set(Fact.LEAD, null).set(Fact.DISPATCHED_AT, null).set(Fact.DISPATCHED_BY, null);
            acts.start(act, ClockKind.DISPATCH, Holder.role(Role.DISPATCHER));
            act.afterwards(() -> assignments.end(on.order(), act.now(), act.action()));
        });
    }

    @Transactional
    public WorkOrder phone(On on, PhoneCall call) {
        new Invalid.Check().given(call.reached(), "/reached").atMost(call.note(), 500, "/note").done();
        return acts.act(on, Action.PHONE, act -> act.because(call.note()).note("reached", call.reached()).set(Fact.PHONED_AT, act.now()));
    }

    private void check(Dispatch dispatch) {
        var check = new Invalid.Check().atMost(dispatch.note(), 500, "/note");
        canHandle(check, dispatch.department(), "/department");
        var given = new ArrayList<>(List.of(String.valueOf(dispatch.department())));
        for (int i = 0; i < dispatch.support().size(); i++) {
            var support = dispatch.support().get(i);
            if (support == null) {
                check.given(null, "/supporting/" + i);
                continue;
            }
            canHandle(check, support.department(), "/supporting/" + i + "/department");
            check.that(!given.contains(support.department()), "/supporting/" + i + "/department", "twice")
                    .that(support.amount() > 0 && support.amount() <= 365, "/supporting/" + i + "/amount", "between", 1, 365)
                    .that(support.unit() != null, "/supporting/" + i + "/unit", "required");
            given.add(support.department());
        }
        check.done();
    }

    void canHandle(Invalid.Check check, @Nullable String department, String pointer) {
        check.given(department, pointer);
        var kind = departments.find(department).map(Department::kind).orElse("");
        check.that(department == null || !kind.isEmpty(), pointer, "unknown-department")
                .that(!kind.equals("HOTLINE") && !kind.equals("SUBUNIT"), pointer, "not-a-handler");
    }
}

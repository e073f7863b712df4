package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 退单 and its ruling. The handling goes on running meanwhile, so returning early or late gains nothing. */
@Service
public class Returning {

    /** @param suggested the department that it belongs to, as the returning one sees it */
    /** Why the department thinks that it is not the one. */
    public enum Why {
        NOT_OUR_DUTY, // 不属本单位职责
        WRONG_AREA,   // 不在本辖区
        UNCLEAR,      // 诉求不清
        DUPLICATE,    // 重复诉求
        OTHER
    }

    public record Return(Why reasonCode, String reason, String basis, @Nullable String suggested) {}

    /** 改派. */
    public record Reassign(String department, String reason) {}

    /** 指定承办 ([WF] art. 22): binds; counts as accepted. */
    public record Bind(String reason, @Nullable String basis) {}

    private final Acts acts;
    private final Dispatching dispatching;
    private final Assignments assignments;
    private final Departments departments;
    private final CitySettings city;

    Returning(Acts acts, Dispatching dispatching, Assignments assignments, Departments departments, CitySettings city) {
        this.acts = acts;
        this.dispatching = dispatching;
        this.assignments = assignments;
        this.departments = departments;
        this.city = city;
    }

    @Transactional
    public WorkOrder giveBack(On on, Return wish) {
        new Invalid.Check().given(wish.reasonCode(), "/reasonCode").given(wish.reason(), "/reason").given(wish.basis(), "/basis")
                .atMost(wish.reason(), 1000, "/reason").atMost(wish.basis(), 500, "/basis")
                .that(wish.suggested() == null || wish.suggested().isBlank() || departments.find(wish.suggested()).isPresent(), "/suggested", "unknown-department")
                .done();
        return acts.act(on, Action.RETURN, act -> {
            act.because(wish.reason()).note("reasonCode", wish.reasonCode().name()).note("basis", wish.basis()).note("suggested", wish.suggested())
                    .stop(ClockKind.ACCEPT).count(Fact.RETURNS).afterwards(() -> assignments.returned(on.order(), act.now()));
            acts.start(act, ClockKind.RULING, Holder.role(Role.DISPATCHER));
        });
    }

    @Transactional
    public WorkOrder reassign(On on, Reassign ruling) {
        var check = new Invalid.Check().given(ruling.reason(), "/reason").atMost(ruling.reason(), 1000, "/reason");
        dispatching.canHandle(check, ruling.department(), "/department");
        check.done();
        return acts.act(on, Action.REASSIGN, act -> {
            new Invalid.Check().that(!ruling.department().equals(act.before().lead()), "/department", "same-department").done();
            act.because(ruling.reason()).stopAll().count(Fact.REASSIGNMENTS)
                    .afterwards(() -> assignments.end(on.order(), act.now(), act.action()));
            Problem.from(act, Fact.REASSIGNMENTS, city.problemReassignments());
            dispatching.give(act, ruling.department());
        });
    }

    @Transactional
    public WorkOrder bind(On on, Bind ruling) {
        new Invalid.Check().given(ruling.reason(), "/reason").atMost(ruling.reason(), 1000, "/reason").done();
        return acts.act(on, Action.BIND, act -> act.because(ruling.reason()).note("basis", ruling.basis())
                .stop(ClockKind.RULING, ClockKind.ACCEPT).set(Fact.BOUND, true)
                .set(Fact.ACCEPTED_AT, act.before().get(Fact.ACCEPTED_AT) == null ? act.now() : act.before().get(Fact.ACCEPTED_AT))
                .afterwards(() -> assignments.accepted(on.order(), Objects.requireNonNull(act.before().lead()), act.now())));
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 并单: several citizens, one matter. The parent is handled; each citizen keeps an own answer and an own rating. */
@Service
public class Joining {

    public record Join(UUID parent, @Nullable String reason) {}

    public record Leave(@Nullable String reason) {}

    private final Acts acts;
    private final WorkOrders orders;
    private final Clocks clocks;
    private final Assignments assignments;

    Joining(Acts acts, WorkOrders orders, Clocks clocks, Assignments assignments) {
        this.acts = acts;
        this.orders = orders;
        this.clocks = clocks;
        this.assignments = assignments;
    }

    @Transactional
    public WorkOrder join(On on, Join join) {
        new Invalid.Check().given(join.parent(), "/parent").that(!on.order().equals(join.parent()), "/parent", "itself").done();
        var parent = lockBoth(on, join.parent());
        if (!parent.status().isOpen() || parent.status() == Status.JOINED) {
            throw new Refusal("parent-not-open", parent.number(), new Word("status." + parent.status()));
        }
        var due = promised(parent);
        return acts.act(on, Action.JOIN, act -> alone(act).because(join.reason()).stopAll()
                .set(Fact.PARENT, parent.id()).set(Fact.LEAD, null).set(Fact.DISPATCHED_AT, null).set(Fact.DISPATCHED_BY, null)
                .note("parent", parent.number())
                .start(ClockKind.WITH_PARENT, Holder.role(Role.DISPATCHER), due)
                .afterwards(() -> assignments.end(on.order(), act.now(), act.action())));
    }

    /** In the order of their ids: two who join each other's order at once wait, and do not wait for each other. */
    private WorkOrder lockBoth(On on, UUID parent) {
        if (on.fresh() == null && on.order().compareTo(parent) < 0) {
            orders.lock(on.order(), on.actor());
        }
        return orders.lock(parent, on.actor());
    }

    /** Asked under the lock: nobody can join this one meanwhile. */
    private Act alone(Act act) {
        if (!act.isOfFresh() && !orders.children(act.before().id()).isEmpty()) {
            throw new Refusal("is-parent-itself");
        }
        return act;
    }

    /** The joined order is promised what its parent is: the handling, or what comes before it. */
    private DueDate promised(WorkOrder parent) {
        var running = clocks.known(parent.id()).running();
        var clock = running.stream().filter(c -> c.kind() == ClockKind.HANDLE).findFirst().orElse(running.getFirst());
        return until(clock.dueAt());
    }

    static DueDate until(Instant dueAt) {
        return new DueDate(dueAt, new Limit(0, Limit.Unit.MINUTES, "随主单"), 0, List.of(), List.of(), List.of());
    }

    @Transactional
    public WorkOrder leave(On on, Leave leave) {
        return acts.act(on, Action.LEAVE, act -> leave(acts, act.because(leave.reason())));
    }

    static void leave(Acts acts, Act act) {
        act.stopAll().set(Fact.PARENT, null);
        acts.start(act, ClockKind.DISPATCH, Holder.role(Role.DISPATCHER));
    }
}

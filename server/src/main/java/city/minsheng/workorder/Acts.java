package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Outbox;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * How every act on an order is done: lock it, look whether this person may, decide, then write row, step, clocks and
 * outbox in the caller's transaction. The use cases say only what is particular to them.
 */
@Component
class Acts {

    private final WorkOrders orders;
    private final Clocks clocks;
    private final Steps steps;
    private final Numbers numbers;
    private final Conditions conditions;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Clock clock;

    Acts(WorkOrders orders, Clocks clocks, Steps steps, Numbers numbers, Conditions conditions, Catalogue catalogue, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.clocks = clocks;
        this.steps = steps;
        this.numbers = numbers;
        this.conditions = conditions;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @throws city.minsheng.platform.NotFound where the person may not see it
     * @throws ChangedMeanwhile                where somebody else came first
     * @throws city.minsheng.platform.Refusal  where the rules do not allow it
     */
    WorkOrder act(On on, Action action, Consumer<Act> rule) {
        var fresh = on.fresh();
        if (fresh != null) {
            return fresh.add(decide(fresh.order(), true, fresh.last().known(), action, on.actor(), rule));
        }
        var order = orders.lock(on.order(), on.actor());
        if (on.version() != null && on.version() != order.version()) {
            throw new ChangedMeanwhile(order, steps.last(order.id()));
        }
        return perform(order, action, on.actor(), rule);
    }

    /** On an order that this transaction has locked already. */
    WorkOrder perform(WorkOrder order, Action action, Actor actor, Consumer<Act> rule) {
        return write(decide(order, false, clocks.known(order.id()), action, actor, rule));
    }

    private Act decide(WorkOrder order, boolean fresh, Clocks.Known known, Action action, Actor actor, Consumer<Act> rule) {
        var arrow = Lifecycle.arrow(order.status(), action).orElseThrow(() -> new ActionNotAllowed(action, order));
        var role = actor.roles().stream().filter(arrow.by()::contains).findFirst().orElseThrow(() -> conditions.wrongRole(action, arrow));
        conditions.refusal(order, action, actor).ifPresent(refusal -> {
            throw refusal;
        });
        var act = new Act(order, fresh, action, actor, role, clock.instant(), known);
        if (arrow.to() != null) {
            act.set(Fact.STATUS, arrow.to());
        }
        rule.accept(act);
        return act;
    }

    /** @param first what is done with the order in the same breath, if anything */
    WorkOrder register(UUID id, Actor actor, Role role, Consumer<Act> rule, Consumer<On> first) {
        var act = new Act(new WorkOrder(id, "", 0, Map.of()), true, Action.REGISTER, actor, role, clock.instant(), new Clocks.Known(List.of(), 0));
        for (var fact : Fact.values()) {
            act.set(fact, fact.initial());
        }
        act.set(Fact.STATUS, Status.REGISTERED);
        rule.accept(act);
        var fresh = new Fresh(act, numbers.next(act.after().receivedAt()));
        first.accept(new On(id, actor, null, fresh));
        return write(fresh);
    }

    private WorkOrder write(Fresh fresh) {
        orders.insert(fresh.order(), fresh.last().watched());
        clocks.insert(fresh.order().id(), fresh.acts());
        for (var act : fresh.acts()) {
            steps.append(act);
            act.finish();
            tell(act, fresh.version(act.after().version()));
        }
        return fresh.order();
    }

    private WorkOrder write(Act act) {
        var watched = act.watched();
        orders.update(act, watched);
        steps.append(act);
        clocks.write(act.before().id(), act.moves(), act.action());
        act.finish();
        var after = act.after();
        tell(act, after);
        return after;
    }

    /** What the rooms above hear. No personal data: whoever needs it asks by the order's id. */
    private void tell(Act act, WorkOrder order) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", order.number());
        data.put("version", order.version());
        data.put("action", act.action().name());
        data.put("from", act.action() == Action.REGISTER ? "" : act.before().status().name());
        data.put("status", order.status().name());
        data.put("outcome", order.outcome() == null ? "" : order.outcome().name());
        data.put("by", act.actor().username());
        data.put("byName", act.actor().name());
        data.put("role", act.role().name());
        data.put("level", order.level().name());
        data.put("channel", order.channel());
        data.put("lead", order.lead() == null ? "" : order.lead());
        data.put("called", act.called());
        data.put("title", order.title());
        data.put("article", order.article() == null ? "" : order.article());
        data.put("articleVersion", order.articleVersion() == null ? 0 : order.articleVersion());
        var promised = act.clock(ClockKind.HANDLE); // as it was promised then, however late somebody reads this
        data.put("due", promised == null ? "" : promised.dueAt().toString());
        data.put("told", act.data().getOrDefault("told", ""));
        outbox.add(order.id(), "work-order." + act.action().verb(), act.now(), data);
    }

    DueDate due(Act act, ClockKind kind) {
        return catalogue.due(kind, act.after().level(), act.after().kind(), act.now());
    }

    /** Starts a clock with the limit that the city's table gives for this order. */
    void start(Act act, ClockKind kind, Holder holder) {
        act.start(kind, holder, due(act, kind));
    }
}

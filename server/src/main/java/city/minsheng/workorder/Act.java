package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One act on one order while it is being decided: what is known, what changes, which clocks start and stop. Nothing is
 * written until {@link Acts} has checked that the order still has a holder.
 */
final class Act {

    private final WorkOrder before;
    private final Action action;
    private final Actor actor;
    private final Role role;
    private final Instant now;
    private final Map<Fact, Object> facts;
    private final boolean fresh;
    private final List<RunningClock> running;
    private final List<ClockMove> moves = new ArrayList<>();
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private int clocks;
    private String reason = "";

    Act(WorkOrder before, boolean fresh, Action action, Actor actor, Role role, Instant now, Clocks.Known known) {
        this.before = before;
        this.action = action;
        this.actor = actor;
        this.role = role;
        this.now = now;
        this.facts = before.facts().isEmpty() ? new EnumMap<>(Fact.class) : new EnumMap<>(before.facts());
        this.fresh = fresh;
        this.running = new ArrayList<>(known.running());
        this.clocks = known.count();
    }

    WorkOrder before() {
        return before;
    }

    /** Whether the order is only just being registered: nothing can hang on it yet. */
    boolean isOfFresh() {
        return fresh;
    }

    Action action() {
        return action;
    }

    Actor actor() {
        return actor;
    }

    Role role() {
        return role;
    }

    Instant now() {
        return now;
    }

    String reason() {
        return reason;
    }

    Map<String, Object> data() {
        return data;
    }

    List<ClockMove> moves() {
        return moves;
    }

    List<RunningClock> running() {
        return running;
    }

    /** The clocks as they will be. */
    Clocks.Known known() {
        return new Clocks.Known(List.copyOf(running), clocks);
    }

    /** The order as it will be. */
    WorkOrder after() {
        return new WorkOrder(before.id(), before.number(), before.version() + 1, facts);
    }

    Act set(Fact fact, @Nullable Object value) {
        if (value == null) {
            facts.remove(fact);
        } else {
            facts.put(fact, value);
        }
        return this;
    }

    Act count(Fact fact) {
        return set(fact, before.count(fact) + 1);
    }

    /** Why it is done, in the person's words; it stands in the timeline. */
    Act because(@Nullable String words) {
        reason = words == null ? "" : words.strip();
        return this;
    }

    /** What belongs to the step and is no fact of the order. */
    Act note(String key, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            data.put(key, value);
        }
        return this;
    }

    /** Besides the lead, this department is told too: its help is wanted. */
    Act call(String department) {
        called.add(department);
        return this;
    }

    List<String> called() {
        return called;
    }

    Act start(ClockKind kind, Holder holder, DueDate due) {
        int n = ++clocks;
        moves.add(new ClockMove.Start(n, kind, holder, now, due));
        running.add(new RunningClock(n, kind, holder, now, due.dueAt()));
        return this;
    }

    Act stop(ClockKind... kinds) {
        var wanted = List.of(kinds);
        return stopIf(clock -> wanted.contains(clock.kind()));
    }

    Act stopAll() {
        return stopIf(clock -> true);
    }

    Act stopIf(Predicate<RunningClock> which) {
        for (var clock : List.copyOf(running)) {
            if (which.test(clock)) {
                moves.add(new ClockMove.Stop(clock.n(), now));
                running.remove(clock);
            }
        }
        return this;
    }

    Act shift(RunningClock clock, Instant dueAt) {
        moves.add(new ClockMove.Shift(clock.n(), dueAt));
        running.set(running.indexOf(clock), new RunningClock(clock.n(), clock.kind(), clock.holder(), clock.startedAt(), dueAt));
        return this;
    }

    @Nullable RunningClock clock(ClockKind kind) {
        return running.stream().filter(clock -> clock.kind() == kind).findFirst().orElse(null);
    }

    /** Something that must be written beside, in the same transaction, once the step is in. */
    Act afterwards(Runnable work) {
        afterwards.add(work);
        return this;
    }

    void finish() {
        afterwards.forEach(Runnable::run);
    }

    /** The facts that this act changes, as they will stand in the step. */
    Map<String, String> changes() {
        var changes = new LinkedHashMap<String, String>();
        for (var fact : Fact.values()) {
            if (!Objects.equals(before.get(fact), facts.get(fact))) {
                changes.put(fact.column(), fact.trace(facts.get(fact)));
            }
        }
        return changes;
    }

    List<Fact> changed() {
        return java.util.Arrays.stream(Fact.values()).filter(fact -> !Objects.equals(before.get(fact), facts.get(fact))).toList();
    }

    /** The clock that the new status lives by. @throws IllegalStateException where an open order would be left without */
    @Nullable RunningClock watched() {
        var status = after().status();
        if (!status.isOpen()) {
            if (!running.isEmpty()) {
                throw new IllegalStateException(action + ": a closed order has running clocks " + running);
            }
            return null;
        }
        var clock = clock(Objects.requireNonNull(status.clock()));
        if (clock == null) {
            throw new IllegalStateException(action + ": " + status + " without its clock " + status.clock());
        }
        return clock;
    }
}

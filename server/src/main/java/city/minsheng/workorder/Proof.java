package city.minsheng.workorder;

import city.minsheng.platform.Promise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes every order from its steps: the facts, the clocks and the chain of statuses must be what the rows say.
 * Reads, and changes nothing.
 */
@Component
class Proof implements Promise {

    private static final int BATCH = 500;

    private record Seen(WorkOrder order, @Nullable String clockKind, @Nullable String holder, @Nullable Instant dueAt) {}

    private record ClockRow(int n, String kind, String holder, Instant startedAt, Instant dueAt, Instant firstDueAt, @Nullable Instant stoppedAt, @Nullable String stoppedBy) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    Proof(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public String name() {
        return "every order is what its steps add up to, and while it is open somebody holds a running clock";
    }

    /** On one moment's state, so that work going on beside it is no lie. */
    @Override
    public long check(Consumer<Lie> lies) {
        var count = snapshot.execute(status -> checkAll(lies));
        return count == null ? 0 : count;
    }

    private long checkAll(Consumer<Lie> lies) {
        long count = 0;
        var after = new UUID(0, 0);
        for (List<Seen> page; !(page = page(after)).isEmpty(); after = page.getLast().order().id()) {
            var ids = page.stream().map(seen -> seen.order().id()).toArray(UUID[]::new);
            var steps = steps(ids);
            var clocks = clocks(ids);
            for (var seen : page) {
                var id = seen.order().id();
                check(seen, steps.getOrDefault(id, List.of()), clocks.getOrDefault(id, List.of()), lies);
            }
            count += page.size();
        }
        orphans(lies);
        return count;
    }

    private static void check(Seen seen, List<Step> steps, List<ClockRow> clocks, Consumer<Lie> lies) {
        var order = seen.order();
        Consumer<String> lie = what -> lies.accept(new Lie(order.number(), what));
        if (steps.isEmpty()) {
            lie.accept("has no steps");
            return;
        }
        chain(order, steps, lie);
        facts(order, steps, lie);
        clocks(steps, clocks, lie);
        holder(seen, clocks, lie);
    }

    /** Each step begins where the one before ended, and the table has its arrow. */
    private static void chain(WorkOrder order, List<Step> steps, Consumer<String> lie) {
        @Nullable Status status = null;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.seq() != i + 1) {
                lie.accept("step " + (i + 1) + " is missing");
                return;
            }
            if (step.from() != status) {
                lie.accept("step %d %s begins at %s, the one before ended at %s".formatted(step.seq(), step.action(), step.from(), status));
            }
            boolean legal = step.from() == null ? step.action() == Action.REGISTER : Lifecycle.leads(step.from(), step.action(), step.to());
            boolean allowed = step.from() == null || Lifecycle.after(step.from(), step.action(), step.role()).isPresent();
            if (!legal || !allowed) {
                lie.accept("step %d: %s from %s to %s by %s is in no rule".formatted(step.seq(), step.action(), step.from(), step.to(), step.role()));
            }
            status = step.to();
        }
        if (order.version() != steps.size()) {
            lie.accept("the row is at version %d, its last step is %d".formatted(order.version(), steps.size()));
        }
    }

    private static void facts(WorkOrder order, List<Step> steps, Consumer<String> lie) {
        var told = new LinkedHashMap<String, @Nullable String>();
        steps.forEach(step -> told.putAll(step.changes()));
        for (var fact : Fact.values()) {
            var row = fact.trace(order.get(fact));
            if (!Objects.equals(row, told.get(fact.column()))) {
                lie.accept("%s is %s, its steps say %s".formatted(fact.column(), row, told.get(fact.column())));
            }
        }
    }

    private static void clocks(List<Step> steps, List<ClockRow> rows, Consumer<String> lie) {
        var told = new TreeMap<Integer, ClockRow>();
        for (var step : steps) {
            for (var move : step.clocks()) {
                told.compute(move.n(), (n, clock) -> apply(move, step, clock));
            }
        }
        var found = new TreeMap<Integer, ClockRow>();
        rows.forEach(row -> found.put(row.n(), row));
        if (!found.equals(told)) {
            var differing = new TreeMap<Integer, String>();
            told.forEach((n, clock) -> {
                if (!clock.equals(found.get(n))) {
                    differing.put(n, "%s, its steps say %s".formatted(found.get(n), clock));
                }
            });
            found.keySet().stream().filter(n -> !told.containsKey(n)).forEach(n -> differing.put(n, "is in no step"));
            lie.accept("clock " + differing);
        }
    }

    private static @Nullable ClockRow apply(ClockMove.Written move, Step step, @Nullable ClockRow clock) {
        if (move.move().equals("start")) {
            var due = Objects.requireNonNull(move.due());
            return new ClockRow(move.n(), String.valueOf(move.kind()), String.valueOf(move.holder()), step.at(), due, due, null, null);
        }
        if (clock == null) {
            return null;
        }
        return move.move().equals("stop")
                ? new ClockRow(clock.n(), clock.kind(), clock.holder(), clock.startedAt(), clock.dueAt(), clock.firstDueAt(), step.at(), step.action().name())
                : new ClockRow(clock.n(), clock.kind(), clock.holder(), clock.startedAt(), Objects.requireNonNull(move.due()), clock.firstDueAt(), clock.stoppedAt(), clock.stoppedBy());
    }

    private static void holder(Seen seen, List<ClockRow> clocks, Consumer<String> lie) {
        var order = seen.order();
        var kind = order.status().clock();
        var running = clocks.stream().filter(clock -> clock.stoppedAt() == null).toList();
        if (kind == null) {
            if (!running.isEmpty()) {
                lie.accept("is closed and has a running clock " + running);
            }
            if (order.outcome() == null) {
                lie.accept("is closed without an outcome");
            }
            return;
        }
        var watched = running.stream().filter(clock -> clock.kind().equals(kind.name())).findFirst();
        if (watched.isEmpty()) {
            lie.accept("is %s and has no running clock %s".formatted(order.status(), kind));
        } else if (!kind.name().equals(seen.clockKind())) {
            lie.accept("lives by %s, its status by %s".formatted(seen.clockKind(), kind));
        } else if (!watched.get().holder().equals(seen.holder()) || !watched.get().dueAt().equals(seen.dueAt())) {
            lie.accept("shows %s until %s, its clock says %s until %s".formatted(seen.holder(), seen.dueAt(), watched.get().holder(), watched.get().dueAt()));
        }
    }

    /** Steps and clocks of an order that is not there. */
    private void orphans(Consumer<Lie> lies) {
        jdbc.sql("""
                        select order_id from (select order_id from work_order_step union select order_id from clock) written
                         where not exists (select 1 from work_order o where o.id = written.order_id)
                        """)
                .query(UUID.class).list().forEach(id -> lies.accept(new Lie(id.toString(), "has steps or clocks and no row")));
    }

    private List<Seen> page(UUID after) {
        return jdbc.sql("select o.id, o.number, o.version, o.clock_kind, o.holder, o.due_at, %s from work_order o where o.id > :after order by o.id limit :batch"
                        .formatted(WorkOrders.COLUMNS))
                .param("after", after).param("batch", BATCH).query(Proof::seen).list();
    }

    private static Seen seen(ResultSet row, int n) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Seen(WorkOrders.read(row, n), row.getString("clock_kind"), row.getString("holder"), due == null ? null : due.toInstant());
    }

    private Map<UUID, List<Step>> steps(UUID[] ids) {
        var found = new LinkedHashMap<UUID, List<Step>>();
        jdbc.sql(Steps.COLUMNS + " where order_id = any(:ids) order by order_id, seq").param("ids", ids).query(row -> {
            found.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new java.util.ArrayList<>()).add(Steps.read(row, row.getString("actor")));
        });
        return found;
    }

    private Map<UUID, List<ClockRow>> clocks(UUID[] ids) {
        var found = new LinkedHashMap<UUID, List<ClockRow>>();
        jdbc.sql("""
                        select order_id, n, kind, holder, started_at, due_at, first_due_at, stopped_at, stopped_by
                          from clock
                         where order_id = any(:ids)
                         order by order_id, n
                        """).param("ids", ids).query(row -> {
            found.computeIfAbsent(row.getObject(1, UUID.class), id -> new java.util.ArrayList<>()).add(
                    new ClockRow(row.getInt(2), row.getString(3), row.getString(4), Objects.requireNonNull(instant(row, 5)),
                            Objects.requireNonNull(instant(row, 6)), Objects.requireNonNull(instant(row, 7)), instant(row, 8), row.getString(9)));
        });
        return found;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.platform.Json;
import city.minsheng.platform.Question;
import city.minsheng.platform.Tail;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table clock. */
@Repository
class Clocks {

    /** A clock as the order page shows it: with how its due time was come by. */
    record Shown(int n, ClockKind kind, Holder holder, Instant startedAt, Instant dueAt, Instant firstDueAt,
            @Nullable Instant stoppedAt, DueDate how) {}

    record Known(List<RunningClock> running, int count) {}

    private final JdbcClient jdbc;
    private final Tail tail;

    Clocks(JdbcClient jdbc, Tail tail) {
        this.jdbc = jdbc;
        this.tail = tail;
    }

    /**
     * Those of an order that run, and how many there ever were. All its rows are read by the key: {@code stopped_at is
     * null} in the statement would invite the indexes of all running clocks.
     */
    Known known(UUID order) {
        tail.send();
        var running = new ArrayList<RunningClock>();
        var count = new AtomicInteger();
        jdbc.sql("select n, kind, holder, started_at, due_at, stopped_at from clock where order_id = :order order by n")
                .param("order", order).query(row -> {
                    count.set(row.getInt("n"));
                    if (row.getObject("stopped_at") == null) {
                        running.add(readRunning(row));
                    }
                });
        return new Known(running, count.get());
    }

    static Question<Shown> asked(UUID order) {
        return new Question<>("select n, kind, holder, started_at, due_at, first_due_at, stopped_at, how from clock where order_id = ? order by n", Clocks::readShown, order);
    }

    List<Shown> of(UUID order) {
        tail.send();
        return jdbc.sql("select n, kind, holder, started_at, due_at, first_due_at, stopped_at, how from clock where order_id = :order order by n")
                .param("order", order).query(Clocks::readShown).list();
    }

    void write(UUID order, List<ClockMove> moves, Action by) {
        for (var move : moves) {
            switch (move) {
                case ClockMove.Start start -> start(order, start);
                case ClockMove.Stop stop -> jdbc.sql("update clock set stopped_at = :at, stopped_by = :by where order_id = :order and n = :n")
                        .param("at", Time.sql(stop.at())).param("by", by.name()).param("order", order).param("n", stop.n()).update();
                case ClockMove.Shift shift -> jdbc.sql("update clock set due_at = :due, rung_at = null where order_id = :order and n = :n")
                        .param("due", Time.sql(shift.dueAt())).param("order", order).param("n", shift.n()).update();
            }
        }
    }

    /** Those of a new order, as its first acts left them. */
    void insert(UUID order, List<Act> acts) {
        for (var act : acts) {
            for (var move : act.moves()) {
                if (move instanceof ClockMove.Start start) {
                    insert(order, start, stopped(start.n(), acts));
                }
            }
        }
    }

    private void insert(UUID order, ClockMove.Start start, @Nullable Act stopped) {
        tail.add("""
                        insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, how, stopped_at, stopped_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                order, start.n(), start.kind().name(), start.holder().toString(), Time.sql(start.at()), Time.sql(start.due().dueAt()),
                Time.sql(start.due().dueAt()), Json.column(start.due()), stopped == null ? null : Time.sql(stopped.now()), stopped == null ? null : stopped.action().name());
    }

    private static @Nullable Act stopped(int n, List<Act> acts) {
        return acts.stream().filter(act -> act.moves().stream().anyMatch(move -> move instanceof ClockMove.Stop stop && stop.n() == n)).findFirst().orElse(null);
    }

    private void start(UUID order, ClockMove.Start start) {
        jdbc.sql("""
                        insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, how)
                        values (:order, :n, :kind, :holder, :at, :due, :due, :how)
                        """)
                .param("order", order).param("n", start.n()).param("kind", start.kind().name())
                .param("holder", start.holder().toString()).param("at", Time.sql(start.at()))
                .param("due", Time.sql(start.due().dueAt())).param("how", Json.column(start.due())).update();
    }

    private static RunningClock readRunning(ResultSet row) throws SQLException {
        return new RunningClock(row.getInt("n"), ClockKind.valueOf(row.getString("kind")), Holder.of(row.getString("holder")),
                instant(row, "started_at"), instant(row, "due_at"));
    }

    private static Shown readShown(ResultSet row, int number) throws SQLException {
        var stopped = row.getObject("stopped_at", OffsetDateTime.class);
        return new Shown(row.getInt("n"), ClockKind.valueOf(row.getString("kind")), Holder.of(row.getString("holder")),
                instant(row, "started_at"), instant(row, "due_at"), instant(row, "first_due_at"),
                stopped == null ? null : stopped.toInstant(), Json.read(row.getString("how"), DueDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

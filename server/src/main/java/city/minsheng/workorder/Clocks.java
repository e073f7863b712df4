package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.platform.Json;
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

    Clocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of an order that run, and how many there ever were. All its rows are read by the key: {@code stopped_at is
     * null} in the statement would invite the indexes of all running clocks.
     */
    Known known(UUID order) {
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

    List<Shown> of(UUID order) {
        return jdbc.sql("select n, kind, holder, started_at, due_at, first_due_at, stopped_at, how from clock where order_id = :order order by n")
                .param("order", order).query(Clocks::readShown).list();
    }

    void write(UUID order, List<ClockMove> moves, Action by) {
        for (var move : moves) {
            switch (move) {
                case ClockMove.Start start -> start(order, start);
                case ClockMove.Stop stop -> jdbc.sql("update clock set stopped_at = :at, stopped_by = :by where order_id = :order and n = :n")
                        .param("at", Time.sql(stop.at())).param("by", by.name()).param("order", order).param("n", stop.n()).update();
                case ClockMove.Shift shift -> jdbc.sql("update clock set due_at = :due where order_id = :order and n = :n")
                        .param("due", Time.sql(shift.dueAt())).param("order", order).param("n", shift.n()).update();
            }
        }
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

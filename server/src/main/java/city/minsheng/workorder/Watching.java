package city.minsheng.workorder;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is owed in the whole city, read from the running clocks: the supervision office's questions. */
@Component
public class Watching {

    /** @param items the most pressing ones; the count is of all */
    public record Owed(int count, List<Row> items) {}

    /** How a department stands. */
    public record Standing(String code, @Nullable String name, int open, int unaccepted, int dueToday, int overdue) {}

    /** What waits for somebody's decision: returns, extensions, and orders that the citizen sent back. */
    public record Decisions(int returns, int extensions, int dissatisfied) {}

    private static final int SHOWN = 50;

    /** The clock that is asked about, not the one that the order's status lives by. */
    private static final String COLUMNS = WorkOrders.FOR_ROWS.replace("o.clock_kind", "c.kind as clock_kind").replace("o.holder", "c.holder")
            .replace("o.clock_started_at", "c.started_at as clock_started_at").replace("o.due_at", "c.due_at");
    private final JdbcClient jdbc;
    private final Rows rows;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Watching(JdbcClient jdbc, Rows rows, Departments departments, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.departments = departments;
        this.city = city;
        this.clock = clock;
    }

    public Owed unaccepted() {
        return owed("c.kind = 'ACCEPT' and c.due_at > :from and c.due_at < :to", "c.started_at", Instant.EPOCH, FAR);
    }

    public Owed dueToday() {
        return owed("c.kind in ('HANDLE', 'SUPPORT') and c.due_at >= :from and c.due_at < :to", "c.due_at", clock.instant(), midnight());
    }

    public Owed overdue() {
        return owed("c.kind in ('ACCEPT', 'HANDLE', 'SUPPORT', 'DEFERRAL') and c.due_at >= :from and c.due_at < :to", "c.due_at", Instant.EPOCH, clock.instant());
    }

    public Owed notCalledBack() {
        return owed("c.kind = 'FOLLOW_UP' and c.due_at > :from and c.due_at < :to", "c.due_at", Instant.EPOCH, FAR);
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    /** One line for each order, with the clock that is asked about. */
    private Owed owed(String which, String order, Instant from, Instant to) {
        var count = jdbc.sql("select count(distinct c.order_id) from clock c where c.stopped_at is null and " + which)
                .param("from", Time.sql(from)).param("to", Time.sql(to)).query(Integer.class).single();
        var read = jdbc.sql("""
                        select %s
                          from clock c
                          join work_order o on o.id = c.order_id
                         where c.stopped_at is null and %s
                         order by (o.level = 'EMERGENCY') desc, %s
                         limit %d
                        """.formatted(COLUMNS, which, order, SHOWN))
                .param("from", Time.sql(from)).param("to", Time.sql(to)).query((row, n) -> Rows.Read.of(row)).list();
        return new Owed(count, rows.show(read, clock.instant()));
    }

    public Decisions decisions() {
        return jdbc.sql("""
                        select count(*) filter (where status = 'RETURN_REQUESTED') as returns,
                               count(*) filter (where extension_asked is not null) as extensions,
                               count(*) filter (where reworks > 0) as dissatisfied
                          from work_order
                         where clock_kind is not null
                        """).query(Decisions.class).single();
    }

    /** Each department that holds something, the worst first. */
    public List<Standing> departments() {
        return jdbc.sql("""
                        select c.holder,
                               count(distinct c.order_id) as open,
                               count(*) filter (where c.kind = 'ACCEPT') as unaccepted,
                               count(*) filter (where c.kind in ('HANDLE', 'SUPPORT') and c.due_at >= :now and c.due_at < :midnight) as due_today,
                               count(*) filter (where c.kind in ('ACCEPT', 'HANDLE', 'SUPPORT', 'DEFERRAL') and c.due_at < :now) as overdue
                          from clock c
                         where c.stopped_at is null and c.holder like 'DEPARTMENT:%'
                         group by c.holder
                         order by overdue desc, due_today desc, unaccepted desc, open desc
                        """)
                .param("now", Time.sql(clock.instant())).param("midnight", Time.sql(midnight()))
                .query((row, n) -> {
                    var code = Holder.of(row.getString(1)).code();
                    return new Standing(code, departments.nameOf(code), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
                }).list();
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), city.zone()).plusDays(1).atStartOfDay(city.zone()).toInstant();
    }
}

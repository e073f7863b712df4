package city.minsheng.workorder;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    private final Veils veils;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Watching(JdbcClient jdbc, Rows rows, Veils veils, Departments departments, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.veils = veils;
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

    /**
     * An open order that gives the supervision office reason to act.
     *
     * @param missed  limits of departments that passed unmet, @param repeats other requests of the same person on the same
     *                matter within 90 days before
     */
    public record Signals(Row order, int missed, int reworks, int reassignments, int reminders, int repeats) {}

    /** Orders at a department that have missed a limit, came back or were pushed around; the worst first. What is written from them goes to departments. */
    public List<Signals> signals() {
        var now = clock.instant();
        record Read(Rows.Read order, int missed, int repeats) {}
        var found = jdbc.sql("""
                        select %s,
                               (select count(*) from clock c
                                 where c.order_id = o.id and c.kind in ('ACCEPT', 'CONTACT', 'HANDLE', 'SUPPORT')
                                   and c.due_at < least(coalesce(c.stopped_at, :now), :now)) as missed,
                               (select count(*) from work_order p
                                 where p.requester = o.requester and p.category = o.category and p.id <> o.id
                                   and p.received_at > :since and p.received_at < o.received_at) as repeats
                          from work_order o
                         where o.holder like 'DEPARTMENT:%%' and o.lead is not null
                           and (o.due_at < :now or o.reworks > 0 or o.reassignments > 0 or o.reminders > 0)
                         order by o.due_at
                         limit 500
                        """.formatted(WorkOrders.FOR_ROWS))
                .param("now", Time.sql(now)).param("since", Time.sql(now.minus(java.time.Duration.ofDays(90))))
                .query((row, n) -> new Read(Rows.Read.of(row), row.getInt("missed"), row.getInt("repeats"))).list();
        var shown = rows.veiled(found.stream().map(Read::order).toList(), now).stream().collect(Collectors.toMap(Row::id, Function.identity()));
        return found.stream().map(read -> new Signals(shown.get(read.order().order().id()), read.missed(), read.order().order().reworks(),
                        read.order().order().count(Fact.REASSIGNMENTS), read.order().order().count(Fact.REMINDERS), read.repeats()))
                .sorted(Comparator.comparingInt(Signals::missed).thenComparing(Signals::reworks).reversed()).toList();
    }

    /** Somebody was urged. */
    public record Urged(UUID order, String department, Instant at) {}

    /** What came of it. */
    public record Done(Action action, Instant at) {}

    /** For each: what the department did with the order first after that moment; no entry where it has done nothing. */
    public Map<Urged, Done> firstAfter(List<Urged> urged) {
        var done = new HashMap<Urged, Done>();
        jdbc.sql("""
                        select distinct on (u.n) u.n, s.action, s.at
                          from unnest(:orders, :departments, cast(:ats as timestamptz[])) with ordinality as u (order_id, department, at, n)
                          join work_order_step s on s.order_id = u.order_id and s.actor_department = u.department and s.at > u.at and s.action <> 'NOTE'
                         order by u.n, s.seq
                        """)
                .param("orders", urged.stream().map(Urged::order).toArray(UUID[]::new))
                .param("departments", urged.stream().map(Urged::department).toArray(String[]::new))
                .param("ats", urged.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .query(row -> {
                    done.put(urged.get(row.getInt(1) - 1), new Done(Action.valueOf(row.getString(2)), row.getObject(3, OffsetDateTime.class).toInstant()));
                });
        return done;
    }

    /** These orders as lines of a list, by their id; without a word of whose they are, for departments and papers get them. */
    public Map<UUID, Row> rows(Collection<UUID> ids) {
        var read = jdbc.sql("select " + WorkOrders.FOR_ROWS + " from work_order o where o.id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Rows.Read.of(row)).list();
        return rows.veiled(read, clock.instant()).stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    /** For each of these: what takes out of words about it whose it is. Departments and papers get such words; they are not the citizen's own. */
    public Map<UUID, UnaryOperator<String>> veils(Collection<UUID> ids) {
        return veils.whole(ids).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()::of));
    }

    private Instant midnight() {
        return LocalDate.ofInstant(clock.instant(), city.zone()).plusDays(1).atStartOfDay(city.zone()).toInstant();
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the {@link Rate}s, and lists the orders behind each count. */
@Component
public class Rates {

    /** @param n cases that are decided, @param hits of which so many are as the rate says */
    public record Count(int n, int hits) {

        Count plus(Count other) {
            return new Count(n + other.n, hits + other.hits);
        }
    }

    /** @param to exclusive @param without orders that an exclusion takes out */
    public record Period(Instant from, Instant to, Collection<UUID> without) {}

    private static final int MOST = 500;
    private final JdbcClient jdbc;
    private final Rows rows;
    private final Clock clock;

    Rates(JdbcClient jdbc, Rows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Department → count; the city's own rates stand under the empty name. */
    public Map<String, Count> count(Rate rate, Period period) {
        var counts = new TreeMap<String, Count>();
        asked("select department, count(*), count(*) filter (where hit) from (%s) cases where order_id <> all(:without) group by department".formatted(rate.sql()), period)
                .query(row -> {
                    counts.put(row.getString(1), new Count(row.getInt(2), row.getInt(3)));
                });
        return counts;
    }

    /** An order that counts in a rate. */
    record Case(UUID order, String department, boolean hit) {}

    /** Those of these orders that count. */
    List<Case> cases(Rate rate, Period period, List<UUID> orders) {
        return asked("select order_id, department, hit from (%s) cases where order_id = any(:orders) and order_id <> all(:without)".formatted(rate.sql()), period)
                .param("orders", orders.toArray(UUID[]::new)).query((row, n) -> new Case(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3))).list();
    }

    /** Department → its rates. */
    public Map<String, Map<Rate, Count>> all(Period period) {
        var all = new TreeMap<String, Map<Rate, Count>>();
        for (var rate : Rate.values()) {
            count(rate, period).forEach((department, count) -> all.computeIfAbsent(department, d -> new EnumMap<>(Rate.class)).put(rate, count));
        }
        return all;
    }

    /** Department → its orders that count in any rate, each once; the hits are those that the period is {@code without}. */
    public Map<String, Count> among(Period period) {
        var counts = new TreeMap<String, Count>();
        var cases = Arrays.stream(Rate.values()).filter(rate -> rate.whose() == Rate.Whose.DEPARTMENTS)
                .map(rate -> "select order_id, department from (" + rate.sql() + ") cases").collect(Collectors.joining("\nunion\n"));
        asked("select department, count(*), count(*) filter (where order_id = any(:without)) from (%s) orders group by department".formatted(cases), period)
                .query(row -> {
                    counts.put(row.getString(1), new Count(row.getInt(2), row.getInt(3)));
                });
        return counts;
    }

    public static Count sum(Collection<Count> counts) {
        return counts.stream().reduce(new Count(0, 0), Count::plus);
    }

    /** The orders behind a count, the newest first. @param hit null: all of them @param department null: of the whole city */
    public List<Row> orders(Rate rate, Period period, @Nullable String department, @Nullable Boolean hit) {
        var read = asked("""
                select %s
                  from work_order o
                 where o.id in (select order_id from (%s) cases
                                 where order_id <> all(:without)
                                   and (cast(:department as text) is null or department = :department)
                                   and (cast(:hit as boolean) is null or hit = :hit))
                 order by o.id desc
                 limit %d
                """.formatted(WorkOrders.FOR_ROWS, rate.sql(), MOST), period)
                .param("department", department, java.sql.Types.VARCHAR).param("hit", hit, java.sql.Types.BOOLEAN)
                .query((row, n) -> Rows.Read.of(row)).list();
        return rows.veiled(read, clock.instant());
    }

    private JdbcClient.StatementSpec asked(String sql, Period period) {
        return jdbc.sql(sql).param("from", Time.sql(period.from())).param("to", Time.sql(period.to()))
                .param("now", Time.sql(clock.instant())).param("without", period.without().toArray(UUID[]::new));
    }
}

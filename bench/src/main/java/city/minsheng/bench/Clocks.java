package city.minsheng.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Clocks that run out, in the product's own tables: what a look costs when nothing is due, how long many take that are due at once,
 * how late those are that come one after another, and whether each is told of once while one of two nodes is killed.
 */
final class Clocks {

    private static final int TICKS_A_SECOND = 2;
    private static final int SPREAD_SECONDS = 20;
    /** Where the clocks of a round begin to count: no clock of an order has so high a number. */
    private static final int ROUND = 1000;

    private record Told(int marked, int events, int twice, double[] lateness, double seconds) {}

    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Clocks(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        int due = wish.number("--due", 10_000);
        try (var product = Product.start(data)) {
            Intake.one(product);
            product.preload(Math.max(20_000, due * 2));
            running(product, wish.number("--running", 1_000_000));
            product.settle();
            double idle = idle(product);
            told(product, 1, due, 0, null); // the compiler's turn
            var spread = told(product, 2, due, SPREAD_SECONDS, null);
            var burst = told(product, 3, due, 0, null);
            Told killed;
            try (var other = product.beside()) {
                killed = told(product, 4, due, 0, other);
            }
            report(idle, spread, burst, killed, due);
        }
    }

    /** None of them is due while this bench runs. They belong to no order: nobody asks before they run out. */
    private static void running(Product product, int clocks) throws Exception {
        long begun = System.nanoTime();
        try (var connection = product.database(); var sql = connection.createStatement()) {
            sql.execute("""
                    insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, how)
                    select gen_random_uuid(), 1, (array['DISPATCH', 'ACCEPT', 'CONTACT', 'HANDLE', 'REVIEW', 'FOLLOW_UP'])[1 + i %% 6], 'DEPARTMENT:bench', now(),
                           now() + interval '1 day' + interval '1 second' * i, now() + interval '2 days', '{}'
                      from generate_series(1, %d) as i
                    """.formatted(clocks));
            sql.execute("vacuum analyze clock");
            sql.execute("checkpoint");
        }
        Bench.say("%,d clocks run (written in %.1f s)", clocks, (System.nanoTime() - begun) / 1e9);
    }

    /** The thread that looks, and all that the database does in that time, as if the look were all of it: an upper limit. */
    private double idle(Product product) throws Exception {
        Thread.sleep(5000);
        double before = product.threadCpu("clocks") + product.databaseCpu();
        double all = product.cpu();
        long begun = System.nanoTime();
        Thread.sleep(1000L * Math.max(20, wish.seconds()));
        double looks = (System.nanoTime() - begun) / 1e9 * TICKS_A_SECOND;
        double idle = (product.threadCpu("clocks") + product.databaseCpu() - before) * 1000 / looks;
        figures.put("whole_cpu_ms", (product.cpu() - all) * 1000 / looks);
        Bench.say("nothing due: %.2f CPU-ms a look at most", idle);
        return idle;
    }

    /** @param victim is killed when a part of them is told of */
    private static Told told(Product product, int round, int clocks, int spread, Product victim) throws Exception {
        var at = Instant.now().plusSeconds(4);
        try (var connection = product.database()) {
            write(connection, round, clocks, at, spread);
            boolean alive = victim != null;
            int marked = 0;
            while (marked < clocks && Instant.now().isBefore(at.plusSeconds(spread + 60))) {
                Thread.sleep(20);
                marked = number(connection, "select count(*) from clock where n >= " + round * ROUND + " and n < " + (round + 1) * ROUND + " and rung_at is not null");
                if (alive && marked > clocks / 10) {
                    victim.kill();
                    alive = false;
                }
            }
            double seconds = (System.currentTimeMillis() - at.toEpochMilli()) / 1000.0;
            return told(connection, round, marked, seconds, at);
        }
    }

    private static void write(Connection connection, int round, int clocks, Instant at, int spread) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute("""
                    insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, how)
                    select id, %1$d, 'HANDLE', 'DEPARTMENT:bench', now(), at, at, '{}'
                      from (select id, timestamptz '%2$s' + interval '1 second' * %3$d * (row_number() over ()) / %4$d as at from work_order limit %4$d) o
                    """.formatted(round * ROUND, at, spread, clocks));
        }
    }

    /** An event's key says when it was written: lateness is that less the due time. */
    private static Told told(Connection connection, int round, int marked, double seconds, Instant at) throws SQLException {
        var of = " from outbox o join clock c on c.order_id = o.subject and c.n = " + round * ROUND + " and c.due_at = o.at where o.kind = 'clock.run-out' and o.at >= '" + at + "'";
        int events = number(connection, "select count(distinct c.order_id)" + of);
        int twice = number(connection, "select count(*) - count(distinct c.order_id)" + of);
        try (var sql = connection.createStatement(); var rows = sql.executeQuery("select extract(epoch from uuid_extract_timestamp(o.id) - c.due_at) * 1000" + of)) {
            var lateness = new double[events + twice];
            for (int i = 0; rows.next(); i++) {
                lateness[i] = rows.getDouble(1);
            }
            Arrays.sort(lateness);
            return new Told(marked, events, twice, lateness, seconds);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement(); var row = sql.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void report(double idle, Told spread, Told burst, Told killed, int due) {
        Bench.say("%,d over %d s: p50 %.0f ms, p99 %.0f ms late", due, SPREAD_SECONDS, at(spread, 0.5), at(spread, 0.99));
        Bench.say("%,d at once: handled in %.2f s, p99 %.0f ms late", due, burst.seconds(), at(burst, 0.99));
        Bench.say("%,d at once, one of two nodes killed: handled in %.2f s, %d lost, %d told twice", due, killed.seconds(), due - killed.events(), killed.twice());
        Bench.say("");
        Bench.say("goals: 10 CPU-ms a tick, 5 s, p99 1000 ms, nothing lost or told twice");
        figures.put("idle_cpu_ms", idle).put("handled_seconds", burst.seconds()).put("lateness_p99_ms", at(spread, 0.99))
                .put("doubled", spread.twice() + burst.twice() + killed.twice())
                .put("lost", 3.0 * due - spread.events() - burst.events() - killed.events())
                .put("burst_lateness_p99_ms", at(burst, 0.99)).put("killed_seconds", killed.seconds()).put("lateness_p50_ms", at(spread, 0.5));
    }

    private static double at(Told told, double share) {
        return told.lateness().length == 0 ? Double.NaN : told.lateness()[(int) Math.min(told.lateness().length - 1, Math.ceil(share * told.lateness().length) - 1)];
    }
}

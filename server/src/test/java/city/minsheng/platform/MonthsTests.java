package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@DisplayName("The partitions of a month")
class MonthsTests {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final PlatformTransactionManager transactions;

    MonthsTests(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** A node that has just started: it remembers no month. */
    private Months node() {
        return new Months(jdbc, transactions);
    }

    private int partitions(String ending) {
        return jdbc.sql("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname like '%' || :ending")
                .param("ending", ending).query(Integer.class).single();
    }

    @Test
    void takeInTheRowsOfTheirMonth() {
        var at = Instant.parse("2031-03-15T00:00:00Z");
        node().cover(at);
        var id = Ids.next(at);
        jdbc.sql("insert into outbox (id, subject, kind, at, data, handled_at) values (:id, :id, 'test', now(), '{}', now())").param("id", id).update();

        assertThat(jdbc.sql("select tableoid::regclass::text from outbox where id = :id").param("id", id).query(String.class).single()).endsWith("outbox_2031_03");
        assertThat(partitions("_2031_03")).isEqualTo(2);
        jdbc.sql("delete from outbox where id = :id").param("id", id).update();
    }

    @Test
    void areMadeWhileOthersWrite() throws InterruptedException {
        var maker = new Thread[1];
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.add(UUID.randomUUID(), "test.writing", Instant.now(), Map.of());
            jdbc.sql("delete from work_order_step where order_id = :id").param("id", UUID.randomUUID()).update();
            maker[0] = Thread.ofPlatform().start(() -> node().cover(Instant.parse("2031-04-15T00:00:00Z")));
            join(maker[0]);
            assertThat(maker[0].isAlive()).as("waits for a transaction that is still writing").isFalse();
            status.setRollbackOnly();
        });
        maker[0].join();

        assertThat(partitions("_2031_04")).isEqualTo(2);
    }

    /** The first event of a month may be written by a transaction that has written other tables before. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void areMadeFromWithinATransactionThatWrites() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("delete from work_order_step where order_id = :id").param("id", UUID.randomUUID()).update();
            node().cover(Instant.parse("2031-05-15T00:00:00Z"));
        });

        assertThat(partitions("_2031_05")).isEqualTo(2);
    }

    @Test
    void areMadeOnceByManyNodesAtOnce() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var broken = new ArrayList<Throwable>();
        for (int i = 0; i < 4; i++) {
            var thread = Thread.ofPlatform().unstarted(() -> node().cover(Instant.parse("2031-06-15T00:00:00Z")));
            thread.setUncaughtExceptionHandler((t, e) -> broken.add(e));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(broken).isEmpty();
        assertThat(partitions("_2031_06")).isEqualTo(2);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package city.minsheng.platform;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Partitions of one month. Every partitioned table of the city goes by a UUID of version 7, so an order's rows lie in
 * the month in which the order was registered, and its id alone says where.
 */
@Component
public class Months {

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Set<YearMonth> covered = ConcurrentHashMap.newKeySet();

    Months(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes the month's partitions, where they are missing. In a transaction of its own. */
    public void cover(Instant at) {
        var month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        if (covered.contains(month)) {
            return;
        }
        own.executeWithoutResult(status -> {
            // two nodes may come here at once: the second waits and finds everything made
            jdbc.sql("lock table migrated in share row exclusive mode").update();
            for (var table : partitionedTables()) {
                make(table, month);
            }
        });
        covered.add(month);
    }

    /**
     * Made beside and then attached, which keeps nobody from writing. {@code create table … partition of} would lock the
     * whole table, and wait for ever for a transaction that has written one table and goes on to the next.
     */
    private void make(String table, YearMonth month) {
        var name = "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
        boolean there = jdbc.sql("select to_regclass(:name) is not null").param("name", name).query(Boolean.class).single();
        if (!there) {
            jdbc.sql("create table %s (like %s including all)".formatted(name, table)).update();
            jdbc.sql("alter table %s attach partition %s for values from ('%s') to ('%s')".formatted(
                    table, name, edge(month), edge(month.plusMonths(1)))).update();
        }
    }

    private Iterable<String> partitionedTables() {
        return jdbc.sql("""
                        select c.relname
                          from pg_partitioned_table p
                          join pg_class c on c.oid = p.partrelid
                         where c.relnamespace = current_schema()::regnamespace
                         order by 1
                        """)
                .query(String.class).list();
    }

    private static java.util.UUID edge(YearMonth month) {
        return Ids.first(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}

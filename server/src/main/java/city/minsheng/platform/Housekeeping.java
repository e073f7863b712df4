package city.minsheng.platform;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the next month's partitions ahead of time and forgets old idempotency keys. */
@Component
class Housekeeping implements Job {

    private static final Duration KEYS = Duration.ofHours(24);
    private final JdbcClient jdbc;
    private final Months months;

    Housekeeping(JdbcClient jdbc, Months months) {
        this.jdbc = jdbc;
        this.months = months;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        months.cover(Instant.now().plus(Duration.ofDays(31)));
        jdbc.sql("delete from idempotency_key where at < :before").param("before", Time.sql(Instant.now().minus(KEYS))).update();
    }
}

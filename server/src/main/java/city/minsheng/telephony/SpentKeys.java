package city.minsheng.telephony;

import city.minsheng.platform.Job;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets the keys of yesterday's acts: nobody presses so late again. */
@Component
class SpentKeys implements Job {

    private static final Duration KEPT = Duration.ofDays(1);
    private final JdbcClient jdbc;
    private final Clock clock;

    SpentKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seat-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql("delete from seat_key where at < :before").param("before", Time.sql(clock.instant().minus(KEPT))).update();
    }
}

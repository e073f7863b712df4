package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Job;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 归档 of what was closed long enough, and taking up again what was objectively constrained, on its date. */
@Component
class Keeping implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration TO_ARCHIVE = Duration.ofDays(30);
    private static final int BATCH = 500;
    private final JdbcClient jdbc;
    private final Closing closing;
    private final Reviewing reviewing;
    private final Clock clock;

    Keeping(JdbcClient jdbc, Closing closing, Reviewing reviewing, Clock clock) {
        this.jdbc = jdbc;
        this.closing = closing;
        this.reviewing = reviewing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "archive-and-resume";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        for (var id : closedBefore()) {
            quietly(id, () -> closing.archive(new On(id, Actor.SYSTEM, null)));
        }
        for (var id : deferralsDue()) {
            quietly(id, () -> reviewing.resume(new On(id, Actor.SYSTEM, null), new Reviewing.Resume("复查日期已到")));
        }
    }

    private static void quietly(UUID id, Runnable work) {
        try {
            work.run();
        } catch (Refusal meanwhile) {
            LOG.info("order={} was changed meanwhile: {}", id, meanwhile.code());
        }
    }

    private List<UUID> closedBefore() {
        return jdbc.sql("select id from work_order where status = 'CLOSED' and closed_at < :before order by closed_at limit :batch")
                .param("before", Time.sql(clock.instant().minus(TO_ARCHIVE))).param("batch", BATCH).query(UUID.class).list();
    }

    private List<UUID> deferralsDue() {
        return jdbc.sql("select id from work_order where status = 'DEFERRED' and due_at < :now and clock_kind is not null limit :batch")
                .param("now", Time.sql(clock.instant())).param("batch", BATCH).query(UUID.class).list();
    }
}

package city.minsheng.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands each event to every once-per-city listener, at least once, in the order of its subject. Rows are claimed by
 * SKIP LOCKED, so any number of nodes share the work; what fails is kept under the listener's name and tried again
 * with growing pauses, and later events of the same subject wait behind it.
 */
@Component
class CityDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(CityDelivery.class);
    private static final int BATCH = 200;
    private final JdbcClient jdbc;
    private final List<OncePerCity> listeners;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;

    CityDelivery(JdbcClient jdbc, List<OncePerCity> listeners, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Hands on until nothing is left that can be handed on now. */
    void deliver() {
        while (step() > 0) { // a step takes one event of each subject
            Thread.onSpinWait();
        }
        retry();
    }

    private int step() {
        var count = transaction.execute(status -> {
            var events = claim();
            events.forEach(event -> listeners.forEach(listener -> offer(listener, event)));
            if (!events.isEmpty()) {
                markHandled(events);
            }
            return events.size();
        });
        return count == null ? 0 : count;
    }

    private List<Event> claim() {
        return jdbc.sql("""
                        select o.id, o.subject, o.kind, o.at, o.data
                          from outbox o
                         where o.handled_at is null
                           and not exists (select 1 from outbox e
                                            where e.subject = o.subject and e.handled_at is null and e.id < o.id)
                         order by o.id
                         limit :batch
                           for update skip locked
                        """)
                .param("batch", BATCH).query(CityDelivery::read).list();
    }

    private void offer(OncePerCity listener, Event event) {
        if (isWaiting(listener, event)) {
            keep(listener, event, "behind an earlier one");
            return;
        }
        try {
            nested.executeWithoutResult(status -> listener.hear(event));
        } catch (RuntimeException e) {
            LOG.warn("outbox: {} could not take {} {}: {}", listener.name(), event.kind(), event.id(), e.toString());
            keep(listener, event, e.toString());
        }
    }

    private boolean isWaiting(OncePerCity listener, Event event) {
        return jdbc.sql("select count(*) > 0 from outbox_retry where listener = :listener and subject = :subject")
                .param("listener", listener.name()).param("subject", event.subject()).query(Boolean.class).single();
    }

    private void keep(OncePerCity listener, Event event, String error) {
        jdbc.sql("""
                        insert into outbox_retry (listener, event_id, subject, attempts, next_at, error)
                        values (:listener, :event, :subject, 1, :next, :error)
                        on conflict (listener, event_id) do nothing
                        """)
                .param("listener", listener.name()).param("event", event.id()).param("subject", event.subject())
                .param("next", Time.sql(Instant.now().plusSeconds(1))).param("error", error).update();
    }

    private void markHandled(List<Event> events) {
        jdbc.sql("update outbox set handled_at = :now where id = any(:ids)")
                .param("now", Time.sql(Instant.now()))
                .param("ids", events.stream().map(Event::id).toArray(UUID[]::new)).update();
    }

    private record Retry(String listener, UUID event, int attempts) {}

    private void retry() {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        select r.listener, r.event_id, r.attempts
                          from outbox_retry r
                         where r.next_at <= :now
                           and not exists (select 1 from outbox_retry e
                                            where e.listener = r.listener and e.subject = r.subject and e.event_id < r.event_id)
                         order by r.event_id
                         limit 50
                           for update skip locked
                        """)
                .param("now", Time.sql(Instant.now()))
                .query((row, n) -> new Retry(row.getString(1), row.getObject(2, UUID.class), row.getInt(3)))
                .list().forEach(this::again));
    }

    private void again(Retry retry) {
        var listener = listeners.stream().filter(l -> l.name().equals(retry.listener())).findFirst();
        if (listener.isEmpty()) {
            return;
        }
        var event = jdbc.sql("select id, subject, kind, at, data from outbox where id = :id").param("id", retry.event())
                .query(CityDelivery::read).single();
        try {
            nested.executeWithoutResult(status -> listener.get().hear(event));
            jdbc.sql("delete from outbox_retry where listener = :listener and event_id = :event")
                    .param("listener", retry.listener()).param("event", retry.event()).update();
        } catch (RuntimeException e) {
            long pause = 1L << Math.min(retry.attempts(), 12);
            jdbc.sql("""
                            update outbox_retry set attempts = attempts + 1, next_at = :next, error = :error
                             where listener = :listener and event_id = :event
                            """)
                    .param("next", Time.sql(Instant.now().plusSeconds(pause))).param("error", e.toString())
                    .param("listener", retry.listener()).param("event", retry.event()).update();
        }
    }

    static Event read(ResultSet row, int number) throws SQLException {
        return new Event(row.getObject("id", UUID.class), row.getObject("subject", UUID.class), row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(), Json.read(row.getString("data")));
    }
}

package city.minsheng.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final int BATCH = 500;
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
        while (step() == BATCH) {
            Thread.onSpinWait();
        }
        retry();
    }

    /** Whether everything has been handed on, here and by other nodes. */
    boolean isDone() {
        return jdbc.sql("select not exists (select 1 from outbox where handled_at is null)").query(Boolean.class).single();
    }

    private int step() {
        var count = transaction.execute(status -> {
            var claimed = claim();
            var events = inOrder(claimed);
            if (!events.isEmpty()) {
                var waiting = waiting(events);
                listeners.forEach(listener -> offer(listener, events, waiting));
                markHandled(events);
            }
            return events.isEmpty() ? 0 : claimed.size();
        });
        return count == null ? 0 : count;
    }

    private List<Event> claim() {
        return jdbc.sql("""
                        select id, subject, kind, at, data
                          from outbox
                         where handled_at is null
                         order by id
                         limit :batch
                           for update skip locked
                        """)
                .param("batch", BATCH).query(CityDelivery::read).list();
    }

    /** Leaves out what stands behind an event of the same subject that another node is just handing on. */
    private List<Event> inOrder(List<Event> claimed) {
        if (claimed.isEmpty()) {
            return claimed;
        }
        var mine = claimed.stream().map(Event::id).collect(Collectors.toSet());
        var elsewhere = jdbc.sql("select subject, id from outbox where handled_at is null and id < :last")
                .param("last", claimed.getLast().id())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list().stream()
                .filter(open -> !mine.contains(open.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
        return elsewhere.isEmpty() ? claimed : claimed.stream().filter(event -> !elsewhere.contains(event.subject())).toList();
    }

    /** Whose subject waits at whom because an earlier event could not be taken. */
    private record Waiting(String listener, UUID subject) {}

    private Set<Waiting> waiting(List<Event> events) {
        return new HashSet<>(jdbc.sql("select distinct listener, subject from outbox_retry where subject = any(:subjects)")
                .param("subjects", subjects(events))
                .query((row, n) -> new Waiting(row.getString(1), row.getObject(2, UUID.class))).list());
    }

    private void offer(OncePerCity listener, List<Event> events, Set<Waiting> waiting) {
        var wanted = new ArrayList<Event>();
        for (var event : events) {
            if (!listener.wants(event.kind())) {
                continue;
            }
            if (waiting.contains(new Waiting(listener.name(), event.subject()))) {
                keep(listener, event, "behind an earlier one");
            } else {
                wanted.add(event);
            }
        }
        if (!wanted.isEmpty() && !hear(listener, wanted)) {
            wanted.forEach(event -> offer(listener, event, waiting));
        }
    }

    /** All at once, as nearly always nothing is wrong. */
    private boolean hear(OncePerCity listener, List<Event> events) {
        try {
            nested.executeWithoutResult(status -> listener.hear(events));
            return true;
        } catch (RuntimeException e) {
            LOG.debug("outbox: {} could not take {} events together: {}", listener.name(), events.size(), e.toString());
            return false;
        }
    }

    private void offer(OncePerCity listener, Event event, Set<Waiting> waiting) {
        if (waiting.contains(new Waiting(listener.name(), event.subject()))) {
            keep(listener, event, "behind an earlier one");
            return;
        }
        try {
            nested.executeWithoutResult(status -> listener.hear(event));
        } catch (RuntimeException e) {
            LOG.warn("outbox: {} could not take {} {}: {}", listener.name(), event.kind(), event.id(), e.toString());
            keep(listener, event, e.toString());
            waiting.add(new Waiting(listener.name(), event.subject()));
        }
    }

    private static UUID[] subjects(List<Event> events) {
        return events.stream().map(Event::subject).distinct().toArray(UUID[]::new);
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

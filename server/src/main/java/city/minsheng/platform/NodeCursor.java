package city.minsheng.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every event on this node once. Transactions commit out of the order of their ids, so each look goes back a
 * little and leaves out what was seen already.
 */
@Component
class NodeCursor {

    private static final Logger LOG = LoggerFactory.getLogger(NodeCursor.class);
    private static final Duration BACK = Duration.ofSeconds(15);
    private static final int BATCH = 2000;
    private final JdbcClient jdbc;
    private final List<OncePerNode> listeners;
    private final Map<UUID, Boolean> seen = new LinkedHashMap<>();
    private UUID last = Ids.first(Instant.now());

    NodeCursor(JdbcClient jdbc, List<OncePerNode> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    void deliver() {
        var from = earlier(last, Ids.first(Instant.now().minus(BACK)));
        List<Event> events;
        do { // page by page to the end: what was seen already may fill more than one
            events = read(from);
            events.stream().filter(event -> seen.put(event.id(), true) == null).forEach(this::hand);
            if (!events.isEmpty()) {
                from = events.getLast().id();
                last = later(last, from);
            }
        } while (events.size() == BATCH);
        forget(earlier(last, Ids.first(Instant.now().minus(BACK.multipliedBy(2)))));
    }

    private List<Event> read(UUID from) {
        return jdbc.sql("select id, subject, kind, at, data from outbox where id > :from order by id limit :batch")
                .param("from", from).param("batch", BATCH).query(CityDelivery::read).list();
    }

    private void hand(Event event) {
        for (var listener : listeners) {
            try {
                listener.hear(event);
            } catch (RuntimeException e) {
                LOG.warn("outbox: {} could not take {} {}: {}", listener.getClass().getSimpleName(), event.kind(), event.id(), e.toString());
            }
        }
    }

    private void forget(UUID before) {
        seen.keySet().removeIf(id -> compare(id, before) < 0);
    }

    private static UUID earlier(UUID a, UUID b) {
        return compare(a, b) < 0 ? a : b;
    }

    private static UUID later(UUID a, UUID b) {
        return compare(a, b) < 0 ? b : a;
    }

    /** As PostgreSQL compares them: without signs. */
    private static int compare(UUID a, UUID b) {
        int most = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}

package city.minsheng.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every event on this node once. Transactions commit out of the order of their ids, so it looks back for what came
 * late.
 */
@Component
class NodeCursor {

    private static final Logger LOG = LoggerFactory.getLogger(NodeCursor.class);
    private static final Duration NEAR = Duration.ofMillis(250);
    private static final Duration FAR = Duration.ofSeconds(15);
    private static final Duration FAR_EVERY = Duration.ofSeconds(5);
    private static final int BATCH = 2000;
    private final JdbcClient jdbc;
    private final List<OncePerNode> listeners;
    private final Set<UUID> seen = new HashSet<>();
    private UUID last = Ids.first(Instant.now());
    private Instant lookedFarBack = Instant.EPOCH;

    NodeCursor(JdbcClient jdbc, List<OncePerNode> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    void deliver() {
        for (List<Event> fresh; !(fresh = after(last)).isEmpty(); ) {
            last = fresh.getLast().id();
            fresh.forEach(this::hand);
            if (fresh.size() < BATCH) {
                break;
            }
        }
        if (!seen.isEmpty()) {
            lookBack(Instant.now());
        }
    }

    /** Each time a little, as those who write together pass each other; now and then further, for the slow. */
    private void lookBack(Instant now) {
        boolean far = lookedFarBack.plus(FAR_EVERY).isBefore(now);
        late(Ids.first(now.minus(far ? FAR : NEAR))).forEach(this::hand);
        if (far) {
            lookedFarBack = now;
            var old = Ids.first(now.minus(FAR.multipliedBy(2)));
            seen.removeIf(id -> compare(id, old) < 0);
        }
    }

    private List<Event> after(UUID id) {
        return jdbc.sql("select id, subject, kind, at, data from outbox where id > :id order by id limit :batch")
                .param("id", id).param("batch", BATCH).query(CityDelivery::read).list();
    }

    private List<Event> late(UUID from) {
        var missed = jdbc.sql("select id from outbox where id > :from and id < :last").param("from", from).param("last", last)
                .query(UUID.class).list().stream().filter(id -> !seen.contains(id)).toArray(UUID[]::new);
        return missed.length == 0 ? List.of()
                : jdbc.sql("select id, subject, kind, at, data from outbox where id = any(:ids) order by id").param("ids", missed)
                        .query(CityDelivery::read).list();
    }

    private void hand(Event event) {
        seen.add(event.id());
        for (var listener : listeners) {
            try {
                listener.hear(event);
            } catch (RuntimeException e) {
                LOG.warn("outbox: {} could not take {} {}: {}", listener.getClass().getSimpleName(), event.kind(), event.id(), e.toString());
            }
        }
    }

    /** As PostgreSQL compares them: without signs. */
    private static int compare(UUID a, UUID b) {
        int most = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}

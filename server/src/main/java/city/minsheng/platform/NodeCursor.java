package city.minsheng.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final Duration FARTHEST = Duration.ofMinutes(10);
    private static final int BATCH = 2000;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final List<OncePerNode> listeners;
    private final Duration far;
    private final Set<UUID> seen = new HashSet<>();
    private UUID last = Ids.first(Instant.now());
    private Instant lookedFarBack = Instant.EPOCH;
    /** Nothing from before this can appear any more. */
    private Instant heardUntil = Instant.EPOCH;

    @Autowired
    NodeCursor(JdbcClient jdbc, Outbox outbox, List<OncePerNode> listeners) {
        this(jdbc, outbox, listeners, FAR);
    }

    NodeCursor(JdbcClient jdbc, Outbox outbox, List<OncePerNode> listeners, Duration far) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.listeners = listeners;
        this.far = far;
    }

    void deliver() {
        for (List<Event> fresh; !(fresh = outbox.after(last, BATCH)).isEmpty(); ) {
            last = fresh.getLast().id();
            fresh.forEach(this::hand);
            if (fresh.size() < BATCH) {
                break;
            }
        }
        if (heardUntil.equals(Instant.EPOCH)) {
            heardUntil = settled(Instant.now());
        } else if (seen.isEmpty()) {
            return;
        }
        lookBack(Instant.now());
    }

    /** Each time a little, as those who write together pass each other; now and then as far as somebody slow may still write. */
    private void lookBack(Instant now) {
        if (lookedFarBack.plus(far.dividedBy(3)).isAfter(now)) {
            late(Ids.first(now.minus(NEAR))).forEach(this::hand);
            return;
        }
        var settled = settled(now);
        late(Ids.first(heardUntil)).forEach(this::hand);
        lookedFarBack = now;
        heardUntil = settled.isAfter(heardUntil) ? settled : heardUntil;
        var old = Ids.first(heardUntil);
        seen.removeIf(id -> compare(id, old) < 0);
        listeners.forEach(listener -> listener.heardUntil(heardUntil));
    }

    /** Before the oldest writer began, and some seconds more, as clocks differ. Who writes for longer than ten minutes is not waited for. */
    private Instant settled(Instant now) {
        var horizon = outbox.horizon();
        var farthest = now.minus(FARTHEST);
        return (horizon.isAfter(farthest) ? horizon.isBefore(now) ? horizon : now : farthest).minus(far);
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

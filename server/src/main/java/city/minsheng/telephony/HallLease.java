package city.minsheng.telephony;

import city.minsheng.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which node runs the hall. It says so again every few seconds; where it falls silent, the next one that looks takes
 * over. Measured by the database's own clock, for those of two nodes may differ.
 */
final class HallLease {

    private static final Logger LOG = LoggerFactory.getLogger(HallLease.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final JdbcClient jdbc;
    private final UUID node;
    private final Duration length;

    /** @param length so long after it was last heard of a node counts as silent */
    HallLease(JdbcClient jdbc, UUID node, Duration length) {
        this.jdbc = jdbc;
        this.node = node;
        this.length = length;
    }

    /** Known by its data folder: whoever starts again there need not wait for what it held before. */
    static HallLease of(JdbcClient jdbc, DataFolder data, Duration length) {
        var file = data.file("hall.node");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return new HallLease(jdbc, UUID.fromString(Files.readString(file).strip()), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes it, or holds it longer.
     *
     * @param held whether it was ours: while the database is away the calls go on where they are
     * @return whether this node may run the hall
     */
    boolean hold(boolean held) {
        try {
            return jdbc.sql("""
                            insert into hall_lease (node, since, until) values (:node, clock_timestamp(), clock_timestamp() + make_interval(secs => :seconds))
                            on conflict (id) do update
                               set node = excluded.node, until = excluded.until, since = case when hall_lease.node = excluded.node then hall_lease.since else excluded.since end
                             where hall_lease.node = excluded.node or hall_lease.until < clock_timestamp()
                            """).param("node", node).param("seconds", length.toSeconds()).update() == 1;
        } catch (DataAccessException away) {
            return held;
        }
    }

    /** The next one need not wait. Where the database has gone first it runs out by itself. */
    void leave() {
        var leaving = Thread.ofVirtual().name("hall-lease").start(() -> {
            try {
                jdbc.sql("update hall_lease set until = clock_timestamp() where node = :node").param("node", node).update();
            } catch (DataAccessException away) {
                LOG.debug("hall: the lease runs out by itself: {}", away.toString());
            }
        });
        try {
            leaving.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

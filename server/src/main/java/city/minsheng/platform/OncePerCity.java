package city.minsheng.platform;

import java.util.List;

/**
 * Hears every event once for the whole city, events of one subject in their order. After a crash the same event may come
 * again: what it writes must be the same when written twice.
 */
public interface OncePerCity {

    /** Stays the same for ever: a failed delivery is kept under this name. */
    String name();

    /** What it has no use for is not handed to it. Says the same for the same kind for ever. */
    default boolean wants(String kind) {
        return true;
    }

    /**
     * Writes to the database and nowhere else: where one event of many cannot be taken, all are taken back and heard
     * again one by one.
     */
    void hear(Event event);

    /** The same for many, in their order. Who can write them together, and so for less, says it here. */
    default void hear(List<Event> events) {
        events.forEach(this::hear);
    }
}

package city.minsheng.platform;

import java.time.Instant;

/** Hears every event on each node: the live screens, the search index. */
public interface OncePerNode {

    void hear(Event event);

    /**
     * Every event from before this instant has been heard, however late its transaction came to an end. Said soon after the
     * start and now and then when something happens: from here on one who was away reads again ({@link Outbox#since}).
     */
    default void heardUntil(Instant before) {}
}

package city.minsheng.platform;

/**
 * Hears every event once for the whole city, in a transaction of its own, events of one subject in their order. After a
 * crash the same event may come again: what it writes must be the same when written twice.
 */
public interface OncePerCity {

    /** Stays the same for ever: a failed delivery is kept under this name. */
    String name();

    void hear(Event event);
}

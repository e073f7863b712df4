package city.minsheng.platform;

import java.time.Duration;

/** Work that is done once for the whole city at intervals, whichever node does it. */
public interface Job {

    String name();

    Duration every();

    void run();
}

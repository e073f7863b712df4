package city.minsheng.search;

import city.minsheng.platform.Command;
import city.minsheng.platform.DataFolder;
import city.minsheng.platform.Launch;
import city.minsheng.platform.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code run reindex}: the index anew from the database. Every running node does it beside the old one; where none runs here, it is done at once. */
@Component
public class Rebuilding implements Command {

    private static final long LOOK_EVERY = 1_000_000_000L;
    private static final int TAKES_LONGEST = 60; // seconds until a running server has begun
    private final Outbox outbox;
    private final Indexing indexing;
    private final Folders folders;
    private final DataFolder data;
    private final Clock clock;

    Rebuilding(Outbox outbox, Indexing indexing, Folders folders, DataFolder data, Clock clock) {
        this.outbox = outbox;
        this.indexing = indexing;
        this.folders = folders;
        this.data = data;
        this.clock = clock;
    }

    @Transactional
    public void everywhere() {
        outbox.add(UUID.randomUUID(), Indexing.REBUILD, clock.instant(), Map.of());
    }

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new Launch.UsageError("run reindex takes nothing more.");
        }
        try {
            return data.lock() ? here() : there();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No server runs in this data folder: the next one finds it done. */
    private int here() {
        System.out.println("Building the search index.");
        boolean whole = indexing.buildNow(building -> System.out.println("  " + building));
        System.out.println(whole ? "The index is whole." : "The index was not built: see the log above.");
        return whole ? 0 : 1;
    }

    /** A server is running in this data folder: it builds, and goes on answering from the old index. */
    private int there() {
        System.out.println("A server is running here: it builds the index anew beside the old one.");
        folders.forget();
        everywhere();
        var before = "";
        for (int waited = 0; waited < TAKES_LONGEST; ) {
            LockSupport.parkNanos(LOOK_EVERY);
            var now = folders.told();
            waited = now.equals(before) ? waited + 1 : 0;
            if (!now.equals(before)) {
                System.out.println("  " + now);
            }
            if (now.startsWith(Building.WHOLE)) {
                return 0;
            }
            before = now;
        }
        System.out.println("It has not been heard of for a minute.");
        return 1;
    }
}

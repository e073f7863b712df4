package city.minsheng.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new index from everything that the rooms have, while the old one goes on answering. */
final class Building {

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    static final String WHOLE = "whole";
    private static final int PAGE = 500;
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);
    private final List<Searchable> sources;
    private final Index fresh;
    private final Instant began;
    private final boolean gently;
    private final Consumer<Building> telling;
    private final long total;
    private volatile long done;
    private volatile boolean over;
    private volatile boolean whole;
    private Instant told = Instant.EPOCH;

    /** @param began  from here on events must be heard again when it is done
     *  @param gently leaves the processor to others now and then */
    Building(List<Searchable> sources, Index fresh, Instant began, boolean gently, Consumer<Building> telling) {
        this.sources = sources;
        this.fresh = fresh;
        this.began = began;
        this.gently = gently;
        this.telling = telling;
        this.total = sources.stream().mapToLong(Searchable::count).sum();
    }

    Index index() {
        return fresh;
    }

    Instant began() {
        return began;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    boolean isOver() {
        return over;
    }

    /** False where it was broken off. */
    boolean isWhole() {
        return whole;
    }

    void run(BooleanSupplier goOn) {
        try {
            whole = addAll(goOn);
        } catch (RuntimeException e) {
            LOG.warn("search: the new index was given up: {}", e.toString());
        } finally {
            over = true;
            telling.accept(this);
        }
    }

    private boolean addAll(BooleanSupplier goOn) {
        for (var source : sources) {
            List<UUID> page;
            for (UUID last = null; !(page = source.after(last, PAGE)).isEmpty(); last = page.getLast()) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                add(source, page);
            }
        }
        fresh.refresh();
        return true;
    }

    private void add(Searchable source, List<UUID> page) {
        long begun = System.nanoTime();
        fresh.add(source.kind(), source.documents(page));
        done += page.size();
        tell();
        if (gently) {
            LockSupport.parkNanos((System.nanoTime() - begun) / 4);
        }
    }

    private void tell() {
        var now = Instant.now();
        if (told.plus(TELL_EVERY).isBefore(now)) {
            told = now;
            fresh.refresh();
            telling.accept(this);
        }
    }

    /** For whoever looks into the folder from outside. */
    @Override
    public String toString() {
        return (over ? whole ? WHOLE + ": " : "given up at " : "") + done + " of " + Math.max(done, total);
    }
}

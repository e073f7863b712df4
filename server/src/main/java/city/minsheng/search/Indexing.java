package city.minsheng.search;

import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerNode;
import city.minsheng.platform.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index: hears which subjects have changed, reads them as they are now, replaces their documents. How far
 * it had heard stands in each commit; after a crash it hears the rest once more, which changes nothing twice.
 */
@Component
public class Indexing implements OncePerNode, SmartLifecycle {

    /** An event of this kind asks every node to build its index anew. */
    static final String REBUILD = "search.rebuild";

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final long FIRST_MS = 1000; // the first page comes before the index
    private static final long BEAT_MS = 700;
    private static final long AGAIN_MS = 10_000;
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_AWAY = Duration.ofDays(20); // the outbox forgets in the end
    private static final int BATCH = 500;
    private static final int EVENTS = 5000;
    private final List<Searchable> sources;
    private final Outbox outbox;
    private final Folders folders;
    private final boolean serving;
    private final Waiting waiting;
    private final CountDownLatch heard = new CountDownLatch(1);
    private volatile CountDownLatch ready = new CountDownLatch(1);
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Index index;
    private volatile @Nullable Building building;
    private volatile boolean rebuild;
    private volatile boolean running;
    private volatile Instant heardUntil = Instant.EPOCH;
    private Instant committedAt = Instant.EPOCH;
    private @Nullable Place uncommitted;
    private @Nullable Thread thread;

    Indexing(List<Searchable> sources, Outbox outbox, Folders folders, @Value("${minsheng.serving:true}") boolean serving,
            @Value("${minsheng.search:true}") boolean wanted) {
        this.sources = sources;
        this.outbox = outbox;
        this.folders = folders;
        this.serving = serving && wanted;
        this.waiting = new Waiting(sources);
    }

    @Override
    public void hear(Event event) {
        if (serving) {
            waiting.hear(event);
            rebuild |= event.kind().equals(REBUILD);
        }
    }

    @Override
    public void heardUntil(Instant before) {
        heardUntil = before;
        waiting.heardUntil(before);
        heard.countDown();
    }

    /** Also again, after a stop: then it opens what it has left behind. */
    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        ready = new CountDownLatch(1);
        if (serving) {
            thread = Thread.ofPlatform().daemon().name("search-index").start(this::live);
        }
    }

    /** Ends by itself and is never interrupted: Lucene would find its files closed. */
    private void live() {
        try {
            heard.await();
            for (long pause = FIRST_MS; !stopping.await(pause, TimeUnit.MILLISECONDS); pause = index == null ? AGAIN_MS : BEAT_MS) {
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void beat() {
        try {
            if (index == null) {
                open();
            }
            takeOver();
            bring();
            if (rebuild && building == null && index != null) {
                rebuild = false;
                buildBeside();
            }
        } catch (RuntimeException e) {
            LOG.warn("search: cannot bring the index up to date, trying again: {}", e.toString());
            letGo();
        }
    }

    /** The index that was left behind, and what has happened since; where it is of no use, a new one. */
    private void open() {
        var found = folders.open();
        if (found.isPresent() && !isOfUse(found.get())) {
            folders.discard(found.get());
            found = java.util.Optional.empty();
        }
        if (found.isPresent()) {
            use(found.get(), Place.of(found.get().committed()).until());
        } else {
            var first = new Building(sources, folders.make(), heardUntil, false, folders::tell);
            building = first;
            first.run(() -> stopping.getCount() > 0);
        }
    }

    /** In a program that does not serve: builds, keeps, and lets go. */
    boolean buildNow(Consumer<Building> telling) {
        try {
            heard.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        folders.open().ifPresent(Indexing::close); // what is broken or of another stamp goes
        var built = new Building(sources, folders.make(), heardUntil, false, telling);
        building = built;
        built.run(() -> stopping.getCount() > 0);
        takeOver();
        end();
        folders.open().ifPresent(Indexing::close); // and the one before
        return built.isWhole();
    }

    private boolean isOfUse(Index found) {
        var place = Place.of(found.committed());
        return place.database().equals(folders.database()) && place.until().isAfter(Instant.now().minus(LONGEST_AWAY))
                && (place.last().isEmpty() || outbox.has(UUID.fromString(place.last())));
    }

    private void buildBeside() {
        var next = new Building(sources, folders.make(), heardUntil, true, folders::tell);
        building = next;
        Thread.ofPlatform().daemon().name("search-build").start(() -> next.run(() -> stopping.getCount() > 0));
    }

    /** A building that is done becomes the index; one that failed leaves everything as it was. */
    private void takeOver() {
        var done = building;
        if (done == null || !done.isOver()) {
            return;
        }
        building = null;
        if (!done.isWhole()) {
            folders.discard(done.index());
            return;
        }
        var old = index;
        use(done.index(), done.began());
        committedAt = Instant.EPOCH;
        bring(); // and with it the first commit, without which the next start would not know it
        if (old != null) {
            folders.discard(old);
        }
        LOG.info("search: built {} documents", done.index().documents());
    }

    private void use(Index next, Instant from) {
        outbox.newest().ifPresent(waiting::heardLast);
        catchUp(from, waiting::hear);
        uncommitted = Place.NOWHERE;
        index = next;
        ready.countDown();
    }

    private void catchUp(Instant from, Consumer<Event> to) {
        for (var events = outbox.since(from, EVENTS); !events.isEmpty(); events = outbox.after(events.getLast().id(), EVENTS)) {
            events.forEach(to);
        }
    }

    /** What was heard comes into the index and can be found; every few seconds it is made to last. */
    private void bring() {
        var current = index;
        if (current == null) {
            return;
        }
        var batch = waiting.take();
        try {
            sources.forEach(source -> bring(source, batch.subjects().getOrDefault(source.kind(), java.util.Set.of()), current));
        } catch (RuntimeException e) {
            waiting.giveBack(batch);
            throw e;
        }
        if (!batch.isEmpty() || uncommitted != null) {
            current.refresh();
            uncommitted = new Place(folders.database(), batch.until(), batch.last());
        }
        if (uncommitted != null && committedAt.plus(COMMIT_EVERY).isBefore(Instant.now())) {
            commit(current);
        }
    }

    private static void bring(Searchable source, Collection<UUID> subjects, Index into) {
        var all = new ArrayList<>(subjects);
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(all.size(), from + BATCH));
            into.replace(source.kind(), some, source.documents(some));
        }
    }

    private void commit(Index current) {
        var place = uncommitted;
        if (place != null) {
            current.commit(folders.stamped(place));
            committedAt = Instant.now();
            uncommitted = null;
        }
    }

    /** A disk that was full closes an index from inside: it is opened again as it was at its last commit. */
    private void letGo() {
        var current = index;
        if (current != null && !current.isOpen()) {
            index = null;
            close(current);
        }
    }

    private static void close(Index some) {
        try {
            some.close();
        } catch (java.io.IOException | RuntimeException e) {
            LOG.warn("search: the index did not close: {}", e.toString());
        }
    }

    /** @param otherwise where this node has no index */
    <T> T ask(Index.Asking<T> asking, T otherwise) {
        for (int i = 0; i < 3; i++) {
            var current = index;
            var first = building;
            var there = current != null ? current : first != null ? first.index() : null;
            if (there == null) {
                return otherwise;
            }
            try {
                return there.search(asking);
            } catch (AlreadyClosedException overtaken) {
                LOG.debug("search: another index has taken over");
            }
        }
        return otherwise;
    }

    public State state() {
        var current = index;
        var next = building;
        var phase = !serving ? State.Phase.OFF : next != null ? State.Phase.BUILDING : current == null ? State.Phase.OPENING : State.Phase.READY;
        return new State(phase, current == null ? 0 : current.documents(), next == null ? 0 : next.done(), next == null ? 0 : Math.max(next.done(), next.total())); // what came meanwhile is built too
    }

    /** Until everything that is committed now can be found. */
    public void settle() {
        try {
            if (serving && ready.await(5, TimeUnit.MINUTES)) {
                synchronized (this) {
                    catchUp(heardUntil, waiting::hear);
                    bring();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        try {
            var living = thread;
            if (living != null && living.join(Duration.ofSeconds(10))) {
                end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        var current = index;
        if (current != null) {
            commit(current);
            close(current);
        }
        index = null;
        building = null;
        uncommitted = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The hall's thread in a test: nothing happens by itself, and an hour passes at once. */
final class VirtualLoop implements Loop {

    private record Later(Instant at, long n, Runnable work) {}

    private final ArrayDeque<Runnable> soon = new ArrayDeque<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at).thenComparing(Later::n));
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private long count;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void run(Runnable work) {
        soon.add(work);
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        var one = new Later(now.plus(delay), count++, work);
        later.add(one);
        return () -> later.remove(one);
    }

    /** Does all that can be done at this instant. */
    void settle() {
        for (int i = 0; !soon.isEmpty(); i++) {
            if (i > 100_000) {
                throw new IllegalStateException("it never comes to rest");
            }
            soon.poll().run();
        }
    }

    void pass(Duration time) {
        settle();
        var until = now.plus(time);
        while (!later.isEmpty() && !later.peek().at().isAfter(until)) {
            var next = later.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            next.work().run();
            settle();
        }
        now = until;
    }

    void pass(int seconds) {
        pass(Duration.ofSeconds(seconds));
    }
}

package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;

/** The loop for as long as this node runs the hall: what was still to come is not done by one that has left it. */
final class Term implements Loop {

    private final Loop loop;
    private volatile boolean over;

    Term(Loop loop) {
        this.loop = loop;
    }

    void end() {
        over = true;
    }

    @Override
    public Instant now() {
        return loop.now();
    }

    @Override
    public void run(Runnable work) {
        loop.run(() -> unlessOver(work));
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        return loop.after(delay, () -> unlessOver(work));
    }

    private void unlessOver(Runnable work) {
        if (!over) {
            work.run();
        }
    }
}

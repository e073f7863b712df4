package city.minsheng.platform;

import org.springframework.stereotype.Component;

/** Wakes this node's relay at once. Other nodes look several times a second. */
@Component
class Signal {

    private long raised;

    synchronized void raise() {
        raised++;
        notifyAll();
    }

    /** Waits, at most so long, until it was raised more often than {@code seen} times. @return how often it was raised */
    synchronized long await(long seen, long milliseconds) throws InterruptedException {
        if (raised == seen) {
            wait(milliseconds);
        }
        return raised;
    }
}

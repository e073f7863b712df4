package city.minsheng.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes this node's relay at once; many raises in a row wake it once. Other nodes look several times a second. */
@Component
class Signal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    void await(long milliseconds) throws InterruptedException {
        if (raised.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}

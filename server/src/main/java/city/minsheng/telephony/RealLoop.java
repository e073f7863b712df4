package city.minsheng.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hall's thread. What fails is told in the log, and the next thing is done. */
final class RealLoop implements Loop, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RealLoop.class);
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private volatile Runnable afterwards = () -> {};

    RealLoop(Clock clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("hall").factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Done after each piece of work: who must know is told. */
    void afterwards(Runnable work) {
        afterwards = work;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void run(Runnable work) {
        if (!thread.isShutdown()) {
            thread.execute(() -> safely(work));
        }
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        var future = thread.schedule(() -> safely(work), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("hall: {}", e.toString(), e);
        }
        try {
            afterwards.run();
        } catch (RuntimeException e) {
            LOG.error("hall: {}", e.toString(), e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package city.minsheng.telephony.asterisk;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The switch's one thread. A fault in one piece of work is written down and does not end the others. */
final class OneThread extends ScheduledThreadPoolExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(OneThread.class);

    OneThread(String name) {
        super(1, Thread.ofPlatform().daemon().name(name).factory());
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    protected void afterExecute(Runnable work, @Nullable Throwable thrown) {
        super.afterExecute(work, thrown);
        if (work instanceof Future<?> future && future.isDone()) {
            try {
                future.get();
            } catch (CancellationException notWanted) {
                return;
            } catch (ExecutionException e) {
                LOG.error("telephone: a fault", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package city.minsheng.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the rooms' jobs by db-scheduler: one table, SKIP LOCKED, safe on many nodes. */
@Component
class Jobs implements SmartLifecycle {

    /** A stop waits no longer for a job that is at work, such as the learning: what it had not committed is undone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource source;
    private final List<RecurringTask<Void>> tasks;
    private final boolean serving;
    private volatile @Nullable Scheduler scheduler;

    Jobs(DataSource source, List<Job> jobs, @Value("${minsheng.serving:true}") boolean serving) {
        this.serving = serving;
        this.source = source;
        this.tasks = jobs.stream().map(Jobs::task).toList();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.run());
    }

    /** The last to start and the first to stop: a job finds everything that it needs. */
    @Override
    public void start() {
        if (serving) { // a new one each time: one that was stopped does not start again
            var fresh = Scheduler.create(source).startTasks(tasks).threads(2).pollingInterval(Duration.ofSeconds(5)).tableName("job")
                    .shutdownMaxWait(PATIENCE).build();
            fresh.start();
            scheduler = fresh;
        }
    }

    @Override
    public void stop() {
        var running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}

package city.minsheng.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the rooms' jobs by db-scheduler: one table, SKIP LOCKED, safe on many nodes. */
@Component
class Jobs implements SmartLifecycle {

    private final Scheduler scheduler;
    private final boolean serving;
    private volatile boolean running;

    Jobs(DataSource source, List<Job> jobs, @Value("${minsheng.serving:true}") boolean serving) {
        this.serving = serving;
        var tasks = jobs.stream().map(Jobs::task).toList();
        this.scheduler = Scheduler.create(source).startTasks(tasks).threads(2).pollingInterval(Duration.ofSeconds(5)).tableName("job").build();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> job.run());
    }

    /** The last to start and the first to stop: a job finds everything that it needs. */
    @Override
    public void start() {
        if (serving) {
            scheduler.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        if (running) {
            scheduler.stop();
            running = false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@DisplayName("Jobs")
class JobsTests {

    private final DataSource source;
    private final JdbcClient jdbc;

    JobsTests(DataSource source, JdbcClient jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    /** At work until it is told, deaf to interruptions, as a long computation is. */
    private record Stubborn(CountDownLatch begun, AtomicBoolean over) implements Job {

        @Override
        public String name() {
            return "stubborn";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            begun.countDown();
            while (!over.get()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void holdNoStopWhileOneIsStillAtWork() throws InterruptedException {
        var job = new Stubborn(new CountDownLatch(1), new AtomicBoolean());
        var jobs = new Jobs(source, List.of(job), true);
        try {
            jobs.start();
            assertThat(job.begun().await(30, TimeUnit.SECONDS)).isTrue();

            jobs.stop();

            assertThat(jobs.isRunning()).isFalse();
        } finally {
            job.over().set(true);
            jdbc.sql("delete from job where task_name = 'stubborn'").update();
        }
    }
}

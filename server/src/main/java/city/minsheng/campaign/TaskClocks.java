package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 催办: a department is reminded before a place of its own runs out of time; the supervisors hear of it after. Each once for each clock. */
@Component
class TaskClocks implements Job {

    private final Tasks tasks;
    private final Campaigns campaigns;
    private final Moves moves;
    private final CampaignSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskClocks(Tasks tasks, Campaigns campaigns, Moves moves, CampaignSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.moves = moves;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign-clocks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = clock.instant();
        tasks.toReport(now).forEach(owed -> transaction.executeWithoutResult(status -> {
            tasks.reported(owed.id(), now);
            tell(owed, "report", "ROLE:SUPERVISOR", now);
        }));
        tasks.toRemind(now.plus(Duration.ofDays(settings.remindDays()))).forEach(owed -> transaction.executeWithoutResult(status -> {
            tasks.reminded(owed.id(), now);
            tell(owed, "remind", "DEPARTMENT:" + owed.department(), now);
        }));
    }

    private void tell(Tasks.Owed owed, String verb, String whom, Instant now) {
        moves.tell(campaigns.get(owed.campaign(), Actor.SYSTEM), "task-" + verb, whom, owed.place(), now);
    }
}

package city.minsheng.campaign;

import city.minsheng.platform.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes campaigns and tasks from their steps, and the effect from the calls that were counted. Changes nothing. */
@Component
class CampaignProof implements Promise {

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Measuring measuring;

    CampaignProof(JdbcClient jdbc, Campaigns campaigns, Tasks tasks, Measuring measuring) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.measuring = measuring;
    }

    @Override
    public String name() {
        return "every campaign is what its steps say, an open task has a clock and a holder, what was found is fixed, left over or open, and the effect is counted from its calls";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        var all = campaigns.all();
        all.forEach(campaign -> {
            Consumer<String> lie = what -> lies.accept(new Lie(campaign.number(), what));
            steps(campaign, lie);
            effect(campaign, lie);
        });
        return all.size();
    }

    private void steps(Campaign campaign, Consumer<String> lie) {
        Status status = null;
        var told = new HashMap<UUID, TaskStatus>();
        var found = new HashSet<UUID>();
        int seq = 0;
        for (var step : campaigns.steps(campaign.id())) {
            if (step.seq() != ++seq) {
                lie.accept("step " + seq + " is missing");
                return;
            }
            if (step.task() == null) {
                status = campaignStep(step, status, lie);
            } else {
                told.put(step.task(), taskStep(step, told.get(step.task()), lie));
                found.add(told.get(step.task()) == TaskStatus.FOUND ? step.task() : campaign.id());
            }
        }
        if (campaign.version() != seq || campaign.status() != status) {
            lie.accept("is %s at step %d, its steps say %s at %d".formatted(campaign.status(), campaign.version(), status, seq));
        }
        found.remove(campaign.id());
        tasks(campaign, told, found.size(), lie);
    }

    private static Status campaignStep(Step step, @Nullable Status before, Consumer<String> lie) {
        var to = Status.valueOf(step.to());
        if (!Objects.equals(step.from(), before == null ? null : before.name()) || !Lifecycle.leads(before, Action.valueOf(step.action()), to)) {
            lie.accept("step %d: %s from %s to %s is in no rule".formatted(step.seq(), step.action(), step.from(), to));
        }
        return to;
    }

    private static TaskStatus taskStep(Step step, @Nullable TaskStatus before, Consumer<String> lie) {
        var to = TaskStatus.valueOf(step.to());
        if (!Objects.equals(step.from(), before == null ? null : before.name()) || !Lifecycle.leads(before, TaskAction.valueOf(step.action()), to)) {
            lie.accept("step %d: %s of a task from %s to %s is in no rule".formatted(step.seq(), step.action(), step.from(), to));
        }
        return to;
    }

    private void tasks(Campaign campaign, Map<UUID, TaskStatus> told, int found, Consumer<String> lie) {
        var all = tasks.all(campaign.id());
        all.stream().filter(task -> task.status() != told.get(task.id())).forEach(task -> lie.accept("%s is %s, its steps say %s".formatted(task.place(), task.status(), told.get(task.id()))));
        all.stream().filter(task -> task.status().isOpen() && (task.dueAt() == null || task.department().isEmpty()))
                .forEach(task -> lie.accept(task.place() + " is open and has no clock or no holder"));
        long settled = count(all, TaskStatus.FIXED) + count(all, TaskStatus.LEFT_OVER) + count(all, TaskStatus.FOUND);
        if (settled != found) {
            lie.accept("something was found at %d places, %d are fixed, left over or open".formatted(found, settled));
        }
        if ((campaign.status() == Status.MONITORING || campaign.status() == Status.CLOSED) && all.stream().anyMatch(task -> task.status().isOpen())) {
            lie.accept("is over and has open tasks");
        }
    }

    private static long count(List<Task> all, TaskStatus status) {
        return all.stream().filter(task -> task.status() == status).count();
    }

    /** From the calls that were kept, and these are orders of the days that they count for. */
    private void effect(Campaign campaign, Consumer<String> lie) {
        campaigns.figures(campaign.id()).ifPresent(figures -> {
            if (!figures.equals(measuring.count(campaign, measuring.kept(campaign.id())))) {
                lie.accept("its effect is not what its calls add up to");
            }
            long wrong = jdbc.sql("select count(*) from campaign_call c where campaign = :id and swept <> exists (select 1 from campaign_task t where t.id = c.task and t.status in ('FOUND', 'CLEAR', 'FIXED', 'LEFT_OVER'))")
                    .param("id", campaign.id()).query(Long.class).single();
            if (wrong > 0) {
                lie.accept(wrong + " calls are counted at the wrong places");
            }
        });
    }
}

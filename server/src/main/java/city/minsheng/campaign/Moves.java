package city.minsheng.campaign;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.DueDate;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How every act on a campaign or a task is done: lock the campaign, look whether this person may by the table, let the use case
 * write what is particular, then write status and step and tell the outbox, in the caller's transaction.
 */
@Component
class Moves {

    /** What is being done to a campaign. */
    record On(Campaign campaign, Actor actor, Instant now) {}

    /** What is being done to a task. @param to what it becomes */
    record OnTask(Campaign campaign, Task task, TaskStatus to, Actor actor, Instant now) {}

    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Calendars calendars;
    private final CampaignSettings settings;
    private final Outbox outbox;
    private final Words words;
    private final Clock clock;

    Moves(Campaigns campaigns, Tasks tasks, Calendars calendars, CampaignSettings settings, Outbox outbox, Words words, Clock clock) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.calendars = calendars;
        this.settings = settings;
        this.outbox = outbox;
        this.words = words;
        this.clock = clock;
    }

    /** @param then gives the reason that stands in the step */
    Campaign act(UUID id, Action action, Actor actor, Function<On, String> then) {
        var before = campaigns.lock(id, actor);
        var arrow = Lifecycle.arrow(before.status(), action)
                .orElseThrow(() -> new Refusal("campaign-not-possible", words.say("campaign.action." + action), words.say("campaign.status." + before.status())));
        var role = arrow.role(actor, before.plan().lead(), "").orElseThrow(() -> new NotYours("wrong-role", words.say("campaign.action." + action)));
        var now = clock.instant();
        var reason = then.apply(new On(before, actor, now));
        var told = campaigns.get(id, actor); // what was particular may have written steps of its own
        var to = arrow.to() == null ? told.status() : arrow.to();
        campaigns.moved(told, to, now);
        campaigns.step(id, new Step(told.version() + 1, null, action.name(), now, actor.username(), actor.name(), role.name(), told.status().name(), to.name(), reason));
        tell(told, action.verb(), whom(action, told), "", now);
        return campaigns.get(id, actor);
    }

    private static String whom(Action action, Campaign campaign) {
        return switch (action) {
            case PROPOSE -> "ROLE:SUPERVISOR";
            case APPROVE, DECLINE -> "PERSON:" + campaign.decision().proposedBy();
            default -> "";
        };
    }

    /** The first step. */
    void proposed(Campaign campaign, Role role, Actor actor) {
        campaigns.insert(campaign);
        var now = campaign.decision().proposedAt();
        campaigns.step(campaign.id(), new Step(1, null, Action.PROPOSE.name(), now, actor.username(), actor.name(), role.name(), null, Status.PROPOSED.name(), campaign.reason()));
        tell(campaign, Action.PROPOSE.verb(), whom(Action.PROPOSE, campaign), "", now);
    }

    /** @param then writes what is particular and gives the note that stays at the task */
    Task act(UUID id, TaskAction action, Actor actor, Function<OnTask, String> then) {
        var seen = tasks.get(id, actor);
        var campaign = campaigns.lock(seen.campaign(), actor);
        var task = tasks.get(id, actor);
        var arrow = Lifecycle.arrow(task.status(), action).filter(any -> campaign.status() == Status.RUNNING || campaign.status() == Status.PREPARING)
                .orElseThrow(() -> new Refusal("campaign-not-possible", words.say("campaign.task.action." + action), words.say("campaign.task.status." + task.status())));
        var role = arrow.role(actor, campaign.plan().lead(), task.department()).orElseThrow(() -> new NotYours("wrong-role", words.say("campaign.task.action." + action)));
        var to = arrow.to() == null ? task.status() : arrow.to();
        var now = clock.instant();
        var note = then.apply(new OnTask(campaign, task, to, actor, now));
        step(campaign, task, action, to, role, note, actor, now);
        return tasks.get(id, actor);
    }

    /** Writes the step of a task, and the campaign's new version with it. */
    private void step(Campaign campaign, Task task, TaskAction action, TaskStatus to, Role role, String note, Actor actor, Instant now) {
        int seq = campaign.version() + 1;
        campaigns.step(campaign.id(), new Step(seq, task.id(), action.name(), now, actor.username(), actor.name(), role.name(), task.status().name(), to.name(), note));
        campaigns.moved(campaign, campaign.status(), now);
        boolean back = action == TaskAction.LOOK_AGAIN || action == TaskAction.REDO || action == TaskAction.REASSIGN;
        tell(campaign, "task-" + action.verb(), back ? "DEPARTMENT:" + tasks.get(task.id(), Actor.SYSTEM).department() : "", task.place(), now);
    }

    /** Many places at once, all in the state in which they are new. */
    Campaign added(Campaign campaign, List<Task> added, TaskAction action, Actor actor, Instant now) {
        var role = actor.roles().iterator().next();
        int seq = campaign.version();
        for (var task : added) {
            campaigns.step(campaign.id(), new Step(++seq, task.id(), action.name(), now, actor.username(), actor.name(), role.name(),
                    action == TaskAction.ADD ? null : TaskStatus.LISTED.name(), task.status().name(), ""));
        }
        return versioned(campaign, seq, now);
    }

    private Campaign versioned(Campaign campaign, int version, Instant now) {
        if (version > campaign.version()) {
            campaigns.versioned(campaign.id(), version);
        }
        return campaigns.get(campaign.id(), Actor.SYSTEM);
    }

    /** When a clock of this status, begun now, runs out. */
    DueDate due(TaskStatus status, Instant now) {
        int days = status == TaskStatus.FOUND ? settings.fixDays() : settings.sweepDays();
        return calendars.calendar().due(now, new Limit(days, Limit.Unit.WORKING_DAYS, "city.yaml"));
    }

    List<Action> actions(Campaign campaign, Actor actor) {
        return Arrays.stream(Action.values()).filter(action -> Lifecycle.arrow(campaign.status(), action)
                .flatMap(arrow -> arrow.role(actor, campaign.plan().lead(), "")).isPresent())
                .filter(action -> (action != Action.APPROVE) || !campaign.decision().proposedBy().equals(actor.username())).toList();
    }

    List<TaskAction> actions(Campaign campaign, Task task, Actor actor) {
        boolean running = campaign.status() == Status.RUNNING || campaign.status() == Status.PREPARING;
        return !running ? List.of() : Arrays.stream(TaskAction.values()).filter(action -> action != TaskAction.BEGIN)
                .filter(action -> Lifecycle.arrow(task.status(), action).flatMap(arrow -> arrow.role(actor, campaign.plan().lead(), task.department())).isPresent()).toList();
    }

    /** As the notification room understands it. */
    void tell(Campaign campaign, String verb, String whom, String place, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", campaign.number());
        data.put("question", place.isEmpty() ? campaign.title() : campaign.title() + "：" + place);
        data.put("status", campaign.status().name());
        data.put("tell", whom);
        outbox.add(campaign.id(), "campaign." + verb, now, data);
    }

    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

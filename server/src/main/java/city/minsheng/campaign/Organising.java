package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 组织: who leads and who joins, what is demanded, when it begins and ends. */
@Service
public class Organising {

    public record Wish(@Nullable String lead, @Nullable List<String> joining, @Nullable LocalDate endsOn, @Nullable String demand, @Nullable String script,
            @Nullable LocalDate month) {}

    public record Announcement(String words, LocalDate on) {}

    private final Moves moves;
    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Departments departments;
    private final CitySettings city;

    Organising(Moves moves, Campaigns campaigns, Tasks tasks, Departments departments, CitySettings city) {
        this.moves = moves;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.departments = departments;
        this.city = city;
    }

    @Transactional
    public Campaign plan(UUID id, Wish wish, Actor actor) {
        var joining = wish.joining() == null ? List.<String>of() : wish.joining().stream().distinct().filter(code -> !code.equals(wish.lead())).toList();
        new Invalid.Check().given(wish.lead(), "/lead").that(wish.lead() == null || departments.find(wish.lead()).isPresent(), "/lead", "unknown-department")
                .that(joining.stream().allMatch(code -> departments.find(code).isPresent()), "/joining", "unknown-department").given(wish.endsOn(), "/endsOn")
                .given(wish.demand(), "/demand").atMost(wish.demand(), 2000, "/demand").atMost(wish.script(), 500, "/script").done();
        return moves.act(id, Action.PLAN, actor, on -> {
            new Invalid.Check().that(wish.endsOn().isAfter(LocalDate.ofInstant(on.now(), city.zone())), "/endsOn", "in-past").done();
            var script = wish.script() == null ? "" : wish.script().strip();
            var plan = new Campaign.Plan(wish.lead(), joining, wish.endsOn(), wish.demand().strip(), script);
            Initiating.monthly(() -> campaigns.planned(id, plan, Initiating.month(wish.month())));
            return "%s · %s".formatted(departments.nameOf(wish.lead()), wish.endsOn());
        });
    }

    /** Every place becomes a task of its department, with a clock. */
    @Transactional
    public Campaign start(UUID id, Actor actor) {
        return moves.act(id, Action.START, actor, on -> {
            var listed = tasks.all(id).stream().filter(task -> task.status() == TaskStatus.LISTED).toList();
            if (on.campaign().plan().lead() == null || listed.isEmpty()) {
                throw new Refusal("campaign-not-ready");
            }
            var due = moves.due(TaskStatus.OPEN, on.now());
            listed.forEach(task -> tasks.moved(task.id(), TaskStatus.OPEN, "", due, on.now()));
            moves.added(on.campaign(), tasks.all(id).stream().filter(task -> task.status() == TaskStatus.OPEN).toList(), TaskAction.BEGIN, actor, on.now());
            tell(on.campaign(), listed, on.now());
            return String.valueOf(listed.size());
        });
    }

    /** Once for each department, not once for each place. */
    void tell(Campaign campaign, List<Task> given, java.time.Instant now) {
        given.stream().map(Task::department).distinct().sorted().forEach(department -> moves.tell(campaign, "task-begin", "DEPARTMENT:" + department, "", now));
    }

    @Transactional
    public Campaign announce(UUID id, Announcement announcement, Actor actor) {
        new Invalid.Check().given(announcement.words(), "/words").atMost(announcement.words(), 120, "/words").given(announcement.on(), "/on").done();
        return moves.act(id, Action.ANNOUNCE, actor, on -> {
            campaigns.announced(id, announcement.words().strip(), announcement.on());
            return announcement.words().strip() + " · " + announcement.on();
        });
    }

    /** The card was issued elsewhere; here it is kept which one it is. */
    @Transactional
    public Campaign carded(UUID id, UUID card, String number, Actor actor) {
        return moves.act(id, Action.CARD, actor, on -> {
            if (on.campaign().card().id() != null) {
                throw new Refusal("card-issued");
            }
            campaigns.carded(id, card, number);
            return number;
        });
    }

    /** When every place is settled; from then on the calls are watched. */
    @Transactional
    public Campaign finish(UUID id, Actor actor) {
        return moves.act(id, Action.FINISH, actor, on -> {
            long open = tasks.all(id).stream().filter(task -> task.status().isOpen()).count();
            if (open > 0) {
                throw new Refusal("tasks-open", open);
            }
            return "";
        });
    }

    /** What has not been looked at is not looked at any more; what was found and not mended is left over. */
    @Transactional
    public Campaign stop(UUID id, @Nullable String why, Actor actor) {
        new Invalid.Check().given(why, "/words").atMost(why, 1000, "/words").done();
        return moves.act(id, Action.STOP, actor, on -> {
            if (tasks.all(id).stream().anyMatch(task -> task.status() == TaskStatus.FOUND)) {
                throw new Refusal("tasks-open", tasks.all(id).stream().filter(task -> task.status() == TaskStatus.FOUND).count());
            }
            tasks.all(id).stream().filter(task -> task.status() == TaskStatus.OPEN || task.status() == TaskStatus.LISTED)
                    .forEach(task -> moves.act(task.id(), TaskAction.DROP, actor, dropped -> {
                        tasks.moved(task.id(), TaskStatus.DROPPED, why.strip(), null, on.now());
                        return why.strip();
                    }));
            return why.strip();
        });
    }
}

package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotYours;
import city.minsheng.workorder.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screens show. Evidence and effect are the hall's and the analysts'; a department sees what it was asked to do. */
@Component
public class Views {

    /** @param total of all its places @param due the day by which the sweep shall be done */
    public record Line(UUID id, String number, String title, Status status, @Nullable LocalDate month, @Nullable String lead, @Nullable String leadName,
            Instant proposedAt, @Nullable LocalDate due, Measuring.Standing total) {}

    /** @param actions what this person could do with it */
    public record ShownTask(Task task, @Nullable String departmentName, @Nullable String areaName, List<TaskAction> actions, String number, String title, String demand) {}

    public record Team(@Nullable String leadName, List<String> joiningNames) {}

    public record View(Campaign campaign, Team team, String topic, List<Action> actions, List<Step> steps, List<ShownTask> tasks, Measuring.Standing total,
            List<Measuring.Standing> standings, Evidence.@Nullable Shown evidence, @Nullable Effect effect) {}

    /** 每月一题. */
    public record Month(LocalDate month, @Nullable Line campaign, @Nullable Effect effect) {}

    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Photos photos;
    private final Evidence evidence;
    private final Measuring measuring;
    private final Moves moves;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Views(Campaigns campaigns, Tasks tasks, Photos photos, Evidence evidence, Measuring measuring, Moves moves, Departments departments, CitySettings city, Clock clock) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.photos = photos;
        this.evidence = evidence;
        this.measuring = measuring;
        this.moves = moves;
        this.departments = departments;
        this.city = city;
        this.clock = clock;
    }

    public List<Line> list(Actor actor) {
        return campaigns.list(actor).stream().map(campaign -> line(campaign, actor)).toList();
    }

    private Line line(Campaign campaign, Actor actor) {
        var plan = campaign.plan();
        return new Line(campaign.id(), campaign.number(), campaign.title(), campaign.status(), campaign.month(), plan.lead(), departments.nameOf(plan.lead()),
                campaign.decision().proposedAt(), plan.endsOn(), Measuring.standing(null, null, tasks.of(campaign.id(), actor), clock.instant()));
    }

    public View view(UUID id, Actor actor) {
        var campaign = campaigns.get(id, actor);
        var mine = photos.shown(tasks.of(id, actor));
        var standings = mine.stream().collect(Collectors.groupingBy(Task::department, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> Measuring.standing(entry.getKey(), departments.nameOf(entry.getKey()), entry.getValue(), clock.instant()))
                .sorted(Comparator.comparingInt(Measuring.Standing::places).reversed()).toList();
        boolean all = Campaigns.seesAll(actor);
        return new View(campaign, new Team(departments.nameOf(campaign.plan().lead()), campaign.plan().joining().stream().map(code -> String.valueOf(departments.nameOf(code))).toList()),
                evidence.named(campaign.topic()), moves.actions(campaign, actor), steps(campaign, mine, all), mine.stream().map(task -> shown(task, campaign, actor)).toList(),
                Measuring.standing(null, null, mine, clock.instant()), standings, all ? evidence.show(campaign.topic(), evidence.kept(id)) : null,
                all ? measuring.effect(campaign).orElse(null) : null);
    }

    /** A department reads what was done with the campaign and with its own places. */
    private List<Step> steps(Campaign campaign, List<Task> mine, boolean all) {
        var own = mine.stream().map(Task::id).collect(Collectors.toSet());
        return campaigns.steps(campaign.id()).stream().filter(step -> step.task() == null || all || own.contains(step.task())).toList();
    }

    private ShownTask shown(Task task, Campaign campaign, Actor actor) {
        return new ShownTask(task, departments.nameOf(task.department()), departments.area(task.area()).map(Area::name).orElse(null),
                moves.actions(campaign, task, actor), campaign.number(), campaign.title(), campaign.plan().demand());
    }

    public ShownTask task(UUID id, Actor actor) {
        var task = photos.shown(List.of(tasks.get(id, actor))).getFirst();
        return shown(task, campaigns.get(task.campaign(), actor), actor);
    }

    /** 待办. */
    public List<ShownTask> inbox(Actor actor) {
        var mine = photos.shown(tasks.inbox(actor));
        var of = mine.stream().map(Task::campaign).distinct().map(id -> campaigns.get(id, actor)).collect(Collectors.toMap(Campaign::id, campaign -> campaign));
        return mine.stream().map(task -> shown(task, Objects.requireNonNull(of.get(task.campaign())), actor)).toList();
    }

    public List<Row> evidence(UUID id, Evidence.Filter filter, Actor actor) {
        var campaign = campaigns.get(id, actor);
        hall(actor);
        return evidence.list(campaign.id(), filter);
    }

    public List<Row> calls(UUID id, Measuring.Filter filter, Actor actor) {
        var campaign = campaigns.get(id, actor);
        hall(actor);
        return measuring.list(campaign, filter);
    }

    private static void hall(Actor actor) {
        if (!Campaigns.seesAll(actor)) {
            throw new NotYours("wrong-role-here");
        }
    }

    public List<Month> months(int year, Actor actor) {
        hall(actor);
        var topics = campaigns.list(actor).stream().filter(one -> one.month() != null && one.status() != Status.DECLINED && one.status() != Status.STOPPED)
                .collect(Collectors.toMap(one -> Objects.requireNonNull(one.month()), one -> one, (a, b) -> a));
        return java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(month -> LocalDate.of(year, month, 1)).map(month -> {
            var one = topics.get(month);
            return new Month(month, one == null ? null : line(one, actor), one == null ? null : measuring.effect(one).orElse(null));
        }).toList();
    }

    public int thisYear() {
        return LocalDate.ofInstant(clock.instant(), city.zone()).getYear();
    }
}

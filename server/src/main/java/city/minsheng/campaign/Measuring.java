package city.minsheng.campaign;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 监测: what was found and mended, and what became of the calls. Counted anew at each look, until it is kept at the end. */
@Component
public class Measuring {

    /** How a department, or all of them, stand. @param found whatever became of it: fixed, left over or still open */
    public record Standing(@Nullable String department, @Nullable String name, int places, int open, int clear, int found, int fixed, int leftOver, int mending, int overdue) {}

    /** Which of the calls behind a figure. @param week its first day */
    public record Filter(Effect.@Nullable Period period, @Nullable Boolean swept, @Nullable LocalDate week) {}

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Evidence evidence;
    private final Contents contents;
    private final Departments departments;
    private final CampaignSettings settings;
    private final CitySettings city;
    private final Clock clock;

    Measuring(JdbcClient jdbc, Campaigns campaigns, Tasks tasks, Evidence evidence, Contents contents, Departments departments, CampaignSettings settings, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.evidence = evidence;
        this.contents = contents;
        this.departments = departments;
        this.settings = settings;
        this.city = city;
        this.clock = clock;
    }

    static Standing standing(@Nullable String department, @Nullable String name, List<Task> tasks, Instant now) {
        return new Standing(department, name, (int) tasks.stream().filter(task -> task.status() != TaskStatus.DROPPED).count(), count(tasks, TaskStatus.OPEN) + count(tasks, TaskStatus.LISTED),
                count(tasks, TaskStatus.CLEAR), (int) tasks.stream().filter(task -> task.status().isFound()).count(), count(tasks, TaskStatus.FIXED),
                count(tasks, TaskStatus.LEFT_OVER), count(tasks, TaskStatus.FOUND), (int) tasks.stream().filter(task -> task.dueAt() != null && task.dueAt().isBefore(now)).count());
    }

    private static int count(List<Task> tasks, TaskStatus status) {
        return (int) tasks.stream().filter(task -> task.status() == status).count();
    }

    /** Nothing before it has begun. */
    public Optional<Effect> effect(Campaign campaign) {
        if (campaign.startedAt() == null || campaign.status() == Status.STOPPED) {
            return Optional.empty();
        }
        var kept = campaigns.figures(campaign.id());
        return kept.isPresent() ? kept : Optional.of(count(campaign, calls(campaign)));
    }

    Effect count(Campaign campaign, List<Effect.Call> calls) {
        var all = tasks.all(campaign.id());
        int swept = (int) all.stream().filter(task -> task.status().isSwept()).count();
        return Effect.of(spans(campaign), calls, swept, all.size() - swept);
    }

    private List<Effect.Span> spans(Campaign campaign) {
        var end = campaign.sweptAt() == null ? null : day(campaign.sweptAt());
        var today = day(campaign.closedAt() == null ? clock.instant() : campaign.closedAt());
        return Effect.spans(day(campaign.startedAt()), end, settings.compareDays(), today);
    }

    /** All calls on the topic in the days that are compared, each at the place that it is about. */
    List<Effect.Call> calls(Campaign campaign) {
        var spans = spans(campaign);
        var places = tasks.all(campaign.id()).stream().sorted(Comparator.comparing((Task task) -> task.place().length()).reversed()).toList();
        var orders = evidence.orders(campaign.topic().on(spans.getFirst().from(), spans.getLast().to()));
        return contents.of(orders).values().stream().map(order -> call(order, places)).sorted(Comparator.comparing(Effect.Call::day).thenComparing(Effect.Call::order)).toList();
    }

    private Effect.Call call(Contents.Content order, List<Task> places) {
        var place = places.stream().filter(task -> isAt(order, task)).findFirst();
        return new Effect.Call(order.id(), day(order.receivedAt()), place.map(Task::id).orElse(null), place.filter(task -> task.status().isSwept()).isPresent());
    }

    /** The order names the place: by its code, in its address, or in what was said. */
    private boolean isAt(Contents.Content order, Task task) {
        boolean known = order.area() != null && order.area().equals(task.area()) && departments.area(task.area()).filter(area -> area.kind().equals("PLACE")).isPresent();
        return known || order.address().contains(task.place())
                || order.title().contains(task.place()) || order.body().contains(task.place());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, city.zone());
    }

    /** The list behind one figure. */
    public List<Row> list(Campaign campaign, Filter filter) {
        if (campaign.startedAt() == null) {
            return List.of();
        }
        var effect = effect(campaign).orElseThrow();
        var calls = campaign.status() == Status.CLOSED ? kept(campaign.id()) : calls(campaign);
        return evidence.rows(calls.stream().filter(call -> Effect.period(effect.spans(), call.day()) != null)
                .filter(call -> filter.period() == null || filter.period() == Effect.period(effect.spans(), call.day()))
                .filter(call -> filter.swept() == null || filter.swept() == call.swept())
                .filter(call -> filter.week() == null || !call.day().isBefore(filter.week()) && call.day().isBefore(filter.week().plusDays(7)))
                .map(Effect.Call::order).toList());
    }

    // ---- what is kept at closing

    void keep(UUID campaign, List<Effect.Call> calls, List<Effect.Span> spans) {
        for (var call : calls) {
            jdbc.sql("insert into campaign_call (campaign, order_id, day, period, task, swept) values (:campaign, :order, :day, :period, :task, :swept)")
                    .param("campaign", campaign).param("order", call.order()).param("day", call.day())
                    .param("period", String.valueOf(Effect.period(spans, call.day()))).param("task", call.task(), java.sql.Types.OTHER).param("swept", call.swept()).update();
        }
    }

    List<Effect.Call> kept(UUID campaign) {
        return jdbc.sql("select order_id, day, task, swept from campaign_call where campaign = :campaign order by day, order_id").param("campaign", campaign)
                .query((row, n) -> new Effect.Call(row.getObject("order_id", UUID.class), row.getObject("day", LocalDate.class), row.getObject("task", UUID.class),
                        row.getBoolean("swept"))).list();
    }
}

package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.workorder.Lists;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.Watching;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 演示督查: what the office would have urged, issued and decided in the last days about the orders that are there; by the use cases, at their own times. */
@Component
class DemoSupervision {

    private static final int URGED = 10;
    private static final Lists.Filter HELD = new Lists.Filter(null, List.of(Status.DISPATCHED, Status.IN_PROGRESS), null, null, null, null, null, null, null, null, null, null, null);
    private final Watching watching;
    private final Lists lists;
    private final Reading reading;
    private final DemoReminders reminders;
    private final DemoDisputes disputes;
    private final DemoMeasures measures;
    private final DemoExclusions exclusions;

    DemoSupervision(Watching watching, Lists lists, Reading reading, DemoReminders reminders, DemoDisputes disputes, DemoMeasures measures, DemoExclusions exclusions) {
        this.watching = watching;
        this.lists = lists;
        this.reading = reading;
        this.reminders = reminders;
        this.disputes = disputes;
        this.measures = measures;
        this.exclusions = exclusions;
    }

    void play(Instant now, Cast cast) {
        var past = new DemoPast(now, reading);
        var held = lists.page(HELD, Actor.SYSTEM, null, 60).items();
        var urged = List.copyOf(Stream.of(watching.unaccepted().items(), watching.overdue().items(), held).flatMap(List::stream).filter(row -> isPlayed(row, cast))
                .collect(Collectors.toMap(Row::id, row -> row, (one, same) -> one, LinkedHashMap::new)).values());
        reminders.play(urged.stream().limit(URGED).toList(), past, cast);
        reminders.ignored(urged.stream().skip(URGED).filter(row -> row.status() == Status.IN_PROGRESS).toList(), past, cast);
        disputes.play(urged.stream().skip(URGED).toList(), past, cast);
        measures.play(watching.overdue().items().stream().filter(row -> isPlayed(row, cast)).toList(), past, cast);
        exclusions.play(past, cast);
    }

    private static boolean isPlayed(Row row, Cast cast) {
        return cast.handlers().containsKey(row.department());
    }
}

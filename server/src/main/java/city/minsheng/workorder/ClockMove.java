package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a step does to one clock. All moves of all steps give the clock rows, as the facts give the order's row. */
sealed interface ClockMove {

    int n();

    record Start(int n, ClockKind kind, Holder holder, Instant at, DueDate due) implements ClockMove {}

    record Stop(int n, Instant at) implements ClockMove {}

    /** Only an approved, reasoned act moves a due time. */
    record Shift(int n, Instant dueAt) implements ClockMove {}

    /** As it stands in a step's JSON. */
    record Written(int n, String move, @Nullable String kind, @Nullable String holder, @Nullable Instant due) {}

    default Written written() {
        return switch (this) {
            case Start start -> new Written(start.n(), "start", start.kind().name(), start.holder().toString(), start.due().dueAt());
            case Stop stop -> new Written(stop.n(), "stop", null, null, null);
            case Shift shift -> new Written(shift.n(), "shift", null, null, shift.dueAt());
        };
    }
}

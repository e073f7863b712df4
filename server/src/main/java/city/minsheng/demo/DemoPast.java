package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the supervision office did before now, each at its own time: what lies ahead, or what the rules did not allow by then, is left out. */
record DemoPast(Instant now, Reading reading) {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPast.class);

    /** So many minutes ago, and not before the order's last step. */
    Instant lately(Row row, int minutes) {
        var last = reading.steps(row.id()).getLast().at().plus(Duration.ofMinutes(1));
        var wished = now.minus(Duration.ofMinutes(minutes));
        return wished.isAfter(last) ? wished : last;
    }

    Instant hoursAgo(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    /** Whether it was done. */
    boolean at(Instant at, Supplier<?> work) {
        return made(at, () -> Objects.requireNonNullElse(work.get(), true)).isPresent();
    }

    boolean did(Instant at, Runnable work) {
        return at(at, () -> {
            work.run();
            return true;
        });
    }

    <T> Optional<T> made(Instant at, Supplier<T> work) {
        if (at.isAfter(now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Time.at(at, work));
        } catch (Refusal | Invalid e) {
            LOG.info("demo=supervision left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static On on(UUID id, Actor actor) {
        return new On(id, actor, null);
    }
}

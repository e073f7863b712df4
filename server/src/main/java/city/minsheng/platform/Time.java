package city.minsheng.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that rules go by. Real time, unless a replay has bound another instant to its thread, or a test clock has
 * been set for the whole program.
 *
 * <p>Cut to microseconds, because that is what PostgreSQL keeps: what was written equals what is read.
 */
public final class Time extends Clock {

    private static final ScopedValue<Instant> REPLAYED = ScopedValue.newInstance();
    private volatile @Nullable Duration offset;

    /** Runs the work as if it were {@code at}: how a file of last year's messages is played at its own times. */
    public static <T> T at(Instant at, Supplier<T> work) {
        return ScopedValue.where(REPLAYED, at).call(work::get);
    }

    /** Moves the test clock so that it is {@code now} and goes on from there. */
    public void set(Instant now) {
        offset = Duration.between(Instant.now(), now);
    }

    /** True when the program does not go by the real time; every screen then says so. */
    public boolean isMoved() {
        return offset != null;
    }

    @Override
    public Instant instant() {
        var shift = offset;
        var now = REPLAYED.isBound() ? REPLAYED.get() : shift == null ? Instant.now() : Instant.now().plus(shift);
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The form in which JDBC takes an instant. */
    public static @Nullable OffsetDateTime sql(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

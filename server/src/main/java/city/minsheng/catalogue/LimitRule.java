package city.minsheng.catalogue;

import org.jspecify.annotations.Nullable;

/** One line of the time-limit table; null stands for any. */
public record LimitRule(ClockKind clock, @Nullable Level level, @Nullable Kind kind, Limit limit) {

    boolean fits(ClockKind asked, Level ofLevel, Kind ofKind) {
        return clock == asked && (level == null || level == ofLevel) && (kind == null || kind == ofKind);
    }

    /** The level says more than the kind, and both together say most. */
    int weight() {
        return (level == null ? 0 : 2) + (kind == null ? 0 : 1);
    }
}

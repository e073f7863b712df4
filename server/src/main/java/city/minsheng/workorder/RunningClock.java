package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import java.time.Instant;

/** A clock that somebody holds. @param n which of the order's clocks it is, from 1 */
record RunningClock(int n, ClockKind kind, Holder holder, Instant startedAt, Instant dueAt) {}

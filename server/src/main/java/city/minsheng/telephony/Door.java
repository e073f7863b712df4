package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * 过载: who is let in. Too many at once, too many in a second, or a crowd of which we hear late: then new callers hear
 * busy and are owed a call, and those who are in notice nothing.
 */
final class Door {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofMillis(500);
    private static final int CROWD = 20;
    /** A spoken refusal costs the switch five times as much as a bare one. */
    private static final int SPOKEN = 20;
    private final Floor floor;
    private final ArrayDeque<Instant> arrived = new ArrayDeque<>();
    private final ArrayDeque<Instant> spoken = new ArrayDeque<>();

    Door(Floor floor) {
        this.floor = floor;
    }

    /** Counts the caller, whether let in or not. */
    boolean isOpenFor(SwitchEvent.CallArrived event) {
        var now = floor.now();
        int before = within(arrived, now);
        arrived.add(now);
        boolean late = !event.waited() && event.at().plus(LATE).isBefore(now);
        return floor.calls.size() < floor.settings.mostCalls() && before < floor.settings.callsPerSecond() && !(late && before >= CROWD);
    }

    /** Whether there is time to say it in words. */
    boolean maySpeak() {
        var now = floor.now();
        if (within(spoken, now) >= SPOKEN) {
            return false;
        }
        spoken.add(now);
        return true;
    }

    private static int within(ArrayDeque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(SECOND).isAfter(now)) {
            times.removeFirst();
        }
        return times.size();
    }
}

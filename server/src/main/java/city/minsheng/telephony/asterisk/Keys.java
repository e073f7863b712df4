package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keys that are pressed on a leg, until there are enough of them or the time is over. */
final class Keys {

    private static final class Wanted {
        final int most;
        final String valid;
        final ScheduledFuture<?> end;
        final StringBuilder pressed = new StringBuilder();

        Wanted(int most, String valid, ScheduledFuture<?> end) {
            this.most = most;
            this.valid = valid;
            this.end = end;
        }
    }

    private final ScheduledExecutorService thread;
    private final Consumer<SwitchEvent> tell;
    private final Map<String, Wanted> wanted = new HashMap<>();

    Keys(ScheduledExecutorService thread, Consumer<SwitchEvent> tell) {
        this.thread = thread;
        this.tell = tell;
    }

    void collect(String leg, int most, Duration within, String valid) {
        forget(leg);
        var end = thread.schedule(() -> finish(leg, false), within.toMillis(), TimeUnit.MILLISECONDS);
        wanted.put(leg, new Wanted(most, valid, end));
    }

    void pressed(String leg, String key) {
        var want = wanted.get(leg);
        if (want == null || !want.valid.contains(key)) {
            return;
        }
        want.pressed.append(key);
        if (want.pressed.length() >= want.most) {
            want.end.cancel(false);
            finish(leg, true);
        }
    }

    private void finish(String leg, boolean complete) {
        var want = wanted.remove(leg);
        if (want != null) {
            tell.accept(new SwitchEvent.Digits(leg, want.pressed.toString(), complete));
        }
    }

    void forget(String leg) {
        var want = wanted.remove(leg);
        if (want != null) {
            want.end.cancel(false);
        }
    }

    void forgetAll() {
        wanted.values().forEach(want -> want.end.cancel(false));
        wanted.clear();
    }
}

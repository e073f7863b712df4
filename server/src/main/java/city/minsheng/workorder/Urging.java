package city.minsheng.workorder;

import city.minsheng.platform.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催: the citizen once a day, the supervision office whenever it sees fit. Also: a call that reached nobody. */
@Service
public class Urging {

    public record Urge(@Nullable String text) {}

    /** On the screens of whoever holds it, there and on the department's duty phone, or by a call that somebody has to make. */
    public enum Way { IN_APP, SMS, PHONE }

    /** @param way null: on the screens */
    public record Reminder(@Nullable String text, @Nullable Way way) {}

    private final Acts acts;

    Urging(Acts acts) {
        this.acts = acts;
    }

    @Transactional
    public WorkOrder urge(On on, Urge urge) {
        new Invalid.Check().atMost(urge.text(), 500, "/text").done();
        return acts.act(on, Action.URGE, act -> act.because(urge.text()).count(Fact.URGES).set(Fact.URGED_AT, act.now()));
    }

    @Transactional
    public WorkOrder remind(On on, Reminder reminder) {
        new Invalid.Check().atMost(reminder.text(), 500, "/text").done();
        return acts.act(on, Action.REMIND, act -> act.because(reminder.text())
                .note("way", (reminder.way() == null ? Way.IN_APP : reminder.way()).name()).count(Fact.REMINDERS));
    }

    @Transactional
    public WorkOrder attempted(On on, @Nullable String note) {
        new Invalid.Check().atMost(note, 500, "/note").done();
        return acts.act(on, Action.FOLLOW_UP_ATTEMPT, act -> act.because(note).count(Fact.ATTEMPTS));
    }
}

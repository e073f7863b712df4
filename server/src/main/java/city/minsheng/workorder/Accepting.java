package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.platform.Invalid;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收 and the first contact. Signing starts nothing: the handling has been running since the dispatch. */
@Service
public class Accepting {

    /** How the citizen was reached. */
    public enum How { PHONE, VISIT, SMS, WECHAT }

    /** [BJ] art. 15: the department contacts the citizen; recorded with time and way. */
    public record Contacted(How how, @Nullable Instant at, @Nullable String note) {}

    private final Acts acts;
    private final Assignments assignments;

    Accepting(Acts acts, Assignments assignments) {
        this.acts = acts;
        this.assignments = assignments;
    }

    @Transactional
    public WorkOrder accept(On on) {
        return acts.act(on, Action.ACCEPT, act -> act.stop(ClockKind.ACCEPT).set(Fact.ACCEPTED_AT, act.now())
                .afterwards(() -> assignments.accepted(on.order(), Objects.requireNonNull(act.before().lead()), act.now())));
    }

    @Transactional
    public WorkOrder contacted(On on, Contacted contact) {
        new Invalid.Check().given(contact.how(), "/how").atMost(contact.note(), 500, "/note").done();
        return acts.act(on, Action.RECORD_CONTACT, act -> {
            var at = contact.at() == null ? act.now() : contact.at();
            new Invalid.Check().that(!at.isAfter(act.now()), "/at", "in-future").done();
            act.because(contact.note()).note("how", contact.how().name()).note("at", at.toString());
            first(act, at);
        });
    }

    /** Only the first contact stops the clock. */
    static void first(Act act, Instant at) {
        if (act.before().get(Fact.CONTACTED_AT) == null) {
            act.stop(ClockKind.CONTACT).set(Fact.CONTACTED_AT, at);
        }
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 重办: the citizen says that it is not done. Counted, bounded, visible. */
@Service
public class Reworking {

    public record Rework(String reason, @Nullable Solved solved, @Nullable Rating satisfied, @Nullable Boolean contacted) {}

    public record Reopen(String reason) {}

    private final Acts acts;
    private final Assignments assignments;
    private final CitySettings city;

    Reworking(Acts acts, Assignments assignments, CitySettings city) {
        this.acts = acts;
        this.assignments = assignments;
        this.city = city;
    }

    @Transactional
    public WorkOrder rework(On on, Rework rework) {
        new Invalid.Check().given(rework.reason(), "/reason").atMost(rework.reason(), 1000, "/reason").done();
        return acts.act(on, Action.REWORK, act -> {
            var lead = Objects.requireNonNull(act.before().lead());
            var holder = Holder.department(lead);
            boolean joined = act.before().parent() != null;
            act.because(rework.reason()).stopAll().count(Fact.REWORKS)
                    .note("solved", rework.solved()).note("satisfied", rework.satisfied()).note("contacted", rework.contacted())
                    .set(Fact.RESULT, null).set(Fact.CONTACTED_AT, null);
            Problem.from(act, Fact.REWORKS, city.problemReworks());
            acts.start(act, ClockKind.HANDLE, holder);
            acts.start(act, ClockKind.CONTACT, holder);
            if (joined) { // from here on this citizen's matter goes its own way
                act.set(Fact.PARENT, null).afterwards(() -> assignments.give(on.order(), lead, Assignments.Part.LEAD, act.now()));
            }
        });
    }

    /** Back to the dispatcher, who sees everything that was done. */
    @Transactional
    public WorkOrder reopen(On on, Reopen reopen) {
        new Invalid.Check().given(reopen.reason(), "/reason").atMost(reopen.reason(), 1000, "/reason").done();
        return acts.act(on, Action.REOPEN, act -> {
            act.because(reopen.reason()).note("answerBefore", act.before().answer()).count(Fact.REWORKS).set(Fact.OUTCOME, null).set(Fact.CLOSED_AT, null)
                    .set(Fact.LEAD, null).set(Fact.PARENT, null).set(Fact.BOUND, false).set(Fact.RESULT, null).set(Fact.REVIEW_ON, null)
                    .set(Fact.SOLVED, null).set(Fact.RATING, null).set(Fact.CONTACTED, null)
                    .set(Fact.DISPATCHED_AT, null).set(Fact.DISPATCHED_BY, null).set(Fact.ACCEPTED_AT, null).set(Fact.CONTACTED_AT, null)
                    .set(Fact.TEMPLATE, null).set(Fact.ARTICLE, null).set(Fact.ARTICLE_VERSION, null);
            Problem.from(act, Fact.REWORKS, city.problemReworks());
            acts.start(act, ClockKind.DISPATCH, Holder.role(Role.DISPATCHER));
            act.afterwards(() -> assignments.end(on.order(), act.now(), act.action()));
        });
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办结 with an outcome, however it comes about: after the follow-up, 终止办理, 撤回; and 归档. */
@Service
public class Closing {

    /**
     * What the citizen said, each asked on its own; null where nobody could be asked.
     *
     * @param unreachable closed without the citizen's word, after the city's number of attempts
     */
    public record Verdict(@Nullable Boolean contacted, @Nullable Solved solved, @Nullable Rating satisfied,
            @Nullable String words, boolean unreachable) {}

    /** [WF] art. 21: new facts show that it cannot be accepted, or the citizen refuses to take part. */
    /** What has come to light that ends the handling. [WF] art. 21 */
    public enum Ground {
        NOT_ACCEPTABLE,    // 查明属不予受理
        REQUESTER_REFUSES, // 诉求人拒绝配合
        IN_COURT,          // 已进入诉讼等程序
        OTHER
    }

    public record Termination(Ground reasonCode, String reason, @Nullable String basis) {}

    public record Withdrawal(@Nullable String reason) {}

    private final Acts acts;
    private final WorkOrders orders;
    private final Catalogue catalogue;

    Closing(Acts acts, WorkOrders orders, Catalogue catalogue) {
        this.acts = acts;
        this.orders = orders;
        this.catalogue = catalogue;
    }

    @Transactional
    public WorkOrder close(On on, Verdict verdict) {
        new Invalid.Check().atMost(verdict.words(), 1000, "/words")
                .that(verdict.unreachable() || verdict.solved() != null, "/solved", "required")
                .that(verdict.unreachable() || verdict.satisfied() != null, "/satisfied", "required").done();
        return acts.act(on, Action.CLOSE, act -> close(
                act.because(verdict.words()).note("unreachable", verdict.unreachable() ? true : null)
                        .set(Fact.CONTACTED, verdict.contacted()).set(Fact.SOLVED, verdict.solved()).set(Fact.RATING, verdict.satisfied()),
                outcome(act.before().result(), verdict.solved()), Objects.requireNonNullElse(act.before().answer(), "")));
    }

    /** The citizen's word counts for more than the department's. */
    static Outcome outcome(@Nullable Result result, @Nullable Solved solved) {
        var said = switch (result) {
            case RESOLVED -> Outcome.RESOLVED;
            case PARTLY_RESOLVED -> Outcome.PARTLY_RESOLVED;
            case UNRESOLVED, CONSTRAINED -> Outcome.UNRESOLVED;
            case null -> Outcome.UNRESOLVED;
        };
        return switch (solved) {
            case NO -> Outcome.UNRESOLVED;
            case PARTLY -> said == Outcome.RESOLVED ? Outcome.PARTLY_RESOLVED : said;
            case YES -> said;
            case null -> said;
        };
    }

    @Transactional
    public WorkOrder terminate(On on, Termination termination) {
        new Invalid.Check().given(termination.reasonCode(), "/reasonCode").given(termination.reason(), "/reason")
                .atMost(termination.reason(), 1000, "/reason").done();
        return acts.act(on, Action.TERMINATE, act -> close(
                act.because(termination.reason()).note("reasonCode", termination.reasonCode().name()).note("basis", termination.basis()),
                Outcome.TERMINATED, termination.reason().strip()));
    }

    @Transactional
    public WorkOrder withdraw(On on, Withdrawal withdrawal) {
        new Invalid.Check().atMost(withdrawal.reason(), 500, "/reason").done();
        return acts.act(on, Action.WITHDRAW, act -> close(act.because(withdrawal.reason()).set(Fact.PARENT, null),
                Outcome.WITHDRAWN, "您已撤回该诉求。"));
    }

    @Transactional
    public WorkOrder archive(On on) {
        return acts.act(on, Action.ARCHIVE, act -> {});
    }

    /** Ends everything that runs. Orders joined to this one end with it, or come back where there is no answer to share. */
    Act close(Act act, Outcome outcome, String answer) {
        boolean spoken = catalogue.channels().get(act.after().channel()).medium().equals("PHONE") && (act.role() == Role.AGENT || act.role() == Role.EXPERT);
        act.stopAll().set(Fact.OUTCOME, outcome).set(Fact.ANSWER, answer).set(Fact.CLOSED_AT, act.now())
                .set(Fact.EXTENSION_ASKED, null)
                .note("told", spoken ? "VOICE" : "MESSAGE");
        return act.isOfFresh() ? act : act.afterwards(() -> children(act.before().id(), outcome, answer));
    }

    private void children(UUID parent, Outcome outcome, String answer) {
        boolean shared = List.of(Outcome.ANSWERED_DIRECTLY, Outcome.TRANSFERRED).contains(outcome);
        for (var child : orders.lockChildren(parent)) {
            if (shared) {
                acts.perform(child, Action.CLOSE, Actor.SYSTEM, act -> close(act, outcome, answer));
            } else {
                acts.perform(child, Action.LEAVE, Actor.SYSTEM, act -> Joining.leave(acts, act.because("主单未办理完结，恢复单独办理")));
            }
        }
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 协办 and 下派: others help, each with an own limit; the lead department answers for the whole. [BJ] art. 14, [JN] art. 29 */
@Service
public class Supporting {

    public record PassDown(String department, int amount, Limit.Unit unit, @Nullable String note) {}

    public record SupportReply(String text) {}

    private final Acts acts;
    private final Dispatching dispatching;
    private final Assignments assignments;
    private final Departments departments;
    private final Calendars calendars;

    Supporting(Acts acts, Dispatching dispatching, Assignments assignments, Departments departments, Calendars calendars) {
        this.acts = acts;
        this.dispatching = dispatching;
        this.assignments = assignments;
        this.departments = departments;
        this.calendars = calendars;
    }

    @Transactional
    public WorkOrder add(On on, Dispatching.Support support) {
        var check = limit(support.amount(), support.unit());
        dispatching.canHandle(check, support.department(), "/department");
        check.done();
        return acts.act(on, Action.ADD_SUPPORT, act -> {
            notTwice(on, support.department());
            act.because(support.note()).note("department", support.department());
            dispatching.support(act, support);
        });
    }

    @Transactional
    public WorkOrder passDown(On on, PassDown down) {
        limit(down.amount(), down.unit()).given(down.department(), "/department").done();
        return acts.act(on, Action.PASS_DOWN, act -> {
            var beneath = departments.scopeOf(Objects.requireNonNull(act.before().lead()));
            new Invalid.Check().that(beneath.indexOf(down.department()) > 0, "/department", "not-beneath").done();
            notTwice(on, down.department());
            var due = calendars.calendar().due(act.now(), new Limit(down.amount(), down.unit(), "下派时限"));
            act.because(down.note()).note("department", down.department())
                    .start(ClockKind.SUPPORT, Holder.department(down.department()), due).call(down.department())
                    .afterwards(() -> assignments.give(on.order(), down.department(), Assignments.Part.SUBUNIT, act.now()));
        });
    }

    /** 催协办: the lead department asks for what it still waits for. Their limits stay as they are. */
    @Transactional
    public WorkOrder urge(On on, Urging.Urge urge) {
        new Invalid.Check().atMost(urge.text(), 500, "/text").done();
        return acts.act(on, Action.URGE_SUPPORT, act -> {
            var owing = owing(on.order());
            if (owing.isEmpty()) {
                throw new Refusal("nobody-owes");
            }
            act.because(urge.text()).note("departments", owing);
            owing.forEach(act::call);
        });
    }

    /** Whose help is asked for and has not come. */
    private List<String> owing(UUID order) {
        return assignments.active(order).stream().filter(Assignments.Assignment::owesHelp).map(Assignments.Assignment::department).toList();
    }

    private void notTwice(On on, String department) {
        boolean there = assignments.active(on.order()).stream().anyMatch(a -> a.department().equals(department) && a.repliedAt() == null);
        new Invalid.Check().that(!there, "/department", "twice").done();
    }

    @Transactional
    public WorkOrder reply(On on, SupportReply reply) {
        new Invalid.Check().given(reply.text(), "/text").atMost(reply.text(), 2000, "/text").done();
        return acts.act(on, Action.SUPPORT_REPLY, act -> {
            var own = assignments.active(on.order()).stream()
                    .filter(Assignments.Assignment::owesHelp)
                    .filter(a -> on.actor().scope().contains(a.department()))
                    .findFirst().orElseThrow(() -> new NotYours("no-support-asked"));
            act.because(reply.text()).note("department", own.department())
                    .stopIf(clock -> clock.kind() == ClockKind.SUPPORT && clock.holder().code().equals(own.department()))
                    .afterwards(() -> assignments.replied(on.order(), own.n(), reply.text().strip(), act.now()));
        });
    }

    private static Invalid.Check limit(int amount, Limit.@Nullable Unit unit) {
        return new Invalid.Check().that(amount >= 1 && amount <= 365, "/amount", "between", 1, 365).given(unit, "/unit");
    }
}

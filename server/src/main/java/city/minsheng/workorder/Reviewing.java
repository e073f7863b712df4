package city.minsheng.workorder;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 审核 of every reply ([JN] art. 27): on to the citizen, back to the department, or kept as objectively constrained. */
@Service
public class Reviewing {

    public record Approval(@Nullable String note) {}

    public record SendBack(String reason) {}

    public record Deferral(@Nullable LocalDate reviewOn, @Nullable String note) {}

    public record Resume(@Nullable String note) {}

    private final Acts acts;
    private final WorkOrders orders;
    private final Clocks clocks;
    private final Calendars calendars;
    private final CitySettings city;

    Reviewing(Acts acts, WorkOrders orders, Clocks clocks, Calendars calendars, CitySettings city) {
        this.acts = acts;
        this.orders = orders;
        this.clocks = clocks;
        this.calendars = calendars;
        this.city = city;
    }

    @Transactional
    public WorkOrder approve(On on, Approval approval) {
        return acts.act(on, Action.APPROVE, act -> {
            act.because(approval.note()).stop(ClockKind.REVIEW).set(Fact.ATTEMPTS, 0);
            acts.start(act, ClockKind.FOLLOW_UP, Holder.role(Role.FOLLOW_UP_CALLER));
            act.afterwards(() -> share(on.order(), act.after()));
        });
    }

    /** One reply, told to each citizen who joined; each is called back and rates alone. */
    private void share(UUID parent, WorkOrder answered) {
        for (var child : orders.lockChildren(parent)) {
            acts.perform(child, Action.SHARE_ANSWER, Actor.SYSTEM, act -> {
                act.stopAll().set(Fact.ANSWER, answered.answer()).set(Fact.RESULT, answered.result()).set(Fact.LEAD, answered.lead())
                        .set(Fact.ATTEMPTS, 0).note("parent", answered.number());
                acts.start(act, ClockKind.FOLLOW_UP, Holder.role(Role.FOLLOW_UP_CALLER));
            });
        }
    }

    /** The limit stays what it was: a poor reply wins no time. */
    @Transactional
    public WorkOrder sendBack(On on, SendBack back) {
        new Invalid.Check().given(back.reason(), "/reason").atMost(back.reason(), 1000, "/reason").done();
        return acts.act(on, Action.SEND_BACK, act -> act.because(back.reason()).count(Fact.SENT_BACKS).stop(ClockKind.REVIEW)
                .start(ClockKind.HANDLE, Holder.department(Objects.requireNonNull(act.before().lead())), lastPromise(on.order())));
    }

    private DueDate lastPromise(UUID order) {
        var last = clocks.of(order).stream().filter(clock -> clock.kind() == ClockKind.HANDLE).toList().getLast();
        var how = last.how();
        return new DueDate(last.dueAt(), how.limit(), how.restDays(), how.holidays(), how.makeUpDays(), how.unannounced());
    }

    /** 客观受限 ([JN] art. 24): cannot be done now, because; looked at again on a date; the citizen is told so. */
    @Transactional
    public WorkOrder defer(On on, Deferral deferral) {
        return acts.act(on, Action.DEFER, act -> {
            LocalDate asked = act.before().get(Fact.REVIEW_ON);
            var date = deferral.reviewOn() == null ? Objects.requireNonNull(asked) : deferral.reviewOn();
            var due = date.atTime(city.workEnd()).atZone(city.zone()).toInstant();
            new Invalid.Check().that(due.isAfter(act.now()), "/reviewOn", "in-past").done();
            act.because(deferral.note()).stop(ClockKind.REVIEW).set(Fact.REVIEW_ON, date)
                    .start(ClockKind.DEFERRAL, Holder.department(Objects.requireNonNull(act.before().lead())),
                            new DueDate(due, new Limit(calendars.calendar().workingDaysBetween(act.now(), due), Limit.Unit.WORKING_DAYS, "客观受限，到期复查"),
                                    0, List.of(), List.of(), List.of()));
        });
    }

    @Transactional
    public WorkOrder resume(On on, Resume resume) {
        return acts.act(on, Action.RESUME, act -> {
            act.because(resume.note()).stopAll().set(Fact.REVIEW_ON, null).set(Fact.RESULT, null);
            acts.start(act, ClockKind.HANDLE, Holder.department(Objects.requireNonNull(act.before().lead())));
        });
    }
}

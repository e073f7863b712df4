package city.minsheng.workorder;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: asked before the limit, with a reason; decided by the hotline; the citizen is told. [SD], [BJ] art. 15 */
@Service
public class Extending {

    /** @param amount working days */
    public record Wish(int amount, String reason, String basis, boolean requesterTold) {}

    public record Grant(int amount, @Nullable String reason) {}

    public record Refuse(String reason) {}

    private final Acts acts;
    private final WorkOrders orders;
    private final Assignments assignments;
    private final Calendars calendars;
    private final CitySettings city;

    Extending(Acts acts, WorkOrders orders, Assignments assignments, Calendars calendars, CitySettings city) {
        this.acts = acts;
        this.orders = orders;
        this.assignments = assignments;
        this.calendars = calendars;
        this.city = city;
    }

    @Transactional
    public WorkOrder ask(On on, Wish wish) {
        days(wish.amount()).given(wish.reason(), "/reason").given(wish.basis(), "/basis").atMost(wish.reason(), 1000, "/reason").done();
        return acts.act(on, Action.REQUEST_EXTENSION, act -> {
            if (act.now().isAfter(Objects.requireNonNull(act.clock(ClockKind.HANDLE)).dueAt())) {
                throw new Refusal("extension-too-late");
            }
            act.because(wish.reason()).note("basis", wish.basis()).note("amount", wish.amount())
                    .note("requesterTold", wish.requesterTold()).set(Fact.EXTENSION_ASKED, wish.amount());
        });
    }

    @Transactional
    public WorkOrder grant(On on, Grant grant) {
        days(grant.amount()).atMost(grant.reason(), 1000, "/reason").done();
        return acts.act(on, Action.GRANT_EXTENSION, act -> {
            var clock = Objects.requireNonNull(act.clock(ClockKind.HANDLE));
            var due = calendars.calendar().due(clock.dueAt(), new Limit(grant.amount(), Limit.Unit.WORKING_DAYS, "延期")).dueAt();
            act.because(grant.reason()).note("amount", grant.amount()).note("from", clock.dueAt().toString()).note("to", due.toString())
                    .count(Fact.EXTENSIONS).set(Fact.EXTENSION_ASKED, null).shift(clock, due)
                    .afterwards(() -> assignments.extended(on.order(), act.now())).afterwards(() -> children(on, due));
        });
    }

    /** Those who joined are promised what the parent is. */
    private void children(On on, Instant due) {
        for (var child : orders.lockChildren(on.order())) {
            acts.perform(child, Action.NOTE, Actor.SYSTEM, act -> act.because("主单延期，答复时间顺延")
                    .shift(Objects.requireNonNull(act.clock(ClockKind.WITH_PARENT)), due));
        }
    }

    @Transactional
    public WorkOrder refuse(On on, Refuse refuse) {
        new Invalid.Check().given(refuse.reason(), "/reason").atMost(refuse.reason(), 1000, "/reason").done();
        return acts.act(on, Action.REFUSE_EXTENSION, act -> act.because(refuse.reason()).set(Fact.EXTENSION_ASKED, null));
    }

    private Invalid.Check days(int amount) {
        return new Invalid.Check().that(amount >= 1 && amount <= city.extensionDays(), "/amount", "between", 1, city.extensionDays());
    }
}

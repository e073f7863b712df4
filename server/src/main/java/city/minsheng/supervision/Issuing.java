package city.minsheng.supervision;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Refusal;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办: issued, received, answered, closed. Closed by the supervision office only, and not before all have answered. */
@Service
public class Issuing {

    /** @param orders may be empty: a card may come from many calls that are closed already */
    public record Draft(Rung rung, String title, String cause, String demand, Instant dueAt, List<String> departments, List<UUID> orders) {}

    private final Measures measures;
    private final Watching watching;
    private final Departments departments;
    private final Outbox outbox;
    private final CitySettings city;
    private final Clock clock;

    Issuing(Measures measures, Watching watching, Departments departments, Outbox outbox, CitySettings city, Clock clock) {
        this.measures = measures;
        this.watching = watching;
        this.departments = departments;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    @Transactional
    public Measure issue(Draft draft, Actor actor) {
        check(draft);
        var now = clock.instant();
        int year = LocalDate.ofInstant(now, city.zone()).getYear();
        var parts = draft.departments().stream().distinct().map(code -> new Measure.Part(code, null, null, null, null, null, null, false)).toList();
        var orders = draft.orders().stream().distinct().map(id -> new Measure.Order(id, "", "")).toList();
        var measure = new Measure(Ids.next(now), "〔%d〕督字第%d号".formatted(year, measures.nextNumber(year)), draft.rung(), draft.title().strip(),
                draft.cause().strip(), draft.demand().strip(), draft.dueAt(), actor.username(), now, null, null, null, parts, orders);
        measures.insert(measure);
        tell(measure, "issue", draft.departments());
        return measures.get(measure.id(), actor);
    }

    private void check(Draft draft) {
        var check = new Invalid.Check().given(draft.rung(), "/rung").that(draft.rung() != Rung.REMINDER, "/rung", "choice")
                .given(draft.title(), "/title").atMost(draft.title(), 100, "/title").given(draft.cause(), "/cause").atMost(draft.cause(), 4000, "/cause")
                .given(draft.demand(), "/demand").atMost(draft.demand(), 4000, "/demand").given(draft.dueAt(), "/dueAt")
                .that(draft.dueAt() == null || draft.dueAt().isAfter(clock.instant()), "/dueAt", "in-past")
                .that(draft.departments() != null && !draft.departments().isEmpty(), "/departments", "required").given(draft.orders(), "/orders");
        check.done();
        var known = watching.rows(draft.orders());
        check.that(draft.departments().stream().allMatch(code -> departments.find(code).isPresent()), "/departments", "unknown-department")
                .that(draft.orders().stream().allMatch(known::containsKey), "/orders", "unknown-order").done();
    }

    /** 签收回执. The first one stands. */
    @Transactional
    public Measure receive(UUID id, Actor actor) {
        var own = own(id, actor);
        measures.received(id, own, actor.username());
        return measures.get(id, actor);
    }

    @Transactional
    public Measure feedBack(UUID id, String feedback, Actor actor) {
        new Invalid.Check().given(feedback, "/feedback").atMost(feedback, 4000, "/feedback").done();
        var own = own(id, actor);
        if (!measures.fedBack(id, own, actor.username(), feedback.strip())) {
            throw new Refusal("fed-back-already");
        }
        tell(measures.get(id, actor), "feed-back", List.of());
        return measures.get(id, actor);
    }

    /** The feedback of a department does not do: it is asked again. */
    @Transactional
    public Measure askAgain(UUID id, String department, Actor actor) {
        var measure = open(id, actor);
        measures.reopenFeedback(id, department);
        tell(measure, "ask-again", List.of(department));
        return measures.get(id, actor);
    }

    @Transactional
    public Measure close(UUID id, String conclusion, Actor actor) {
        new Invalid.Check().given(conclusion, "/conclusion").atMost(conclusion, 2000, "/conclusion").done();
        var measure = open(id, actor);
        if (measure.departments().stream().anyMatch(part -> part.feedbackAt() == null)) {
            throw new Refusal("feedback-missing");
        }
        if (!measures.closed(id, actor.username(), conclusion.strip())) {
            throw new Refusal("measure-closed");
        }
        return measures.get(id, actor);
    }

    private Measure open(UUID id, Actor actor) {
        var measure = measures.get(id, actor);
        if (measure.closedAt() != null) {
            throw new Refusal("measure-closed");
        }
        return measure;
    }

    private String own(UUID id, Actor actor) {
        return open(id, actor).departments().stream().map(Measure.Part::department).filter(actor.scope()::contains).findFirst()
                .orElseThrow(() -> new NotYours("not-addressed"));
    }

    private void tell(Measure measure, String verb, List<String> called) {
        outbox.add(measure.id(), "measure." + verb, clock.instant(), Map.of("number", measure.number(), "rung", measure.rung().name(), "title", measure.title(), "called", called));
    }
}

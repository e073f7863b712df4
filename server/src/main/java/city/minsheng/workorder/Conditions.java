package city.minsheng.workorder;

import city.minsheng.catalogue.Calendars;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on more than status and role. The same sentence is shown beside a greyed button and refuses the call. */
@Component
class Conditions {

    /** How long a dispatch can be taken back. */
    static final Duration UNDO = Duration.ofSeconds(10);

    /** What only the lead department does. */
    private static final Set<Action> LEAD_ONLY = Set.of(Action.ACCEPT, Action.REPLY, Action.RETURN, Action.REQUEST_EXTENSION, Action.PASS_DOWN, Action.URGE_SUPPORT);

    /** A button as the screen shows it. @param why set where it is greyed: the rule, in the reader's words */
    public record Offer(Action action, @Nullable Refusal why) {}

    private final Calendars calendars;
    private final CitySettings city;
    private final Clock clock;

    Conditions(Calendars calendars, CitySettings city, Clock clock) {
        this.calendars = calendars;
        this.city = city;
        this.clock = clock;
    }

    /** What this person may do now, and what has just become impossible and why, in the order of the buttons. */
    List<Offer> offers(WorkOrder order, Actor actor) {
        var offers = new ArrayList<Offer>();
        for (var action : Action.values()) {
            Lifecycle.arrow(order.status(), action).filter(arrow -> arrow.by().stream().anyMatch(actor::is)).ifPresent(arrow -> {
                var refusal = refusal(order, action, actor).orElse(null);
                if (refusal == null || isWorthShowing(action, refusal)) {
                    offers.add(new Offer(action, refusal));
                }
            });
        }
        return offers;
    }

    /** Greyed only where a person would look for the button and ask why. */
    private static boolean isWorthShowing(Action action, Refusal refusal) {
        return !(refusal instanceof NotYours) && !refusal.code().equals("nothing-asked") && action != Action.RECALL;
    }

    Optional<Refusal> refusal(WorkOrder order, Action action, Actor actor) {
        var now = clock.instant();
        if (LEAD_ONLY.contains(action) && !actor.scope().contains(String.valueOf(order.lead()))) {
            return Optional.of(new NotYours("lead-only"));
        }
        return Optional.ofNullable(switch (action) {
            case RETURN -> returning(order, now);
            case REQUEST_EXTENSION -> extending(order);
            case GRANT_EXTENSION, REFUSE_EXTENSION -> order.get(Fact.EXTENSION_ASKED) == null ? new Refusal("nothing-asked") : null;
            case RECALL -> recalling(order, actor, now);
            case REASSIGN -> order.status() == Status.DISPATCHED && order.isBound() ? new Refusal("bound-by-ruling") : null;
            case DEFER -> order.result() == Result.CONSTRAINED ? null : new Refusal("not-constrained");
            case APPROVE -> order.result() == Result.CONSTRAINED ? new Refusal("constrained-is-deferred") : null;
            case URGE -> actor.is(Role.REQUESTER) ? urging(order, now) : null;
            case RESUME -> actor.seesWholeCity() || actor.scope().contains(String.valueOf(order.lead())) ? null : new NotYours("lead-only");
            case REOPEN -> reopening(order, now);
            case CLOSE -> closing(order, actor);
            default -> null;
        });
    }

    Refusal wrongRole(Action action, Lifecycle.Arrow arrow) {
        return new NotYours("wrong-role", new Word("action." + action));
    }

    /** [WF] art. 22: after a ruling there is no further return. [SD]: within two working days, with a reason. */
    private @Nullable Refusal returning(WorkOrder order, Instant now) {
        Instant dispatched = order.get(Fact.DISPATCHED_AT);
        if (order.isBound()) {
            return new Refusal("bound-by-ruling");
        }
        if (order.count(Fact.RETURNS) >= city.returnsMost()) {
            return new Refusal("returned-too-often", city.returnsMost());
        }
        if (order.reworks() > 0 && order.status() == Status.IN_PROGRESS) { // one that was reopened may meet the wrong department
            return new Refusal("no-return-after-rework");
        }
        if (dispatched != null && calendars.calendar().workingDaysBetween(dispatched, now) > city.returnDays()) {
            return new Refusal("return-too-late", city.returnDays());
        }
        return null;
    }

    /** [SD], [BJ] art. 15: asked before the limit, once, decided by the hotline. */
    private @Nullable Refusal extending(WorkOrder order) {
        if (order.get(Fact.EXTENSION_ASKED) != null) {
            return new Refusal("extension-undecided");
        }
        return order.count(Fact.EXTENSIONS) >= city.extensionsMost() ? new Refusal("extended-already", city.extensionsMost()) : null;
    }

    private static @Nullable Refusal recalling(WorkOrder order, Actor actor, Instant now) {
        Instant dispatched = order.get(Fact.DISPATCHED_AT);
        boolean own = actor.username().equals(order.<String>get(Fact.DISPATCHED_BY));
        boolean inTime = dispatched != null && !now.isAfter(dispatched.plus(UNDO));
        return own && inTime ? null : new Refusal("recall-too-late", UNDO.toSeconds());
    }

    private @Nullable Refusal urging(WorkOrder order, Instant now) {
        Instant urged = order.get(Fact.URGED_AT);
        boolean today = urged != null && day(urged).equals(day(now));
        return today ? new Refusal("urged-today") : null;
    }

    private @Nullable Refusal reopening(WorkOrder order, Instant now) {
        var closed = order.closedAt();
        if (order.outcome() == Outcome.WITHDRAWN || order.outcome() == Outcome.TRANSFERRED) {
            return new Refusal("not-reopened");
        }
        boolean late = closed != null && closed.plus(Duration.ofDays(city.reopenDays())).isBefore(now);
        return late ? new Refusal("reopen-too-late", city.reopenDays()) : null;
    }

    /** The rating comes from the citizen, or from a call by somebody other than the handler. */
    private static @Nullable Refusal closing(WorkOrder order, Actor actor) {
        boolean own = actor.department() != null && actor.department().equals(order.lead());
        return own ? new NotYours("own-work") : null;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, city.zone());
    }
}

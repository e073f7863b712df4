package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the queue: which caller goes to which seat. Ours does it over a {@link Switch}; a vendor's suite brings its
 * own, and everything above (seat bar, call log, figures) stays the same.
 *
 * <p>Asked and heard on the hall's thread alone. A seat's state is what the router says it is: whoever wants another
 * asks for it, and all who must know hear {@link RouterEvent.SeatStateChanged}.
 */
public interface CallRouter {

    void start(Consumer<RouterEvent> listener);

    /** Who sits there now, what they can do, and the state that the seat is in already. No event. */
    void staff(String seat, List<Skill> skills, SeatState state);

    /**
     * A person, or the end of a call, puts the seat into another state; the same again changes nothing.
     *
     * @throws city.minsheng.platform.Refusal {@code seat-not-now} where the seat cannot come into it from its present one
     */
    void seatState(String seat, SeatState state, @Nullable String reason);

    /** The greater priority goes first; among equals the one who has waited longest. */
    void enqueue(String call, Wanted wanted);

    /** The caller has gone, or somebody else has taken care: a seat at which it rang is ready again. */
    void dequeue(String call);

    /** The seat to which it was offered has taken it. */
    void answered(String call);

    /** The seat has refused, not answered, or cannot be reached: the call goes on, the seat is not ready. */
    void offerLost(String call, SwitchEvent.Failure why);

    /** Where a waiting call stands; empty where it does not wait. */
    Optional<Place> place(String call);

    /** The seats that could take a call of this queue at once, the best first. */
    List<String> ready(String queue);

    /** How many seats could take calls of this queue, now or when their present one is over. */
    int staffed(String queue);

    /**
     * @param queue       general, an expert seat, dialect, a business line
     * @param skills      all of them at least at their level
     * @param preferred   the seat that spoke with this caller last
     */
    record Wanted(String queue, List<Skill> skills, int priority, @Nullable String preferred, Instant since) {}

    record Skill(String name, int level) {}

    /** @param expectedWait null where nobody can say: no seat of the queue is staffed */
    record Place(String queue, int position, @Nullable Duration expectedWait) {}

    sealed interface RouterEvent {

        record QueueEntered(String call, String queue, int position, @Nullable Duration expectedWait) implements RouterEvent {}

        /** No expert was to be had: seats of another queue may now take it too. */
        record Overflowed(String call, String from, String to) implements RouterEvent {}

        /** @param leg where the router has rung the seat itself, the name of that leg; null: the hall rings it */
        record Offered(String call, String seat, @Nullable String leg) implements RouterEvent {}

        /** The seat refused, did not answer or went away; the call is in the queue again, at its old place. */
        record OfferLost(String call, String seat, SwitchEvent.Failure why) implements RouterEvent {}

        /** Told by routers that see the caller go before the switch does. */
        record Abandoned(String call) implements RouterEvent {}

        record SeatStateChanged(String seat, SeatState from, SeatState to, @Nullable String reason) implements RouterEvent {}
    }
}

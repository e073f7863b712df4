package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the queue: which caller goes to which seat. Ours does it over a {@link Switch}; a vendor's suite brings its
 * own, and everything above (seat bar, call log, figures) stays the same.
 */
public interface CallRouter {

    /** A person, or the end of a call, has put the seat into another state. */
    void seatState(String seat, SeatState state, @Nullable String reason);

    /** The greater priority goes first; among equals the one who has waited longest. */
    void enqueue(String call, Wanted wanted);

    void dequeue(String call);

    void start(Consumer<RouterEvent> listener);

    /**
     * @param queue       general, an expert seat, dialect, a business line
     * @param skills      all of them at least at their level
     * @param preferred   the seat that spoke with this caller last
     */
    record Wanted(String queue, List<Skill> skills, int priority, @Nullable String preferred, Instant since) {}

    record Skill(String name, int level) {}

    sealed interface RouterEvent {

        record QueueEntered(String call, String queue, int position, Duration expectedWait) implements RouterEvent {}

        record Offered(String call, String seat) implements RouterEvent {}

        /** The seat refused, did not answer or went away; the call is in the queue again, at its old place. */
        record OfferLost(String call, String seat, SwitchEvent.Failure why) implements RouterEvent {}

        record Abandoned(String call) implements RouterEvent {}

        record SeatStateChanged(String seat, SeatState from, SeatState to, @Nullable String reason) implements RouterEvent {}
    }
}

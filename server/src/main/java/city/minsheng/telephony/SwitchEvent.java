package city.minsheng.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the switch tells. {@code leg} is always a name that both sides know. */
public sealed interface SwitchEvent {

    /** Why a leg did not come about. */
    enum Failure { BUSY, NO_ANSWER, REJECTED, UNREACHABLE }

    /**
     * @param leg    also the name of the call
     * @param at     when it reached the switch
     * @param waited whether the switch itself had it queued while we were away
     */
    record CallArrived(String leg, String from, String to, Instant at, boolean waited) implements SwitchEvent {}

    record LegRinging(String leg) implements SwitchEvent {}

    record LegAnswered(String leg) implements SwitchEvent {}

    record LegFailed(String leg, Failure cause) implements SwitchEvent {}

    /** Told exactly once of each leg that was answered or arrived. Of those that were lost with the switch itself the next {@link Known} tells. */
    record LegEnded(String leg) implements SwitchEvent {}

    record Joined(String conversation, String leg) implements SwitchEvent {}

    record Left(String conversation, String leg) implements SwitchEvent {}

    /** @param complete false where the time was over before enough keys were there */
    record Digits(String leg, String digits, boolean complete) implements SwitchEvent {}

    record PromptFinished(String id) implements SwitchEvent {}

    record RecordingReady(String name, Path file, Duration length) implements SwitchEvent {}

    record RecordingFailed(String name, String why) implements SwitchEvent {}

    record SeatOnline(String number) implements SwitchEvent {}

    record SeatOffline(String number) implements SwitchEvent {}

    /** Another telephone has come in the place of the seat's, such as a page loaded again: legs of the former one have no sound any more. */
    record SeatRenewed(String number) implements SwitchEvent {}

    record Known(Switch.Snapshot snapshot) implements SwitchEvent {}

    record SwitchUp() implements SwitchEvent {}

    /** @param since the last instant at which it was known to be there */
    record SwitchDown(@Nullable Instant since) implements SwitchEvent {}

    /** @param loss per cent of packets lost */
    record QualityReport(String leg, double loss, Duration jitter, Duration roundTrip) implements SwitchEvent {}
}

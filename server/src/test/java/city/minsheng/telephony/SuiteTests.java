package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import city.minsheng.telephony.simulated.SimulatedSwitch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A vendor's suite owns queue and seat states, and rings its seats itself: it fits, and everything above stays the same. */
@DisplayName("A suite that owns its queue")
class SuiteTests {

    /** First come, first served, with names of legs and reasons of its own. */
    private static final class Suite implements CallRouter {
        @Nullable SimulatedSwitch line;
        private final Map<String, SeatState> seats = new HashMap<>();
        private final ArrayDeque<String> queue = new ArrayDeque<>();
        private int offers;
        private final Map<String, String> ringing = new HashMap<>();
        private Consumer<RouterEvent> listener = event -> {};

        @Override
        public void start(Consumer<RouterEvent> listener) {
            this.listener = listener;
        }

        @Override
        public void staff(String seat, List<Skill> skills, SeatState state) {
            seats.put(seat, state);
        }

        @Override
        public void seatState(String seat, SeatState state, @Nullable String reason) {
            var from = seats.getOrDefault(seat, SeatState.SIGNED_OUT);
            if (from != state) {
                if (!from.mayBecome(state)) {
                    throw new Refusal("seat-not-now", from, state);
                }
                seats.put(seat, state);
                listener.accept(new RouterEvent.SeatStateChanged(seat, from, state, "AGENT_STATE_" + state.ordinal()));
                next();
            }
        }

        @Override
        public void enqueue(String call, Wanted wanted) {
            queue.add(call);
            listener.accept(new RouterEvent.QueueEntered(call, "VDN-7001", queue.size(), null));
            next();
        }

        private void next() {
            var free = seats.entrySet().stream().filter(one -> one.getValue() == SeatState.READY).map(Map.Entry::getKey).findFirst();
            if (free.isPresent() && !queue.isEmpty() && line != null) {
                var call = queue.poll();
                ringing.put(call, free.get());
                seatState(free.get(), SeatState.RINGING, null);
                var leg = "UCID-" + ++offers + "-" + call; // a name is never used twice
                listener.accept(new RouterEvent.Offered(call, free.get(), leg));
                line.dial(leg, new Switch.Target.Seat(free.get()), "", Duration.ofSeconds(15), call);
            }
        }

        @Override
        public void dequeue(String call) {
            queue.remove(call);
            var seat = ringing.remove(call);
            if (seat != null) {
                seatState(seat, SeatState.READY, null);
            }
        }

        @Override
        public void answered(String call) {
            seatState(ringing.remove(call), SeatState.TALKING, null);
        }

        @Override
        public void offerLost(String call, SwitchEvent.Failure why) {
            var seat = ringing.remove(call);
            queue.addFirst(call);
            listener.accept(new RouterEvent.OfferLost(call, seat, why));
            seatState(seat, SeatState.NOT_READY, null);
        }

        @Override
        public Optional<Place> place(String call) {
            return queue.contains(call) || ringing.containsKey(call) ? Optional.of(new Place("VDN-7001", 1, null)) : Optional.empty();
        }

        @Override
        public List<String> ready(String queue) {
            return seats.entrySet().stream().filter(one -> one.getValue() == SeatState.READY).map(Map.Entry::getKey).toList();
        }

        @Override
        public int staffed(String queue) {
            return seats.size();
        }
    }

    private final Suite suite = new Suite();
    private final Scene scene = new Scene(Map.of(), suite);

    SuiteTests() {
        suite.line = scene.line;
    }

    @Test
    void ringsItsSeatsItselfAndTheCallIsAnsweredRatedAndLogged() {
        var seat = scene.agent("1");
        var leg = scene.calls(Script.of("19900000001").rates(5));
        var call = scene.call(leg);
        assertThat(seat.state).isEqualTo(SeatState.RINGING);
        assertThat(call.parties).containsKey("UCID-1-" + leg);

        scene.answers(seat);
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(leg, "UCID-1-" + leg);
        scene.does(() -> scene.control.hangUp(seat));
        scene.pass(30);

        assertThat(call.end).isEqualTo(End.ANSWERED);
        assertThat(scene.noted.ratings).containsEntry(call.id, 5);
        assertThat(seat.reason).startsWith("AGENT_STATE_");
    }

    @Test
    void tellsOfACallerWhoHungUpAndTheListIsOursAllTheSame() {
        var leg = scene.calls(Script.of("19900000001").patience(5));
        scene.pass(10);

        assertThat(scene.call(leg).end).isEqualTo(End.ABANDONED);
        assertThat(scene.floor.callBacks).hasSize(1);
    }

    @Test
    void goesOnToTheNextSeat() {
        var first = scene.agent("1");
        var second = scene.agent("2");
        scene.calls(Script.of("19900000001"));
        var ringing = first.state == SeatState.RINGING ? first : second;
        var other = ringing == first ? second : first;

        scene.does(() -> scene.control.refuse(ringing));

        assertThat(ringing.state).isEqualTo(SeatState.NOT_READY);
        assertThat(other.state).isEqualTo(SeatState.RINGING);
    }
}

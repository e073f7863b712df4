package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.simulated.Script;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the hall share: a scene, and the promises that hold after each of them. */
abstract class HallPromises {

    static final Script CALLER = Script.of("19900000001");
    Scene scene = new Scene();

    /** After each story: every call that is over has one end, and no seat's chain has a gap. */
    @AfterEach
    void keepsItsPromises() {
        assertThat(scene.noted.ends.values()).allSatisfy(ends -> assertThat(ends).hasSize(1));
        var last = new java.util.HashMap<String, SeatState>();
        for (var change : scene.noted.changes) {
            assertThat(change.from()).as(change.toString()).isEqualTo(last.getOrDefault(change.seat(), SeatState.SIGNED_OUT));
            last.put(change.seat(), change.to());
        }
        scene.floor.seats.values().forEach(seat -> {
            boolean busy = seat.state.isInCall() || seat.state == SeatState.RINGING;
            assertThat(seat.call != null).as("seat %s %s %s", seat.number, seat.state, seat.call).isEqualTo(busy);
        });
    }

    static String legOf(Call call) {
        return Objects.requireNonNull(call.seatParty()).leg;
    }
}

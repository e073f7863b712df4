package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ears, and taking over. */
@DisplayName("A team lead")
class TeamLeadTests extends HallPromises {

    @Test
    void listensWhispersBargesInAndAllOfItStandsInTheLog() {
        var seat = scene.agent("1");
        var lead = scene.agent("2");
        var call = scene.talks(seat, CALLER);
        for (var kind : Switch.Ear.values()) {
            scene.does(() -> scene.control.ears.lend(lead, seat, kind));
        }
        scene.does(() -> scene.control.ears.end(lead));

        assertThat(scene.noted.logs.get(call.id)).containsSubsequence("LISTEN", "WHISPER", "BARGE", "EAR_ENDED");
        assertThat(lead.state).isEqualTo(SeatState.NOT_READY);
        assertThat(scene.line.legs()).hasSize(2);
    }

    @Test
    void takesOver() {
        var seat = scene.agent("1");
        var lead = scene.agent("2");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.takeOver(lead, seat));
        scene.pass(1);

        assertThat(lead.state).isEqualTo(SeatState.TALKING);
        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        assertThat(call.seat).isEqualTo("2");
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(call.leg, legOf(call));
    }
}

package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.simulated.Script;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture of the hall")
class ShowingTests extends HallPromises {

    @Test
    void isDrawnOnceInASecondHoweverManyCallsCome() {
        var seat = scene.agent("1");
        scene.pass(2);
        var picture = scene.control.showing.hall();
        for (int n = 0; n < 30; n++) {
            scene.line.call(Script.of("1990000010" + n));
            scene.loop.settle();
            assertThat(scene.control.showing.seat(seat).hall()).isSameAs(picture);
            assertThat(scene.control.showing.nobody(null).hall()).isSameAs(picture);
        }

        scene.pass(1);

        assertThat(scene.control.showing.hall().waiting()).isEqualTo(30);
    }

    @Test
    void keepsNoSeatFromRingingInTheSameInstant() {
        scene.agent("1");
        scene.pass(2);
        scene.control.news();
        var picture = scene.control.showing.hall();

        scene.line.call(CALLER);
        scene.loop.settle();

        assertThat(scene.control.news()).hasEntrySatisfying("agent1", seat -> {
            assertThat(seat.state()).isEqualTo(SeatState.RINGING);
            assertThat(seat.hall()).isSameAs(picture);
        });
    }

    @Test
    void saysAtOnceThatTheLineHasGone() {
        scene.agent("1");
        scene.pass(2);
        assertThat(scene.control.showing.hall().line()).isEqualTo("UP");

        scene.does(() -> scene.line.fail(false));

        assertThat(scene.control.showing.hall().line()).isEqualTo("DOWN");
    }
}

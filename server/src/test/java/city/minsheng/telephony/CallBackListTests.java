package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.simulated.Script;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is owed a call. */
@DisplayName("The call-back list")
class CallBackListTests extends HallPromises {

    @Test
    void holdsACallerOnceHoweverOftenTheyTried() {
        for (int i = 0; i < 3; i++) {
            scene.calls(CALLER.patience(2));
            scene.pass(5);
        }

        assertThat(scene.floor.callBacks.values()).singleElement().satisfies(entry -> assertThat(entry.calls).isEqualTo(3));
    }

    @Test
    void givesAnEntryToWhoWasFirst() {
        scene.calls(CALLER.patience(2));
        scene.pass(5);
        var first = scene.agent("1");
        var second = scene.agent("2");
        var entry = scene.floor.callBacks.values().iterator().next();

        scene.does(() -> scene.control.callBack(first, entry.id));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scene.control.callBack(second, entry.id))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("call-back-taken"));
        assertThat(second.state).isEqualTo(SeatState.READY);
        scene.pass(3);
        assertThat(first.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.control.showing.seat(first).toString()).doesNotContain("19900000001");
        scene.does(() -> scene.control.hangUp(first));
        assertThat(entry.result).isEqualTo(CallBack.Result.REACHED);
    }

    @Test
    void givesUpAfterThreeTries() {
        scene.calls(Script.of("19900000009").patience(2));
        scene.pass(5);
        var seat = scene.agent("1");
        var entry = scene.floor.callBacks.values().iterator().next();
        for (int i = 0; i < 3; i++) {
            scene.does(() -> scene.control.callBack(seat, entry.id));
            scene.pass(60);
            assertThat(entry.attempts).isEqualTo(i + 1);
            scene.pass(60);
        }

        assertThat(entry.state).isEqualTo(CallBack.State.GIVEN_UP);
        assertThat(scene.floor.callBacks).isEmpty();
        assertThat(seat.state).isEqualTo(SeatState.READY);
    }

    @Test
    void takesBackWhatAnAgentDidNotDial() {
        scene.calls(CALLER.patience(2));
        scene.pass(5);
        var seat = scene.agent("1");
        var entry = scene.floor.callBacks.values().iterator().next();
        scene.does(() -> scene.control.callBack(seat, entry.id));
        scene.does(() -> scene.control.hangUp(seat));

        assertThat(entry.state).isEqualTo(CallBack.State.OPEN);
        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
    }
}

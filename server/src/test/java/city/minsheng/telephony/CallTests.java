package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first ring to the last state of the seat. */
@DisplayName("A call")
class CallTests extends HallPromises {

    @Test
    void ringsAtOnceIsAnsweredRecordedRatedAndWrappedUp() {
        var seat = scene.agent("1");
        var leg = scene.calls(CALLER.rates(4));
        assertThat(seat.state).isEqualTo(SeatState.RINGING);
        var call = scene.call(leg);

        scene.answers(seat);
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(leg, legOf(call));
        scene.pass(60);
        scene.does(() -> scene.control.hangUp(seat));
        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        scene.pass(30);

        assertThat(call.end).isEqualTo(End.ANSWERED);
        assertThat(scene.noted.ratings).containsEntry(call.id, 4);
        assertThat(scene.noted.recordings.values()).containsExactly("KEPT");
        assertThat(scene.line.legs()).isEmpty();
        assertThat(scene.floor.calls).isEmpty();
        scene.pass(60);
        assertThat(seat.state).isEqualTo(SeatState.READY);
    }

    @Test
    void isAskedForARatingByMessageWhereNoKeyIsPressed() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.hangUp(seat));
        scene.pass(30);

        assertThat(scene.noted.ratings).isEmpty();
        assertThat(scene.noted.asked).containsExactly(call.id);
        assertThat(scene.line.legs()).isEmpty();
    }

    @Test
    void thatWasHiddenIsAskedForNothing() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, new Script(null, "12345", java.time.Duration.ofMinutes(2), null, null, null));
        assertThat(call.caller.isHidden()).isTrue();
        scene.does(() -> scene.control.hangUp(seat));
        scene.pass(30);

        assertThat(scene.noted.asked).isEmpty();
    }

    @Test
    void thatIsNotAnsweredGoesToTheNextSeatAndTheFirstIsNotReady() {
        var first = scene.agent("1");
        var second = scene.agent("2");
        scene.calls(CALLER);
        assertThat(first.state).isEqualTo(SeatState.RINGING);

        scene.pass(20);

        assertThat(first.state).isEqualTo(SeatState.NOT_READY);
        assertThat(first.reason).isEqualTo("NO_ANSWER");
        assertThat(second.state).isEqualTo(SeatState.RINGING);
    }

    @Test
    void thatIsRefusedGoesToTheNextSeat() {
        var first = scene.agent("1");
        var second = scene.agent("2");
        scene.calls(CALLER);

        scene.does(() -> scene.control.refuse(first));

        assertThat(first.state).isEqualTo(SeatState.NOT_READY);
        assertThat(second.state).isEqualTo(SeatState.RINGING);
        scene.answers(second);
        assertThat(second.state).isEqualTo(SeatState.TALKING);
    }

    @Test
    void ringsNowhereWhereTheTelephoneIsNotThere() {
        var first = scene.agent("1");
        scene.does(() -> scene.line.unplug("1"));
        scene.pass(10);
        assertThat(first.state).isEqualTo(SeatState.NOT_READY);
        assertThat(first.reason).isEqualTo("VANISHED");
    }

    @Test
    void thatIsAbandonedFreesTheSeatAndIsOwed() {
        var seat = scene.agent("1");
        var leg = scene.calls(CALLER.patience(8));

        scene.pass(10);

        assertThat(scene.call(leg).end).isEqualTo(End.ABANDONED);
        assertThat(seat.state).isEqualTo(SeatState.READY);
        assertThat(scene.floor.callBacks.values()).singleElement().satisfies(entry -> assertThat(entry.why).isEqualTo(CallBack.Why.ABANDONED));
    }

    @Test
    void ofWhoWasAbandonedBeforeGoesFirstAndSettlesTheDebt() {
        scene.calls(CALLER.patience(5));
        scene.pass(10);
        var other = scene.calls(Script.of("19900000002"));
        var again = scene.calls(CALLER);

        var seat = scene.agent("1");

        assertThat(seat.call).isSameAs(scene.call(again)).isNotSameAs(scene.call(other));
        scene.answers(seat);
        assertThat(scene.floor.callBacks).isEmpty();
        assertThat(scene.noted.callBacks.values()).singleElement().satisfies(entry -> assertThat(entry.result).isEqualTo(CallBack.Result.CALLED_AGAIN));
    }

    @Test
    void ofWhoCallsOftenIsNotPushedBack() {
        var seat = scene.agent("1");
        for (int i = 0; i < 5; i++) {
            scene.talks(seat, CALLER.talks(5));
            scene.pass(10);
            scene.does(() -> scene.control.wrapUp(seat, "ANSWERED", null, true));
        }
        scene.does(() -> scene.control.ask(seat, SeatState.NOT_READY, null));
        var often = scene.calls(CALLER);
        scene.calls(Script.of("19900000002"));
        scene.does(() -> scene.control.ask(seat, SeatState.READY, null));

        assertThat(seat.call).isSameAs(scene.call(often));
    }

    @Test
    void goesBackToTheAgentOfLastTime() {
        var first = scene.agent("1");
        scene.talks(first, CALLER.talks(3));
        scene.pass(5);
        scene.agent("2");
        scene.pass(200);
        scene.agent("3");
        assertThat(first.state).isEqualTo(SeatState.READY);
        scene.talks(scene.floor.seat("2"), Script.of("19900000005").talks(2));
        scene.pass(100);

        scene.calls(CALLER);

        assertThat(first.state).isEqualTo(SeatState.RINGING);
    }

    @Test
    void aboveSoManyInASecondHearsBusyAndIsOwed() {
        scene = new Scene(Map.of("minsheng.telephony.calls-per-second", 3));
        for (int n = 0; n < 5; n++) {
            scene.line.call(Script.of("1990000010" + n));
        }
        scene.pass(2);
        scene.calls(Script.of("19900000109"));

        assertThat(scene.noted.calls.values()).extracting(call -> call.end).containsExactly(null, null, null, End.BUSY, End.BUSY, null);
        assertThat(scene.floor.callBacks.values()).extracting(owed -> owed.why).containsOnly(CallBack.Why.BUSY).hasSize(2);
    }

    @Test
    void inACrowdOfWhichWeHearLateHearsBusy() {
        var before = scene.loop.now().minusSeconds(1);
        for (int n = 0; n < 30; n++) {
            scene.control.hear(new SwitchEvent.CallArrived("late-" + n, "199000001" + n, "12345", before, false));
        }

        assertThat(scene.noted.calls.values()).filteredOn(call -> call.end == End.BUSY).as("a single late one is let in").hasSize(10);
    }

    @Test
    void aboveTheLimitHearsBusyAndIsOwed() {
        scene = new Scene(Map.of("minsheng.telephony.most-calls", 3));
        for (int i = 0; i < 5; i++) {
            scene.calls(Script.of("1990000000" + i));
        }

        assertThat(scene.floor.calls).hasSize(3);
        assertThat(scene.noted.calls.values()).filteredOn(call -> call.end == End.BUSY).hasSize(2);
        assertThat(scene.floor.callBacks).hasSize(2);
    }

    @Test
    void thatWaitsTooLongIsOwed() {
        var leg = scene.calls(CALLER.patience(3600));

        scene.pass(700);

        assertThat(scene.call(leg).end).isEqualTo(End.TIMED_OUT);
        assertThat(scene.line.legs()).isEmpty();
        assertThat(scene.floor.callBacks.values()).singleElement().satisfies(entry -> assertThat(entry.why).isEqualTo(CallBack.Why.TIMED_OUT));
    }

    @Test
    void answeredBeforeTheNoticeIsOverTellsTheAgentToSayIt() {
        var seat = scene.agent("1");
        scene.line.call(CALLER);
        scene.loop.settle();
        scene.control.answer(seat);
        scene.loop.settle();
        assertThat(Objects.requireNonNull(seat.call).noticeCut).isTrue();
        scene.does(() -> scene.control.hangUp(seat));
        scene.pass(200);

        scene.calls(Script.of("19900000002"));
        scene.pass(5);
        scene.answers(seat);
        assertThat(Objects.requireNonNull(seat.call).noticeCut).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "unknown", "+1 650 253 0000", "2550001", "0312-255 0001", "sip:19900000001@host", "not a number at all, and far too long to be kept as one", "12345", "+86 199 0000 0001"})
    void isTakenFromAnyNumber(String from) {
        var seat = scene.agent("1");
        scene.calls(Script.of(from));
        scene.answers(seat);

        var shown = scene.control.showing.seat(seat);
        assertThat(shown.call()).isNotNull();
        assertThat(String.valueOf(shown.call().from())).doesNotContain("19900000001", "2550001", "6502530000");
    }

    @Test
    void ofOneNumberIsOfOneCallerHoweverItIsWritten() {
        var numbers = Scene.numbers();
        assertThat(List.of("2550001", "0312-255 0001", "+863122550001", "tel:03122550001")).allSatisfy(said ->
                assertThat(numbers.of(said).index()).isEqualTo(numbers.of("03122550001").index()));
        assertThat(numbers.of("03122550001").area()).isEqualTo("保定");
        assertThat(numbers.of("+16502530000").areaEnglish()).isEqualTo("United States");
        assertThat(numbers.of("anonymous").isHidden()).isTrue();
    }
}

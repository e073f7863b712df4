package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seats that vanish and lines that fail. */
@DisplayName("When something breaks")
class HallBrokenTests extends HallPromises {

    @Test
    void aSeatThatVanishesGivesItsCallerToTheNext() {
        var first = scene.agent("1");
        var call = scene.talks(first, CALLER);
        var second = scene.agent("2");

        scene.does(() -> scene.line.unplug("1"));
        scene.pass(4);

        assertThat(first.state).isEqualTo(SeatState.NOT_READY);
        assertThat(second.state).isEqualTo(SeatState.RINGING);
        assertThat(second.call).isSameAs(call);
        scene.answers(second);
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(call.leg, legOf(call));
    }

    @Test
    void aPageThatIsLoadedAgainInACallRingsAgainWithTheSameCallerThoughOthersAreReady() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        var other = scene.agent("2");
        var silent = legOf(call);

        scene.does(() -> scene.line.renew("1"));

        assertThat(seat.state).isEqualTo(SeatState.RINGING);
        assertThat(seat.call).isSameAs(call);
        assertThat(other.state).isEqualTo(SeatState.READY);
        assertThat(scene.line.legs()).doesNotContain(silent);
        scene.answers(seat);
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(call.leg, legOf(call));
        assertThat(scene.noted.logs.get(call.id)).containsSubsequence("ANSWERED", "SEAT_VANISHED", "ANSWERED");
    }

    @Test
    void aPageThatIsLoadedAgainAndDoesNotAnswerGivesItsCallerToTheNext() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        var other = scene.agent("2");
        scene.does(() -> scene.line.renew("1"));

        scene.pass(21);

        assertThat(seat.state).isEqualTo(SeatState.NOT_READY);
        assertThat(other.call).isSameAs(call);
    }

    @Test
    void aPageThatIsLoadedAgainWhileItRingsRingsOnceMore() {
        var seat = scene.agent("1");
        var leg = scene.calls(CALLER);
        scene.agent("2");

        scene.does(() -> scene.line.renew("1"));

        assertThat(seat.state).isEqualTo(SeatState.RINGING);
        scene.answers(seat);
        assertThat(scene.line.talkIn(scene.call(leg).conversation())).containsExactlyInAnyOrder(leg, legOf(scene.call(leg)));
    }

    @Test
    void anExpertWhosePageIsLoadedAgainInAConsultationGivesTheCallerBackToTheAgent() {
        var seat = scene.agent("1");
        var expert = scene.expert("5");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.queue("rs")));
        scene.answers(expert);

        scene.does(() -> scene.line.renew("5"));

        assertThat(expert.state).isEqualTo(SeatState.AFTER_CALL);
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(call.leg, legOf(call));
    }

    @Test
    void aLineThatComesBackWithItsCallsLosesNone() {
        var seat = scene.agent("1");
        var talking = scene.talks(seat, CALLER);
        var waiting = scene.calls(Script.of("19900000002").patience(600));
        scene.does(() -> scene.line.fail(false));
        assertThat(scene.control.showing.seat(seat).line()).isEqualTo("DOWN");
        scene.pass(5);
        scene.does(scene.line::comeBack);

        assertThat(scene.control.showing.seat(seat).line()).isEqualTo("UP");
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(talking.end).isNull();
        assertThat(scene.call(waiting).end).isNull();
        assertThat(scene.floor.callBacks).isEmpty();
    }

    @Test
    void aSwitchThatDiedOwesACallToAllWhoWereInIt() {
        var seat = scene.agent("1");
        var talking = scene.talks(seat, CALLER);
        var waiting = scene.calls(Script.of("19900000002").patience(600));
        scene.does(() -> scene.line.fail(true));
        scene.pass(5);
        scene.does(scene.line::comeBack);

        assertThat(talking.end).isEqualTo(End.CUT);
        assertThat(scene.call(waiting).end).isEqualTo(End.LOST);
        assertThat(scene.floor.callBacks.values()).extracting(entry -> entry.why).containsExactlyInAnyOrder(CallBack.Why.LOST, CallBack.Why.LOST);
        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        scene.pass(70);
        scene.calls(Script.of("19900000003"));
        assertThat(seat.state).isEqualTo(SeatState.RINGING);
    }

    @Test
    void aSwitchThatStaysAwayOwesTheCallsAfterAWhile() {
        var seat = scene.agent("1");
        var talking = scene.talks(seat, CALLER);
        scene.does(() -> scene.line.fail(true));
        scene.pass(31);

        assertThat(talking.end).isEqualTo(End.CUT);
        assertThat(scene.floor.callBacks).hasSize(1);
    }

    @Test
    void twoPeopleDoNotSitAtOneSeatAndOnePersonNotAtTwo() {
        var seat = scene.agent("1");
        var staff = Objects.requireNonNull(seat.staff);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scene.control.signIn(seat, new Staff("other", "他", "Other", null, List.of())));

        scene.does(() -> scene.control.signIn(scene.floor.seat("3"), staff));

        assertThat(seat.staff).isNull();
        assertThat(seat.state).isEqualTo(SeatState.SIGNED_OUT);
        assertThat(scene.floor.seat("3").staff).isEqualTo(staff);
    }
}

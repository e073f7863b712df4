package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hold, consult, transfer, three-party, recording. */
@DisplayName("In the call")
class InTheCallTests extends HallPromises {

    @Test
    void holdAndMuteAreStatesOfTheirOwn() {
        var seat = scene.agent("1");
        scene.talks(seat, CALLER);

        scene.does(() -> scene.control.talking.hold(seat));
        assertThat(seat.state).isEqualTo(SeatState.HOLDING);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scene.control.talking.mute(seat, true));
        scene.does(() -> scene.control.talking.unhold(seat));
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        scene.does(() -> scene.control.talking.mute(seat, true));
        assertThat(seat.state).isEqualTo(SeatState.MUTED);
        scene.does(() -> scene.control.talking.mute(seat, false));
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
    }

    @Test
    void aDepartmentIsAskedWhileTheCallerHearsMusicAndThenTakesTheCall() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.department()));
        assertThat(seat.state).isEqualTo(SeatState.HOLDING);
        scene.pass(3);
        assertThat(scene.line.talkIn(call.consultation())).contains(legOf(call)).hasSize(2);
        assertThat(scene.line.talkIn(call.conversation())).containsExactly(call.leg);

        scene.does(() -> scene.control.talking.completeTransfer(seat, "问维修基金"));

        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        assertThat(scene.line.talkIn(call.conversation())).contains(call.leg).hasSize(2);
        assertThat(call.end).isNull();
        scene.does(() -> scene.line.callerHangsUp(call.leg));
        assertThat(call.end).isEqualTo(End.ANSWERED);
        assertThat(scene.line.legs()).isEmpty();
    }

    @Test
    void threeSpeakTogetherAndTheAgentGoesOnWhenTheDepartmentLeaves() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.department()));
        scene.pass(3);
        scene.does(() -> scene.control.talking.conference(seat));
        assertThat(seat.state).isEqualTo(SeatState.CONFERENCE);
        assertThat(scene.line.talkIn(call.conversation())).hasSize(3);

        var outside = call.parties.values().stream().filter(party -> party.part == Call.Part.OUTSIDE).findFirst().orElseThrow();
        scene.does(() -> scene.line.putDown(outside.leg));

        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.line.talkIn(call.conversation())).hasSize(2);
    }

    @Test
    void aDroppedConsultationBringsTheCallerBack() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.department()));
        scene.pass(3);
        scene.does(() -> scene.control.talking.dropConsult(seat));

        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(call.held).isFalse();
        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(call.leg, legOf(call));
    }

    @Test
    void aColleagueWhoDoesNotAnswerAConsultationIsNotReady() {
        var seat = scene.agent("1");
        var other = scene.agent("2");
        scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.seat("2")));
        assertThat(other.state).isEqualTo(SeatState.RINGING);

        scene.pass(21);

        assertThat(other.state).isEqualTo(SeatState.NOT_READY);
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
    }

    @Test
    void aColleagueTakesTheCallerOver() {
        var seat = scene.agent("1");
        var expert = scene.expert("5");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.consult(seat, Scene.queue("rs")));
        scene.answers(expert);
        scene.does(() -> scene.control.talking.completeTransfer(seat, "社保转移"));

        assertThat(expert.state).isEqualTo(SeatState.TALKING);
        assertThat(call.seat).isEqualTo("5");
        assertThat(Objects.requireNonNull(call.handed).notes()).isEqualTo("社保转移");
        scene.does(() -> scene.control.hangUp(expert));
        assertThat(call.end).isEqualTo(End.ANSWERED);
    }

    @Test
    void aColdTransferToAQueueKeepsTheCallersAge() {
        var seat = scene.agent("1");
        var expert = scene.expert("5");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.transfer(seat, Scene.queue("rs"), "社保"));

        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        assertThat(expert.state).isEqualTo(SeatState.RINGING);
        scene.answers(expert);
        assertThat(call.seat).isEqualTo("5");
        assertThat(call.transfers).isOne();
    }

    @Test
    void aTransferToExpertsWhoAreNotThereBooksTheirCallAndKeepsTheCaller() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);

        var booked = scene.control.talking.transfer(seat, Scene.queue("rs"), "问工伤认定");

        assertThat(booked).isNotNull();
        assertThat(booked.promisedBy).isNotNull();
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(call.end).isNull();
    }

    @Test
    void aColdTransferThatNobodyTakesComesBack() {
        var seat = scene.agent("1");
        var other = scene.agent("2");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.transfer(seat, Scene.seat("2"), ""));
        assertThat(other.state).isEqualTo(SeatState.RINGING);
        scene.does(() -> scene.control.wrapUp(seat, null, null, true));

        scene.does(() -> scene.control.refuse(other));

        assertThat(seat.state).isEqualTo(SeatState.RINGING);
        assertThat(seat.call).isSameAs(call);
    }

    @Test
    void aColdTransferOutsideThatIsNotAnsweredComesBackBeforeAllOthers() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.transfer(seat, new Target(Target.Kind.DEPARTMENT, "x", "单位", "Office", "13900000008"), ""));
        var waiting = scene.calls(Script.of("19900000002"));
        scene.pass(5);
        scene.does(() -> scene.control.wrapUp(seat, null, null, true));

        assertThat(seat.call).isSameAs(call).isNotSameAs(scene.call(waiting));
    }

    @Test
    void thePoliceAreJoinedByOneActWithPlaceAndSummary() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.emergency(seat, Scene.police(), "定州东站", "有人打架", false));
        scene.pass(3);

        assertThat(seat.state).isEqualTo(SeatState.CONFERENCE);
        assertThat(scene.line.talkIn(call.conversation())).hasSize(3);
        assertThat(scene.noted.handOvers).containsExactly("110 定州东站 有人打架");
        var police = call.parties.values().stream().filter(party -> party.part == Call.Part.OUTSIDE).findFirst().orElseThrow();
        scene.does(() -> scene.line.putDown(police.leg));
        assertThat(seat.state).as("still unclear whose: we keep it").isEqualTo(SeatState.TALKING);
    }

    @Test
    void aTransferToThePoliceLetsTheAgentGoOnceTheyAreThere() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.talking.emergency(seat, Scene.police(), "", "", true));
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        scene.pass(3);

        assertThat(seat.state).isEqualTo(SeatState.AFTER_CALL);
        assertThat(scene.line.talkIn(call.conversation())).hasSize(2).contains(call.leg);
    }

    @Test
    void theRecordingIsPausedForWhatNobodyMayKeep() {
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);
        scene.does(() -> scene.control.recorder.pause(call, seat, true));
        assertThat(scene.control.showing.call(call).recording()).isEqualTo("PAUSED");
        scene.does(() -> scene.control.recorder.pause(call, seat, false));
        assertThat(scene.control.showing.call(call).recording()).isEqualTo("ON");
    }

    @Test
    void aFullDiskStopsRecordingsAndNoCall() {
        scene.control.recorder.room(false);
        var seat = scene.agent("1");
        var call = scene.talks(seat, CALLER);

        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        assertThat(scene.control.showing.call(call).recording()).isEqualTo("FAILED");
        assertThat(scene.noted.recordings).isEmpty();
    }

    @Test
    void aWishForABreakWaitsForTheEndOfTheCall() {
        var seat = scene.agent("1");
        scene.talks(seat, CALLER);
        scene.does(() -> scene.control.ask(seat, SeatState.BREAK, "MEAL"));
        assertThat(seat.state).isEqualTo(SeatState.TALKING);
        scene.does(() -> scene.control.hangUp(seat));
        scene.does(() -> scene.control.wrapUp(seat, "ANSWERED", "已答复", true));

        assertThat(seat.state).isEqualTo(SeatState.BREAK);
    }

    @Test
    void nobodySignsOut() {
        var seat = scene.agent("1");
        scene.talks(seat, CALLER);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> scene.control.signOut(seat));
    }
}

package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The hall")
class HallTests {

    private static final Script CALLER = Script.of("19900000001");
    private Scene scene = new Scene();

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

    private static String legOf(Call call) {
        return Objects.requireNonNull(call.seatParty()).leg;
    }

    @Nested
    class ACall {

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

    @Nested
    class WhileWaiting {

        @Test
        void aCallerHearsGreetingPlaceAndMayAskToBeCalledBackKeepingThePlace() {
            var agent = scene.agent("1");
            scene.talks(agent, Script.of("19900000007"));
            var leg = scene.calls(CALLER.presses("1").patience(300));
            var later = scene.calls(Script.of("19900000003").patience(900));

            scene.pass(45);
            var call = scene.call(leg);
            assertThat(call.end).isEqualTo(End.CALL_BACK);
            assertThat(scene.noted.logs.get(call.id)).contains("ANNOUNCED", "CALL_BACK_CHOSEN");
            assertThat(scene.floor.callBacks).hasSize(1);

            scene.does(() -> scene.control.hangUp(agent));
            scene.does(() -> scene.control.wrapUp(agent, null, null, true));
            assertThat(agent.state).isEqualTo(SeatState.RINGING);
            assertThat(Objects.requireNonNull(agent.call).purpose).isEqualTo(Call.Purpose.CALL_BACK);
            scene.answers(agent);
            scene.pass(5);

            assertThat(Objects.requireNonNull(agent.call).phase).isEqualTo(Call.Phase.TALKING);
            assertThat(agent.call.answeredAt).isNotNull();
            assertThat(scene.call(later).phase).isEqualTo(Call.Phase.WAITING);
            scene.does(() -> scene.control.hangUp(agent));
            scene.pass(30);
            assertThat(scene.floor.callBacks).isEmpty();
        }

        @Test
        void nobodyWhoHidesTheNumberIsOfferedWhatCannotBeKept() {
            var leg = scene.calls(new Script(null, "12345", java.time.Duration.ofMinutes(5), null, null, "1"));
            scene.pass(100);

            assertThat(scene.call(leg).end).isNull();
            assertThat(scene.floor.callBacks).isEmpty();
        }

        @Test
        void aFlaggedCallerGoesToTheDialectQueue() {
            scene.floor.remembered.needsDialect(Objects.requireNonNull(Scene.numbers().of("19900000001").index()), true);
            var speaks = scene.sits("2", "agent2", new CallRouter.Skill("dialect", 1));
            scene.agent("1");

            scene.calls(CALLER);

            assertThat(speaks.state).isEqualTo(SeatState.RINGING);
        }

        @Test
        void numbersArePutTogetherFromPrompts() {
            assertThat(Queueing.number(7)).containsExactly("n-7");
            assertThat(Queueing.number(20)).containsExactly("n-20");
            assertThat(Queueing.number(23)).containsExactly("n-20", "n-3");
        }
    }

    @Nested
    class InTheCall {

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

    @Nested
    class ATeamLead {

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

    @Nested
    class CallBackList {

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

    @Nested
    class WhenSomethingBreaks {

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

    /** A day of chance: whatever people and callers do, the promises above hold. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void keepsItsPromisesWhateverHappens(long seed) {
        var random = new Random(seed);
        for (int i = 1; i <= 4; i++) {
            scene.agent("" + i);
        }
        scene.expert("5");
        for (int step = 0; step < 400; step++) {
            something(random);
            scene.pass(random.nextInt(12));
        }
        scene.pass(2000);
        assertThat(scene.floor.calls.values()).allSatisfy(call -> assertThat(call.direction == Call.Direction.OUT || !call.isOver()).isTrue());
        var owed = scene.noted.calls.values().stream().filter(call -> call.end != null && call.end.isOwed() && !call.caller.isHidden() && call.direction == Call.Direction.IN).count();
        assertThat(scene.noted.callBacks.values().stream().mapToInt(entry -> entry.calls).sum()).isGreaterThanOrEqualTo((int) owed);
    }

    private void something(Random random) {
        var seat = scene.floor.seat("" + (1 + random.nextInt(5)));
        var other = "" + (1 + random.nextInt(5));
        try {
            scene.does(() -> {
                switch (random.nextInt(24)) {
                    case 0, 1, 2, 3, 4 -> scene.line.call(new Script(random.nextInt(10) == 0 ? null : "1990000000" + random.nextInt(8), random.nextInt(6) == 0 ? "2551241" : "12345",
                            java.time.Duration.ofSeconds(5 + random.nextInt(200)), random.nextBoolean() ? java.time.Duration.ofSeconds(random.nextInt(90)) : null,
                            random.nextBoolean() ? 1 + random.nextInt(5) : null, random.nextInt(4) == 0 ? "1" : null));
                    case 5, 6, 7, 8 -> scene.control.answer(seat);
                    case 9 -> scene.control.refuse(seat);
                    case 10, 11 -> scene.control.hangUp(seat);
                    case 12 -> scene.control.talking.hold(seat);
                    case 13 -> scene.control.talking.unhold(seat);
                    case 14 -> scene.control.talking.mute(seat, random.nextBoolean());
                    case 15 -> scene.control.talking.consult(seat, random.nextBoolean() ? Scene.department() : Scene.seat(other));
                    case 16 -> scene.control.talking.completeTransfer(seat, "");
                    case 17 -> scene.control.talking.conference(seat);
                    case 18 -> scene.control.talking.dropConsult(seat);
                    case 19 -> scene.control.talking.transfer(seat, random.nextBoolean() ? Scene.queue("rs") : random.nextBoolean() ? Scene.seat(other) : Scene.department(), "");
                    case 20 -> scene.control.talking.emergency(seat, Scene.police(), "", "", random.nextBoolean());
                    case 21 -> scene.control.ask(seat, random.nextInt(5) == 0 ? SeatState.BREAK : SeatState.READY, null);
                    case 22 -> scene.control.wrapUp(seat, null, null, true);
                    case 23 -> rare(random, seat, other);
                    default -> throw new IllegalStateException();
                }
            });
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private void rare(Random random, Seat seat, String other) {
        switch (random.nextInt(6)) {
            case 0 -> scene.line.unplug(seat.number);
            case 1 -> scene.line.provisionSeat(seat.number, "x");
            case 2 -> scene.control.talking.takeOver(seat, scene.floor.seat(other));
            case 3 -> scene.control.ears.lend(seat, scene.floor.seat(other), Switch.Ear.LISTEN);
            case 4 -> scene.floor.callBacks.keySet().stream().findFirst().ifPresent(id -> scene.control.callBack(seat, id));
            default -> {
                scene.line.fail(random.nextBoolean());
                scene.loop.settle();
                scene.line.comeBack();
            }
        }
    }
}

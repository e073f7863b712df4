package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Switch.Ear;
import city.minsheng.telephony.Switch.Leg;
import city.minsheng.telephony.Switch.Side;
import city.minsheng.telephony.Switch.Target;
import city.minsheng.telephony.SwitchEvent.CallArrived;
import city.minsheng.telephony.SwitchEvent.Digits;
import city.minsheng.telephony.SwitchEvent.Failure;
import city.minsheng.telephony.SwitchEvent.Joined;
import city.minsheng.telephony.SwitchEvent.Known;
import city.minsheng.telephony.SwitchEvent.Left;
import city.minsheng.telephony.SwitchEvent.LegAnswered;
import city.minsheng.telephony.SwitchEvent.LegEnded;
import city.minsheng.telephony.SwitchEvent.LegFailed;
import city.minsheng.telephony.SwitchEvent.LegRinging;
import city.minsheng.telephony.SwitchEvent.PromptFinished;
import city.minsheng.telephony.SwitchEvent.RecordingReady;
import city.minsheng.telephony.World.Manner;
import city.minsheng.telephony.World.Telephone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the hall may expect of any switch. Each implementation is put through all of it. */
public abstract class SwitchContract {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final List<SwitchEvent> told = new ArrayList<>();
    private final List<Telephone> phones = new ArrayList<>();
    private World world;
    private Switch theSwitch;

    /** A switch that is started and tells {@code listener}; nothing is going on in it. */
    protected abstract World world(java.util.function.Consumer<SwitchEvent> listener);

    @BeforeEach
    void begin() {
        world = world(event -> {
            synchronized (told) {
                told.add(event);
            }
        });
        theSwitch = world.theSwitch();
    }

    @AfterEach
    void everybodyHangsUp() {
        phones.forEach(Telephone::hangUp);
    }

    private List<SwitchEvent> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    private <E extends SwitchEvent> E hear(Class<E> kind, Predicate<E> which) {
        for (int i = 0; i < PATIENCE.toMillis() / STEP.toMillis(); i++) {
            var found = told().stream().filter(kind::isInstance).map(kind::cast).filter(which).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            world.pass(STEP);
        }
        throw new AssertionError("No " + kind.getSimpleName() + " in " + told());
    }

    private void hear(SwitchEvent event) {
        hear(event.getClass(), event::equals);
    }

    private void nothingMore() {
        world.pass(Duration.ofMillis(400));
    }

    private long count(SwitchEvent event) {
        return told().stream().filter(event::equals).count();
    }

    private Telephone call(String from) {
        var caller = world.call(from, "12345");
        phones.add(caller);
        return caller;
    }

    private Telephone seat(String number, Manner manner) {
        var seat = world.seat(number, manner);
        phones.add(seat);
        return seat;
    }

    /** Somebody has called and was answered. */
    private String answered(String from) {
        call(from);
        var leg = hear(CallArrived.class, arrived -> arrived.from().equals(from)).leg();
        theSwitch.answer(leg);
        return leg;
    }

    /** The seat has answered. */
    private String answering(String leg, String number, String call) {
        seat(number, Manner.ANSWERS);
        theSwitch.dial(leg, new Target.Seat(number), "138****0001", MINUTE, call);
        hear(new LegAnswered(leg));
        return leg;
    }

    /** A caller and a seat speak with one another. */
    private String talk(String from) {
        var caller = answered(from);
        var seat = answering(caller + "-s1", "1", caller);
        theSwitch.join(caller + "-c", List.of(caller, seat));
        hear(new Joined(caller + "-c", caller));
        hear(new Joined(caller + "-c", seat));
        return caller;
    }

    private Switch.Snapshot snapshot() {
        synchronized (told) {
            told.removeIf(Known.class::isInstance);
        }
        theSwitch.askSnapshot();
        return hear(Known.class, known -> true).snapshot();
    }

    @Nested
    class ACaller {

        @Test
        void isToldWithBothNumbers() {
            call("13800000001");

            var arrived = hear(CallArrived.class, any -> true);

            assertThat(arrived.from()).isEqualTo("13800000001");
            assertThat(arrived.to()).isEqualTo("12345");
            assertThat(arrived.leg()).matches("[A-Za-z0-9._-]+");
            assertThat(arrived.waited()).isFalse();
        }

        @Test
        void whoHangsUpUnansweredHasEndedOnce() {
            var caller = call("13800000001");
            var leg = hear(CallArrived.class, any -> true).leg();

            caller.hangUp();
            hear(new LegEnded(leg));
            nothingMore();

            assertThat(count(new LegEnded(leg))).isEqualTo(1);
        }

        @Test
        void whoIsHungUpHasEndedOnce() {
            var leg = answered("13800000001");

            theSwitch.hangUp(leg);
            theSwitch.hangUp(leg);
            hear(new LegEnded(leg));
            nothingMore();

            assertThat(count(new LegEnded(leg))).isEqualTo(1);
        }

        @Test
        void canBeRejectedWithAndWithoutAPrompt() {
            call("13800000001");
            var first = hear(CallArrived.class, arrived -> arrived.from().equals("13800000001")).leg();
            call("13800000002");
            var second = hear(CallArrived.class, arrived -> arrived.from().equals("13800000002")).leg();

            theSwitch.reject(first, null);
            theSwitch.reject(second, "thanks");

            hear(new LegEnded(first));
            hear(new LegEnded(second));
        }

        @Test
        void whoHasGoneMayBeAskedForAnything() {
            var leg = answered("13800000001");
            theSwitch.hangUp(leg);
            hear(new LegEnded(leg));

            theSwitch.answer(leg);
            theSwitch.startMusic(leg);
            theSwitch.mute(leg, true);
            theSwitch.sendDigits(leg, "1");
            theSwitch.join(leg + "-c", List.of(leg));
            theSwitch.play(leg, List.of("welcome"), leg + "-p1");
            nothingMore();

            assertThat(theSwitch.isUp()).isTrue();
            assertThat(count(new LegEnded(leg))).isEqualTo(1);
        }
    }

    @Nested
    class ADialledSeat {

        @Test
        void ringsAndAnswers() {
            seat("1", Manner.ANSWERS);

            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            hear(new LegRinging("x-s1"));
            hear(new LegAnswered("x-s1"));
            theSwitch.hangUp("x-s1");
            hear(new LegEnded("x-s1"));

            assertThat(told().indexOf(new LegRinging("x-s1"))).isLessThan(told().indexOf(new LegAnswered("x-s1")));
        }

        @ParameterizedTest
        @CsvSource({"BUSY, BUSY", "REFUSES, REJECTED", "UNREACHABLE, UNREACHABLE"})
        void thatDoesNotTakeTheCallSaysWhy(Manner manner, Failure failure) {
            seat("2", manner);

            theSwitch.dial("y-s1", new Target.Seat("2"), "138****0001", MINUTE, "y");

            hear(new LegFailed("y-s1", failure));
        }

        @Test
        void thatDoesNotAnswerInTimeHasFailed() {
            seat("1", Manner.RINGS);

            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", Duration.ofSeconds(1), "x");
            hear(new LegFailed("x-s1", Failure.NO_ANSWER));
            nothingMore();

            assertThat(told()).doesNotContain(new LegEnded("x-s1"), new LegAnswered("x-s1"));
        }

        @Test
        void thatIsNoLongerNeededStopsRinging() {
            seat("1", Manner.RINGS);
            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            hear(new LegRinging("x-s1"));

            theSwitch.hangUp("x-s1");

            hear(LegFailed.class, failed -> failed.leg().equals("x-s1"));
        }

        @Test
        void ringsOnceForTheSameLeg() {
            seat("1", Manner.RINGS);

            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            hear(new LegRinging("x-s1"));
            nothingMore();

            assertThat(told()).containsOnlyOnce(new LegRinging("x-s1")).noneMatch(LegFailed.class::isInstance);
        }

        @Test
        void thatHangsUpHasEnded() {
            var seat = seat("1", Manner.ANSWERS);
            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            hear(new LegAnswered("x-s1"));

            seat.hangUp();

            hear(new LegEnded("x-s1"));
        }
    }

    @Nested
    class ANumberOutside {

        @Test
        void ringsAndAnswers() {
            phones.add(world.number("03120000110", Manner.ANSWERS));

            theSwitch.dial("x-o1", new Target.Number("03120000110"), "12345", MINUTE, "x");

            hear(new LegRinging("x-o1"));
            hear(new LegAnswered("x-o1"));
        }

        @Test
        void thatIsBusySaysSo() {
            phones.add(world.number("03120000118", Manner.BUSY));

            theSwitch.dial("x-o1", new Target.Number("03120000118"), "12345", MINUTE, "x");

            hear(new LegFailed("x-o1", Failure.BUSY));
        }
    }

    @Nested
    class AConversation {

        @Test
        void tellsWhoJoinedOnceAndWhoLeft() {
            var call = talk("13800000001");

            theSwitch.join(call + "-c", List.of(call, call + "-s1"));
            theSwitch.remove(call + "-c", call + "-s1");
            hear(new Left(call + "-c", call + "-s1"));
            nothingMore();

            assertThat(count(new Joined(call + "-c", call))).isEqualTo(1);
            assertThat(count(new Joined(call + "-c", call + "-s1"))).isEqualTo(1);
            assertThat(told()).doesNotContain(new LegEnded(call), new LegEnded(call + "-s1"));
        }

        @Test
        void endsWithoutItsLegs() {
            var call = talk("13800000001");

            theSwitch.endConversation(call + "-c");
            hear(new Left(call + "-c", call));
            hear(new Left(call + "-c", call + "-s1"));
            nothingMore();

            assertThat(told()).doesNotContain(new LegEnded(call), new LegEnded(call + "-s1"));
            assertThat(snapshot().conversations()).isEmpty();
        }

        @Test
        void isLeftByAHangUpBeforeTheLegEnds() {
            var call = talk("13800000001");

            theSwitch.hangUp(call + "-s1");
            hear(new LegEnded(call + "-s1"));

            assertThat(told().indexOf(new Left(call + "-c", call + "-s1"))).isBetween(0, told().indexOf(new LegEnded(call + "-s1")));
        }

        @Test
        void takesAThird() {
            var call = talk("13800000001");
            phones.add(world.number("03120000110", Manner.ANSWERS));
            theSwitch.dial(call + "-o1", new Target.Number("03120000110"), "12345", MINUTE, call);
            hear(new LegAnswered(call + "-o1"));

            theSwitch.join(call + "-c", List.of(call + "-o1"));
            hear(new Joined(call + "-c", call + "-o1"));

            assertThat(snapshot().conversations()).singleElement()
                    .satisfies(one -> assertThat(one.legs()).containsExactlyInAnyOrder(call, call + "-s1", call + "-o1"));
        }

        @Test
        void thatIsHeldIsLeftByNobody() {
            var call = talk("13800000001");

            theSwitch.hold(call + "-c", call);
            nothingMore();
            var held = snapshot();
            theSwitch.unhold(call + "-c", call);
            nothingMore();

            assertThat(told()).noneMatch(Left.class::isInstance);
            assertThat(count(new Joined(call + "-c", call))).isEqualTo(1);
            assertThat(held.conversations()).singleElement().satisfies(one -> assertThat(one.legs()).containsExactlyInAnyOrder(call, call + "-s1"));
        }

        @Test
        void withTheCallerHeldLetsTheAgentAskSomebodyElse() {
            var call = talk("13800000001");
            theSwitch.hold(call + "-c", call);
            phones.add(world.number("03120000110", Manner.ANSWERS));
            theSwitch.dial(call + "-o1", new Target.Number("03120000110"), "12345", MINUTE, call);
            hear(new LegAnswered(call + "-o1"));

            theSwitch.join(call + "-x1", List.of(call + "-s1", call + "-o1"));
            hear(new Joined(call + "-x1", call + "-o1"));
            hear(new Left(call + "-c", call + "-s1"));
            theSwitch.join(call + "-c", List.of(call + "-s1"));
            theSwitch.unhold(call + "-c", call);
            hear(new Left(call + "-x1", call + "-s1"));
            nothingMore();

            assertThat(told()).doesNotContain(new Left(call + "-c", call), new LegEnded(call));
            assertThat(snapshot().conversations()).filteredOn(one -> one.id().equals(call + "-c")).singleElement()
                    .satisfies(one -> assertThat(one.legs()).containsExactlyInAnyOrder(call, call + "-s1"));
        }

        @RepeatedTest(5) // one in three or ten went wrong
        void thatHasEndedCanBeHeldAgainAtOnce() {
            var call = talk("13800000001");

            theSwitch.endConversation(call + "-c");
            theSwitch.join(call + "-c", List.of(call, call + "-s1"));
            nothingMore();

            assertThat(snapshot().conversations()).singleElement()
                    .satisfies(one -> assertThat(one.legs()).containsExactlyInAnyOrder(call, call + "-s1"));
        }

        @RepeatedTest(5) // one in three or ten went wrong
        void thatHasEndedCanBeHeldAgainWithAnother() {
            var call = talk("13800000001");
            theSwitch.endConversation(call + "-c");
            theSwitch.hangUp(call + "-s1");
            theSwitch.play(call, List.of("hold-on"), "p1");
            answering(call + "-s2", "2", call);

            theSwitch.stopPlay("p1");
            theSwitch.join(call + "-c", List.of(call, call + "-s2"));
            hear(new Joined(call + "-c", call + "-s2"));
            nothingMore();

            assertThat(snapshot().conversations()).singleElement()
                    .satisfies(one -> assertThat(one.legs()).containsExactlyInAnyOrder(call, call + "-s2"));
        }

        @Test
        void whichEverybodyHasLeftIsNoMore() {
            var call = talk("13800000001");

            theSwitch.hangUp(call);
            theSwitch.hangUp(call + "-s1");
            hear(new LegEnded(call));
            hear(new LegEnded(call + "-s1"));
            nothingMore();

            assertThat(snapshot()).isEqualTo(new Switch.Snapshot(List.of(), List.of(), snapshot().seatsOnline()));
        }
    }

    @Nested
    class APrompt {

        @Test
        void finishesOnce() {
            var leg = answered("13800000001");

            theSwitch.play(leg, List.of("n-1", "n-2"), leg + "-p1");
            hear(new PromptFinished(leg + "-p1"));
            nothingMore();

            assertThat(count(new PromptFinished(leg + "-p1"))).isEqualTo(1);
        }

        @Test
        void thatIsStoppedHasFinished() {
            var leg = answered("13800000001");
            theSwitch.play(leg, List.of("welcome", "welcome", "welcome"), leg + "-p1");
            nothingMore();

            theSwitch.stopPlay(leg + "-p1");
            hear(new PromptFinished(leg + "-p1"));
            theSwitch.stopPlay(leg + "-p1");
            nothingMore();

            assertThat(count(new PromptFinished(leg + "-p1"))).isEqualTo(1);
        }

        @Test
        void thatDoesNotExistHasFinished() {
            var leg = answered("13800000001");

            theSwitch.play(leg, List.of("nobody-has-said-this"), leg + "-p1");

            hear(new PromptFinished(leg + "-p1"));
        }

        @Test
        void onALegThatEndsHasFinished() {
            var leg = answered("13800000001");
            theSwitch.play(leg, List.of("welcome", "welcome", "welcome"), leg + "-p1");

            theSwitch.hangUp(leg);

            hear(new LegEnded(leg));
            hear(new PromptFinished(leg + "-p1"));
        }
    }

    @Nested
    class Keys {

        @Test
        void areTaken() {
            var caller = call("13800000001");
            var leg = hear(CallArrived.class, any -> true).leg();
            theSwitch.answer(leg);
            theSwitch.collectDigits(leg, 1, MINUTE, "12345");
            world.pass(Duration.ofMillis(1200));

            caller.press("5");

            hear(new Digits(leg, "5", true));
        }

        @Test
        void thatDoNotCountAreOverheard() {
            var caller = call("13800000001");
            var leg = hear(CallArrived.class, any -> true).leg();
            theSwitch.answer(leg);
            theSwitch.collectDigits(leg, 2, MINUTE, "12345");
            world.pass(Duration.ofMillis(1200)); // nobody is quicker with a finger

            for (var key : List.of("9", "3", "4")) {
                caller.press(key);
                nothingMore();
            }

            hear(new Digits(leg, "34", true));
        }

        @Test
        void areWaitedForNotForEver() {
            var leg = answered("13800000001");

            theSwitch.collectDigits(leg, 1, Duration.ofSeconds(1), "12345");

            hear(new Digits(leg, "", false));
        }
    }

    @Nested
    class ARecording {

        @Test
        void isReadyWhenItWasStopped() {
            var call = talk("13800000001");
            theSwitch.startRecording(call + "-c", call + "-r1");
            world.pass(Duration.ofMillis(1500));

            theSwitch.stopRecording(call + "-r1");
            var ready = hear(RecordingReady.class, any -> true);

            assertThat(ready.name()).isEqualTo(call + "-r1");
            assertThat(ready.file()).exists();
            assertThat(ready.length()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        }

        @Test
        void isReadyWhenTheConversationEnds() {
            var call = talk("13800000001");
            theSwitch.startRecording(call + "-c", call + "-r1");
            nothingMore();

            theSwitch.hangUp(call);
            theSwitch.endConversation(call + "-c");

            hear(RecordingReady.class, ready -> ready.name().equals(call + "-r1"));
        }

        @Test
        void keepsItsTimeWhileItIsPaused() {
            var call = talk("13800000001");
            theSwitch.startRecording(call + "-c", call + "-r1");
            world.pass(Duration.ofMillis(700));
            theSwitch.pauseRecording(call + "-r1");
            world.pass(Duration.ofMillis(1000));
            theSwitch.resumeRecording(call + "-r1");
            world.pass(Duration.ofMillis(700));

            theSwitch.stopRecording(call + "-r1");

            assertThat(hear(RecordingReady.class, any -> true).length()).isGreaterThan(Duration.ofMillis(1900));
        }

        @Test
        void goesOnAfterAConsultationBesideIt() {
            var call = talk("13800000001");
            theSwitch.startRecording(call + "-c", call + "-r1");
            world.pass(Duration.ofMillis(1000));
            theSwitch.hold(call + "-c", call);
            theSwitch.remove(call + "-c", call + "-s1");
            hear(new Left(call + "-c", call + "-s1"));
            nothingMore();

            theSwitch.join(call + "-c", List.of(call + "-s1"));
            theSwitch.unhold(call + "-c", call);
            world.pass(Duration.ofMillis(1500));
            assertThat(told()).noneMatch(RecordingReady.class::isInstance);
            theSwitch.stopRecording(call + "-r1");

            assertThat(hear(RecordingReady.class, any -> true).length()).isGreaterThan(Duration.ofMillis(2000));
            assertThat(told()).filteredOn(RecordingReady.class::isInstance).hasSize(1);
        }

        @Test
        void isSeenInTheSnapshot() {
            var call = talk("13800000001");
            theSwitch.startRecording(call + "-c", call + "-r1");
            nothingMore();

            assertThat(snapshot().conversations()).singleElement().satisfies(one -> assertThat(one.recorded()).isTrue());
        }
    }

    @Nested
    class AnEar {

        private String lend(Ear kind) {
            var call = talk("13800000001");
            seat("3", Manner.ANSWERS);
            theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", kind);
            hear(new LegAnswered(call + "-e1"));
            return call;
        }

        @Test
        void thatListensIsNoPartOfTheConversation() {
            var call = lend(Ear.LISTEN);
            nothingMore();

            assertThat(told()).doesNotContain(new Joined(call + "-c", call + "-e1"));
            assertThat(snapshot().conversations()).singleElement().satisfies(one -> assertThat(one.legs()).doesNotContain(call + "-e1"));
        }

        @Test
        void thatBargesInIsPartOfIt() {
            var call = lend(Ear.BARGE);

            hear(new Joined(call + "-c", call + "-e1"));
        }

        @Test
        void changesItsKind() {
            var call = lend(Ear.LISTEN);

            theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.WHISPER);
            nothingMore();
            theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.BARGE);
            hear(new Joined(call + "-c", call + "-e1"));
            theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.LISTEN);
            hear(new Left(call + "-c", call + "-e1"));
            nothingMore();

            assertThat(told()).doesNotContain(new LegEnded(call + "-e1"));
        }

        @Test
        void thatIsTakenBackLeavesTheOthersAlone() {
            var call = lend(Ear.WHISPER);

            theSwitch.hangUp(call + "-e1");
            hear(new LegEnded(call + "-e1"));
            nothingMore();

            assertThat(told()).doesNotContain(new LegEnded(call), new LegEnded(call + "-s1")).noneMatch(Left.class::isInstance);
        }

        @Test
        void hasNothingToHearWhenTheAgentHasGone() {
            var call = lend(Ear.LISTEN);

            theSwitch.hangUp(call + "-s1");

            hear(new LegEnded(call + "-s1"));
            hear(new LegEnded(call + "-e1"));
        }
    }

    @Nested
    class ASnapshot {

        @Test
        void namesEveryLegAndItsCall() {
            var call = talk("13800000001");

            var legs = snapshot().legs();

            assertThat(legs).extracting(Leg::id).containsExactlyInAnyOrder(call, call + "-s1");
            assertThat(legs).allSatisfy(leg -> assertThat(leg.forCall()).isEqualTo(call)).allSatisfy(leg -> assertThat(leg.answered()).isTrue());
            assertThat(legs).filteredOn(leg -> leg.side() == Side.SEAT).singleElement().extracting(Leg::seat).isEqualTo("1");
            assertThat(legs).filteredOn(leg -> leg.side() == Side.CALLER).singleElement()
                    .satisfies(leg -> assertThat(Set.of(leg.from(), leg.to())).isEqualTo(Set.of("13800000001", "12345")));
        }

        @Test
        void knowsWhoIsStillRinging() {
            seat("1", Manner.RINGS);
            theSwitch.dial("x-s1", new Target.Seat("1"), "138****0001", MINUTE, "x");
            hear(new LegRinging("x-s1"));

            assertThat(snapshot().legs()).singleElement().satisfies(leg -> {
                assertThat(leg.answered()).isFalse();
                assertThat(leg.side()).isEqualTo(Side.SEAT);
                assertThat(leg.forCall()).isEqualTo("x");
            });
        }
    }
}

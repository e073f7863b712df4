package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.CallRouter.RouterEvent;
import city.minsheng.telephony.CallRouter.Skill;
import city.minsheng.telephony.CallRouter.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The router")
class AcdTests {

    private static final HallQueue GENERAL = new HallQueue("general", "综合", "General", HallQueue.Kind.GENERAL, List.of("12345"), "general", 1, null, Duration.ZERO);
    private static final HallQueue EXPERT = new HallQueue("rs", "人社", "Social security", HallQueue.Kind.EXPERT, List.of(), "rs", 1, "general", Duration.ofSeconds(30));
    private final VirtualLoop loop = new VirtualLoop();
    private final List<RouterEvent> events = new ArrayList<>();
    private final Acd router = new Acd(loop, queues());

    AcdTests() {
        router.start(events::add);
    }

    private static Map<String, HallQueue> queues() {
        var queues = new LinkedHashMap<String, HallQueue>();
        queues.put("general", GENERAL);
        queues.put("rs", EXPERT);
        return queues;
    }

    private void sits(String seat, Skill... skills) {
        router.staff(seat, List.of(skills), SeatState.NOT_READY);
        router.seatState(seat, SeatState.READY, null);
        loop.pass(1);
    }

    private static Skill general(int level) {
        return new Skill("general", level);
    }

    private void calls(String call) {
        calls(call, 0, null);
    }

    private void calls(String call, int priority, @Nullable String preferred) {
        router.enqueue(call, new Wanted("general", GENERAL.skills(), priority, preferred, loop.now()));
        loop.pass(1);
    }

    private @Nullable String seatOf(String call) {
        return events.stream().filter(event -> event instanceof RouterEvent.Offered offered && offered.call().equals(call))
                .map(event -> ((RouterEvent.Offered) event).seat()).reduce((first, second) -> second).orElse(null);
    }

    private void serves(String call, String seat) {
        router.answered(call);
        router.seatState(seat, SeatState.AFTER_CALL, null);
        router.seatState(seat, SeatState.READY, null);
    }

    @Test
    void givesACallToTheSeatThatHasBeenIdleLongest() {
        sits("1", general(1));
        sits("2", general(1));
        sits("3", general(1));
        calls("a");
        assertThat(seatOf("a")).isEqualTo("1");

        serves("a", "1");
        calls("b");
        calls("c");
        calls("d");
        assertThat(List.of(seatOf("b"), seatOf("c"), seatOf("d"))).containsExactly("2", "3", "1");
    }

    @Test
    void prefersTheHigherLevelToTheLongerIdle() {
        sits("1", general(1));
        sits("2", general(3));

        calls("a");

        assertThat(seatOf("a")).isEqualTo("2");
    }

    @Test
    void givesNobodyACallThatHisSkillsDoNotReach() {
        sits("1", general(3));
        router.enqueue("a", new Wanted("rs", List.of(new Skill("rs", 2)), 0, null, loop.now()));
        sits("2", new Skill("rs", 1));
        assertThat(seatOf("a")).isNotEqualTo("2");

        sits("3", new Skill("rs", 2));

        assertThat(events).contains(new RouterEvent.Overflowed("a", "rs", "general"));
    }

    @Test
    void prefersTheAgentOfLastTimeWhoIsFree() {
        sits("1", general(3));
        sits("2", general(1));

        calls("a", 0, "2");

        assertThat(seatOf("a")).isEqualTo("2");
    }

    @Test
    void doesNotWaitForTheAgentOfLastTime() {
        sits("1", general(1));
        sits("2", general(1));
        router.seatState("2", SeatState.BREAK, "MEAL");

        calls("a", 0, "2");

        assertThat(seatOf("a")).isEqualTo("1");
    }

    @Test
    void servesTheGreaterPriorityFirstAndAmongEqualsWhoHasWaitedLongest() {
        calls("first");
        calls("second");
        calls("abandoned-before", Queueing.ABANDONED_BEFORE, null);

        sits("1", general(1));
        assertThat(seatOf("abandoned-before")).isEqualTo("1");
        serves("abandoned-before", "1");
        assertThat(seatOf("first")).isEqualTo("1");
        serves("first", "1");
        assertThat(seatOf("second")).isEqualTo("1");
    }

    @Test
    void tellsThePlaceAndTheExpectedWait() {
        router.staff("1", List.of(general(1)), SeatState.TALKING);
        router.staff("2", List.of(general(1)), SeatState.TALKING);
        calls("a");
        calls("b");

        assertThat(router.place("a")).hasValueSatisfying(place -> {
            assertThat(place.position()).isEqualTo(1);
            assertThat(place.expectedWait()).isEqualTo(Duration.ofSeconds(90));
        });
        assertThat(router.place("b")).hasValueSatisfying(place -> {
            assertThat(place.position()).isEqualTo(2);
            assertThat(place.expectedWait()).isEqualTo(Duration.ofSeconds(180));
        });
    }

    @Test
    void tellsNoWaitThatNobodyCanKnow() {
        calls("a");

        assertThat(router.place("a")).hasValueSatisfying(place -> assertThat(place.expectedWait()).isNull());
    }

    @Test
    void learnsHowLongCallsTakeFromThisHall() {
        sits("1", general(1));
        calls("a");
        router.answered("a");
        loop.pass(600);
        router.seatState("1", SeatState.AFTER_CALL, null);
        router.seatState("1", SeatState.NOT_READY, null);
        calls("b");

        assertThat(router.place("b")).hasValueSatisfying(place -> assertThat(place.expectedWait()).isGreaterThan(Duration.ofSeconds(180)));
    }

    @Test
    void putsASeatThatDidNotAnswerToNotReadyAndGoesOnToTheNext() {
        sits("1", general(1));
        sits("2", general(1));
        calls("a");

        router.offerLost("a", SwitchEvent.Failure.NO_ANSWER);

        assertThat(seatOf("a")).isEqualTo("2");
        assertThat(events).contains(new RouterEvent.OfferLost("a", "1", SwitchEvent.Failure.NO_ANSWER),
                new RouterEvent.SeatStateChanged("1", SeatState.RINGING, SeatState.NOT_READY, "NO_ANSWER"));
    }

    @Test
    void keepsTheOldPlaceOfACallThatNobodyTook() {
        calls("a");
        calls("b");
        sits("1", general(1));
        router.offerLost("a", SwitchEvent.Failure.REJECTED);

        assertThat(router.place("a")).hasValueSatisfying(place -> assertThat(place.position()).isEqualTo(1));
        router.seatState("1", SeatState.READY, null);
        assertThat(seatOf("a")).isEqualTo("1");
    }

    @Test
    void makesASeatReadyAgainWhoseCallerHungUpWhileItRang() {
        sits("1", general(1));
        calls("a");
        calls("b");

        router.dequeue("a");

        assertThat(seatOf("b")).isEqualTo("1");
    }

    @Test
    void sendsAnExpertsCallerToGeneralSeatsOnceTheTimeIsUp() {
        router.staff("9", List.of(new Skill("rs", 2)), SeatState.TALKING);
        sits("1", general(1));
        router.enqueue("a", new Wanted("rs", EXPERT.skills(), 0, null, loop.now()));
        loop.pass(29);
        assertThat(seatOf("a")).isNull();

        loop.pass(2);

        assertThat(seatOf("a")).isEqualTo("1");
        assertThat(events).contains(new RouterEvent.Overflowed("a", "rs", "general"));
    }

    @Test
    void sendsAnExpertsCallerOnAtOnceWhereNoExpertIsThere() {
        sits("1", general(1));

        router.enqueue("a", new Wanted("rs", EXPERT.skills(), 0, null, loop.now()));

        assertThat(seatOf("a")).isEqualTo("1");
    }

    @Test
    void offersACallOnceHoweverOftenItIsAskedFor() {
        sits("1", general(1));
        sits("2", general(1));
        calls("a");
        calls("a");

        assertThat(events.stream().filter(event -> event instanceof RouterEvent.Offered)).hasSize(1);
    }

    @Test
    void offersNoSeatTwoCalls() {
        for (int i = 0; i < 20; i++) {
            sits("s" + i, general(1));
        }
        for (int i = 0; i < 50; i++) {
            calls("c" + i);
        }
        var seats = events.stream().filter(event -> event instanceof RouterEvent.Offered).map(event -> ((RouterEvent.Offered) event).seat()).toList();

        assertThat(seats).hasSize(20).doesNotHaveDuplicates();
    }
}

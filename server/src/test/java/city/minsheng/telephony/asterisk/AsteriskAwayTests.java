package city.minsheng.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Switch;
import city.minsheng.telephony.Switch.Target;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.World.Manner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("When Asterisk or we are away")
@Tag("telephone")
class AsteriskAwayTests {

    private final LinkedBlockingQueue<SwitchEvent> told = new LinkedBlockingQueue<>();
    private final AsteriskHouse house = AsteriskHouse.open();
    private Switch theSwitch;

    @AfterEach
    void leave() {
        if (theSwitch != null) {
            theSwitch.stop();
        }
        house.clear();
    }

    private SwitchEvent hear(Predicate<SwitchEvent> which, int seconds) throws InterruptedException {
        for (SwitchEvent event; (event = told.poll(seconds, TimeUnit.SECONDS)) != null; ) {
            if (which.test(event)) {
                return event;
            }
        }
        throw new AssertionError("not told");
    }

    private String talk(SipPhones.Call caller) throws InterruptedException {
        var call = ((SwitchEvent.CallArrived) hear(SwitchEvent.CallArrived.class::isInstance, 8)).leg();
        theSwitch.answer(call);
        house.seats.rings("seat-1", Manner.ANSWERS, 1000);
        theSwitch.dial(call + "-s1", new Target.Seat("1"), "138****0001", Duration.ofMinutes(1), call);
        hear(new SwitchEvent.LegAnswered(call + "-s1")::equals, 8);
        theSwitch.join(call + "-c", List.of(call, call + "-s1"));
        hear(new SwitchEvent.Joined(call + "-c", call + "-s1")::equals, 8);
        return call;
    }

    @Test
    void aDeathOfAsteriskIsToldWithinTwoSecondsAndItsReturnWithoutAnybody() throws Exception {
        theSwitch = house.connect(told::add);
        var call = talk(house.network.call("13800000001", "12345", 440));

        var killed = System.nanoTime();
        new ProcessBuilder("kill", "-9", "" + house.process()).start().waitFor();
        hear(SwitchEvent.SwitchDown.class::isInstance, 2);
        var seconds = (System.nanoTime() - killed) / 1e9;

        assertThat(seconds).isLessThan(2);
        assertThat(theSwitch.isUp()).isFalse();
        hear(SwitchEvent.SwitchUp.class::isInstance, 15);
        theSwitch.askSnapshot();
        assertThat(((SwitchEvent.Known) hear(SwitchEvent.Known.class::isInstance, 8)).snapshot().legs()).extracting(Switch.Leg::id).doesNotContain(call);
        house.network.call("13800000002", "12345", 440);
        hear(event -> event instanceof SwitchEvent.CallArrived arrived && arrived.from().equals("13800000002"), 8);
    }

    @Test
    void aConversationGoesOnWithoutUsAndIsFoundAgain() throws InterruptedException {
        theSwitch = house.connect(told::add);
        var caller = house.network.call("13800000001", "12345", 440);
        var call = talk(caller);
        theSwitch.startRecording(call + "-c", call + "-r1");
        AsteriskHouse.pause(Duration.ofMillis(300));

        theSwitch.stop();
        AsteriskHouse.pause(Duration.ofMillis(1500));
        assertThat(caller.sound.loudness(1000)).isGreaterThan(0.1);
        theSwitch = house.connect(told::add);
        theSwitch.askSnapshot();
        var snapshot = ((SwitchEvent.Known) hear(SwitchEvent.Known.class::isInstance, 8)).snapshot();

        assertThat(snapshot.legs()).extracting(Switch.Leg::id).containsExactlyInAnyOrder(call, call + "-s1");
        assertThat(snapshot.conversations()).singleElement().satisfies(one -> assertThat(one.recorded()).isTrue());
        theSwitch.hangUp(call);
        hear(new SwitchEvent.LegEnded(call)::equals, 8);
        theSwitch.hangUp(call + "-s1");
        hear(SwitchEvent.RecordingReady.class::isInstance, 8);
    }

    @Test
    void aCallerIsPutThroughToASeatByAsteriskItself() {
        house.seats.rings("seat-1", Manner.ANSWERS, 1000);

        var caller = house.network.call("13800000001", "12345", 440);

        for (int i = 0; i < 250 && caller.sound.loudness(1000) < 0.1; i++) {
            AsteriskHouse.pause(Duration.ofMillis(100));
        }
        assertThat(caller.sound.loudness(1000)).isGreaterThan(0.1);
    }

    @Test
    void aCallerWhomNobodyTookIsHandedToUsWhenWeAreBack() throws InterruptedException {
        for (var seat : List.of("seat-1", "seat-2", "seat-3")) {
            house.seats.rings(seat, Manner.BUSY, 1000);
        }
        house.network.call("13800000001", "12345", 440);
        AsteriskHouse.pause(Duration.ofMillis(500));

        theSwitch = house.connect(told::add);

        var arrived = (SwitchEvent.CallArrived) hear(SwitchEvent.CallArrived.class::isInstance, 40);
        assertThat(arrived.waited()).isTrue();
        assertThat(arrived.from()).isEqualTo("13800000001");
    }

    @Test
    void aSeatRegistersWithItsNewestPasswordOnly() throws Exception {
        theSwitch = house.connect(told::add);
        theSwitch.provisionSeat("7", "first");
        theSwitch.provisionSeat("7", "second");
        AsteriskHouse.pause(Duration.ofMillis(300));

        assertThat(SipSocket.register(house.place.port(), "seat-7", "first").status).isNotEqualTo(200);
        var socket = SipSocket.register(house.place.port(), "seat-7", "second");
        assertThat(socket.status).isEqualTo(200);
        hear(new SwitchEvent.SeatOnline("7")::equals, 8);
        socket.close();
        hear(new SwitchEvent.SeatOffline("7")::equals, 8);
    }

    @Test
    void aSeatIsReachableAgainAfterADeathOfAsterisk() throws Exception {
        theSwitch = house.connect(told::add);
        theSwitch.provisionSeat("7", "secret");

        new ProcessBuilder("kill", "-9", "" + house.process()).start().waitFor();
        hear(SwitchEvent.SwitchDown.class::isInstance, 2);
        hear(SwitchEvent.SwitchUp.class::isInstance, 15);
        AsteriskHouse.pause(Duration.ofMillis(500));

        assertThat(SipSocket.register(house.place.port(), "seat-7", "secret").status).isEqualTo(200);
    }

    @Test
    void aSeatThatWasRevokedCannotRegister() throws Exception {
        theSwitch = house.connect(told::add);
        theSwitch.provisionSeat("7", "secret");
        theSwitch.revokeSeat("7");
        AsteriskHouse.pause(Duration.ofMillis(300));

        assertThat(SipSocket.register(house.place.port(), "seat-7", "secret").status).isNotEqualTo(200);
    }

    @Test
    void whoeverSitsThereIsUnreachableWithoutATelephone() throws InterruptedException {
        theSwitch = house.connect(told::add);
        theSwitch.provisionSeat("9", "secret");

        theSwitch.dial("x-s1", new Target.Seat("9"), "138****0001", Duration.ofMinutes(1), "x");

        hear(new SwitchEvent.LegFailed("x-s1", SwitchEvent.Failure.UNREACHABLE)::equals, 8);
    }
}

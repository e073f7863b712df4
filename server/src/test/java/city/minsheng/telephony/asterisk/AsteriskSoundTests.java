package city.minsheng.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Switch;
import city.minsheng.telephony.Switch.Ear;
import city.minsheng.telephony.Switch.Target;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.World.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The caller is 440 Hz, the agent 1000 Hz, a third one 1700 Hz, the team lead 2200 Hz. */
@DisplayName("What is heard through Asterisk")
@Tag("telephone")
class AsteriskSoundTests {

    private static final double CALLER = 440;
    private static final double AGENT = 1000;
    private static final double THIRD = 1700;
    private static final double LEAD = 2200;
    private static final double HEARD = 0.08;
    private static final double SILENT = 0.02;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final LinkedBlockingQueue<SwitchEvent> told = new LinkedBlockingQueue<>();
    private final AsteriskHouse house = AsteriskHouse.open();
    private Switch theSwitch;
    private SipPhones.Call caller;
    private String call;

    @BeforeEach
    void callerAndAgentSpeak() throws InterruptedException {
        theSwitch = house.connect(told::add);
        caller = house.network.call("13800000001", "12345", CALLER);
        call = ((SwitchEvent.CallArrived) hear(event -> event instanceof SwitchEvent.CallArrived)).leg();
        theSwitch.answer(call);
        house.seats.rings("seat-1", Manner.ANSWERS, AGENT);
        theSwitch.dial(call + "-s1", new Target.Seat("1"), "138****0001", MINUTE, call);
        hear(new SwitchEvent.LegAnswered(call + "-s1")::equals);
        theSwitch.join(call + "-c", List.of(call, call + "-s1"));
        hear(new SwitchEvent.Joined(call + "-c", call + "-s1")::equals);
    }

    @AfterEach
    void leave() {
        theSwitch.stop();
        house.clear();
    }

    private SwitchEvent hear(Predicate<SwitchEvent> which) throws InterruptedException {
        for (SwitchEvent event; (event = told.poll(8, TimeUnit.SECONDS)) != null; ) {
            if (which.test(event)) {
                return event;
            }
        }
        throw new AssertionError("not told");
    }

    private Sound agent() {
        return house.seats.soundOf("seat-1");
    }

    /** These tones and no others, as soon as the ways are laid. */
    private static void hears(Sound ear, double... tones) {
        var wanted = Arrays.stream(tones).boxed().toList();
        for (int i = 0; ; i++) {
            ear.forget();
            AsteriskHouse.pause(Duration.ofMillis(1200));
            var heard = Stream.of(CALLER, AGENT, THIRD, LEAD).filter(tone -> ear.loudness(tone) > HEARD).toList();
            boolean others = Stream.of(CALLER, AGENT, THIRD, LEAD).anyMatch(tone -> !wanted.contains(tone) && ear.loudness(tone) > SILENT);
            if (!others && heard.containsAll(wanted) || i == 4) {
                assertThat(others).as("others than " + wanted).isFalse();
                assertThat(heard).containsAll(wanted);
                return;
            }
        }
    }

    @Test
    void eachHearsTheOther() {
        hears(caller.sound, AGENT);
        hears(agent(), CALLER);
    }

    @Test
    void aMutedAgentIsNotHeardAndHears() {
        theSwitch.mute(call + "-s1", true);
        hears(caller.sound);
        hears(agent(), CALLER);

        theSwitch.mute(call + "-s1", false);
        hears(caller.sound, AGENT);
    }

    @Test
    void whoIsHeldHearsMusicAndIsHeardByNobody() {
        theSwitch.hold(call + "-c", call);
        AsteriskHouse.pause(Duration.ofMillis(300));
        hears(agent());
        assertThat(music(caller.sound)).as("music").isTrue();

        theSwitch.unhold(call + "-c", call);
        hears(caller.sound, AGENT);
        hears(agent(), CALLER);
    }

    /** Strings are plucked: something sounds within two seconds. */
    private static boolean music(Sound ear) {
        for (int i = 0; i < 20; i++) {
            AsteriskHouse.pause(Duration.ofMillis(100));
            for (double tone : new double[] {196, 220, 261.6, 293.7, 329.6, 392, 440}) {
                if (ear.loudness(tone) > 0.003) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void threeHearOneAnother() throws InterruptedException {
        house.network.rings("03120000110", Manner.ANSWERS, THIRD);
        theSwitch.dial(call + "-o1", new Target.Number("03120000110"), "12345", MINUTE, call);
        hear(new SwitchEvent.LegAnswered(call + "-o1")::equals);
        theSwitch.join(call + "-c", List.of(call + "-o1"));
        hear(new SwitchEvent.Joined(call + "-c", call + "-o1")::equals);

        hears(caller.sound, AGENT, THIRD);
        hears(agent(), CALLER, THIRD);
        hears(house.network.soundOf("03120000110"), CALLER, AGENT);
    }

    @Test
    void theLeadListensThenWhispersThenSpeaksToAll() throws InterruptedException {
        house.seats.rings("seat-3", Manner.ANSWERS, LEAD);
        theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.LISTEN);
        hear(new SwitchEvent.LegAnswered(call + "-e1")::equals);
        AsteriskHouse.pause(Duration.ofMillis(300));
        hears(house.seats.soundOf("seat-3"), CALLER, AGENT);
        hears(agent(), CALLER);
        hears(caller.sound, AGENT);

        theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.WHISPER);
        AsteriskHouse.pause(Duration.ofMillis(300));
        hears(house.seats.soundOf("seat-3"), CALLER, AGENT);
        hears(agent(), CALLER, LEAD);
        hears(caller.sound, AGENT);

        theSwitch.lendEar(call + "-e1", "3", call + "-c", call + "-s1", Ear.BARGE);
        AsteriskHouse.pause(Duration.ofMillis(300));
        hears(caller.sound, AGENT, LEAD);
    }

    @Test
    void aRecordingHoldsBothAndIsSilentWhileItIsPaused() throws IOException, InterruptedException {
        theSwitch.startRecording(call + "-c", call + "-r1");
        AsteriskHouse.pause(Duration.ofMillis(2000));
        theSwitch.pauseRecording(call + "-r1");
        AsteriskHouse.pause(Duration.ofMillis(2000));
        theSwitch.resumeRecording(call + "-r1");
        AsteriskHouse.pause(Duration.ofMillis(2000));
        theSwitch.stopRecording(call + "-r1");
        var ready = (SwitchEvent.RecordingReady) hear(event -> event instanceof SwitchEvent.RecordingReady);

        assertThat(loudness(ready.file(), CALLER, 500, 1500)).isGreaterThan(HEARD);
        assertThat(loudness(ready.file(), AGENT, 500, 1500)).isGreaterThan(HEARD);
        assertThat(loudness(ready.file(), CALLER, 2500, 3500)).isLessThan(SILENT);
        assertThat(loudness(ready.file(), AGENT, 2500, 3500)).isLessThan(SILENT);
        assertThat(loudness(ready.file(), AGENT, 4500, 5500)).isGreaterThan(HEARD);
    }

    private static double loudness(Path wav, double tone, int from, int to) throws IOException {
        var bytes = Files.readAllBytes(wav);
        double re = 0;
        double im = 0;
        for (int i = from * 8; i < to * 8; i++) {
            int sample = (bytes[44 + 2 * i] & 0xff | bytes[45 + 2 * i] << 8);
            re += sample / 32768.0 * Math.cos(2 * Math.PI * tone * i / 8000);
            im += sample / 32768.0 * Math.sin(2 * Math.PI * tone * i / 8000);
        }
        return 2 * Math.hypot(re, im) / ((to - from) * 8);
    }
}

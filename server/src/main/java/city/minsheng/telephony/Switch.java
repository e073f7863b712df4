package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What carries legs and sound: Asterisk, the simulated one, another city's.
 *
 * <p>Every call is asynchronous and answers through {@link SwitchEvent}s, which come one after the other on one
 * thread. Every name is ours: a call is named by its first leg's id, which the switch gives when a caller arrives;
 * all other legs, conversations, prompts and recordings bear the names we hand over. Asking twice for the same thing
 * changes nothing, and asking something of a leg that has gone is not an error: its end has been or will be told.
 */
public interface Switch {

    /** Where a leg can be dialled to. */
    sealed interface Target {

        /** A seat's telephone, by the seat's number. */
        record Seat(String number) implements Target {}

        /** A number in the telephone network: a citizen, a department, 110. */
        record Number(String number) implements Target {}
    }

    /** What a team lead does in a conversation: hears it, speaks to the agent alone, speaks to all. */
    enum Ear { LISTEN, WHISPER, BARGE }

    enum Capability { RECORDING, PAUSING, DIGITS, EARS, HOLD, SEATS_AT_RUN_TIME, FALLBACK_QUEUE, QUALITY }

    /** A leg the switch knows. {@code forCall} is the name of the call it belongs to. */
    record Leg(String id, String forCall, Side side, @Nullable String seat, String from, String to, boolean answered, Instant since) {}

    enum Side { CALLER, SEAT, OUTSIDE, EAR }

    record Conversation(String id, Set<String> legs, boolean recorded) {}

    /** All that is going on, for whoever has just connected. */
    record Snapshot(List<Leg> legs, List<Conversation> conversations, Set<String> seatsOnline) {}

    /**
     * How the browser's telephone reaches the switch: {@code sip} over a WebSocket at {@code path}, or {@code simulated},
     * which has no sound and is answered by the button alone.
     */
    record Phone(String kind, @Nullable String uri, @Nullable String path, List<IceServer> iceServers) {

        public static final Phone SIMULATED = new Phone("simulated", null, null, List.of());
    }

    record IceServer(String urls, @Nullable String username, @Nullable String credential) {}

    /** From now on the events go to this listener, from one thread. Also connects; a lost connection is taken up again. */
    void start(Consumer<SwitchEvent> listener);

    void stop();

    boolean isUp();

    Set<Capability> capabilities();

    /** Told by {@link SwitchEvent.Known}. */
    void askSnapshot();

    void answer(String leg);

    /** The caller hears busy, or the given prompt and then busy. */
    void reject(String leg, @Nullable String prompt);

    void hangUp(String leg);

    /** Plays prompts one after the other; {@code id} comes back in {@link SwitchEvent.PromptFinished}. */
    void play(String leg, List<String> prompts, String id);

    void stopPlay(String id);

    void startMusic(String leg);

    void stopMusic(String leg);

    /** Gathers keys among {@code valid} until {@code most} are there or the time is over; told by {@link SwitchEvent.Digits}. */
    void collectDigits(String leg, int most, Duration within, String valid);

    /** Rings somebody. @param shownAs the number the called one sees */
    void dial(String leg, Target target, String shownAs, Duration within, String forCall);

    void join(String conversation, List<String> legs);

    void remove(String conversation, String leg);

    /** Ends the conversation, not its legs. */
    void endConversation(String conversation);

    /** This leg hears music and nobody hears it; it stays in the conversation. Others in it go on. */
    void hold(String conversation, String leg);

    void unhold(String conversation, String leg);

    /** What is said on the leg reaches nobody, or again somebody. */
    void mute(String leg, boolean muted);

    void startRecording(String conversation, String name);

    /** Silence is kept in place of what is said, so that the times stay right. */
    void pauseRecording(String name);

    void resumeRecording(String name);

    void stopRecording(String name);

    void sendDigits(String leg, String digits);

    /** Dials the team lead's seat and puts the ear into the conversation; called again it changes the kind. */
    void lendEar(String leg, String seat, String conversation, String agentLeg, Ear ear);

    /** From now on this seat's telephone may register with this password. An earlier one is worth nothing any more. */
    Phone provisionSeat(String number, String password);

    void revokeSeat(String number);
}

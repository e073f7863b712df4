package city.minsheng.telephony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call while it lasts. Only the hall's thread touches it. */
final class Call {

    enum Direction { IN, OUT }

    enum Purpose { CALL_BACK, ORDER, DEPARTMENT }

    enum Phase {
        WAITING,  // in a queue, or ringing at a seat
        DIALLING, // outbound: the seat is there, the other side not yet
        TALKING,
        BRIDGED,  // the agent has left; the caller speaks with a department or the police
        RATING,   // the agent has hung up; the caller may rate
        OVER
    }

    /** How a call ended; exactly one of them. */
    enum End {
        ANSWERED,
        CUT,         // answered, and then the line was lost
        ABANDONED,   // the caller hung up while waiting
        TIMED_OUT,   // waited too long: will be called back
        CALL_BACK,   // asked to be called back
        BUSY,        // over the limit of calls: will be called back
        LOST,        // the line was lost while waiting: will be called back
        UNREACHED,   // outbound: nobody answered
        CANCELLED;   // outbound: the agent hung up before anybody answered

        boolean isAnswered() {
            return this == ANSWERED || this == CUT;
        }

        /** True where somebody wanted us and got nobody. */
        boolean isOwed() {
            return this == ABANDONED || this == TIMED_OUT || this == CALL_BACK || this == BUSY || this == LOST || this == CUT;
        }
    }

    /** What a leg is to the call. */
    enum Part { CALLER, SEAT, CONSULTED, OUTSIDE, TAKING_OVER, EAR }

    static final class Party {
        final String leg;
        final String name;
        final String english;
        final @Nullable String seat;
        Part part;
        boolean in;
        boolean leaveAgent; // once this one has answered, the agent's own leg goes

        Party(String leg, Part part, String name, String english, @Nullable String seat) {
            this.leg = leg;
            this.part = part;
            this.name = name;
            this.english = english;
            this.seat = seat;
        }
    }

    record Handed(String seat, String name, String english, String notes, String how) {}

    final UUID id;
    final String leg;
    final Direction direction;
    final Caller caller;
    final String line;
    final Instant since;
    final Map<String, Party> parties = new LinkedHashMap<>();
    final List<String> recordings = new ArrayList<>();
    @Nullable Purpose purpose;
    @Nullable UUID order;
    @Nullable UUID callBack;
    String other = "";          // outbound: whom the agent sees, never the number
    String otherEnglish = "";
    @Nullable String dial;      // outbound: the number, in clear
    String queue;
    int priority;
    Phase phase = Phase.WAITING;
    @Nullable Instant answeredAt;
    @Nullable Instant endedAt;
    @Nullable End end;
    @Nullable String seat;      // where it rings or is spoken
    @Nullable String person;
    @Nullable String group;
    @Nullable Handed handed;
    @Nullable String code;
    String note = "";
    int transfers;
    boolean overflowed;
    boolean noticeCut;
    boolean greeted;
    boolean held;
    boolean muted;
    boolean agentHungUp;
    boolean confirmed = true;   // false: known from the table alone, not yet from the switch
    @Nullable String recording;
    boolean recordingPaused;
    boolean recordingFailed;
    @Nullable String far;       // the leg of the citizen, or of whom we called
    @Nullable String prompt;    // what plays to the caller
    int numbers;                // of legs and prompts
    @Nullable Instant wrapUpUntil;
    Loop.@Nullable Timer announcing;
    Loop.@Nullable Timer timeout;
    Loop.@Nullable Timer leaving;
    int announced;
    int logged;

    Call(UUID id, String leg, Direction direction, Caller caller, String line, String queue, Instant since) {
        this.id = id;
        this.leg = leg;
        this.direction = direction;
        this.caller = caller;
        this.line = line;
        this.queue = queue;
        this.since = since;
        this.far = direction == Direction.IN ? leg : null;
    }

    String conversation() {
        return leg + "-c";
    }

    String consultation() {
        return leg + "-x";
    }

    String next(String kind) {
        return leg + "-" + kind + ++numbers;
    }

    Party add(Party party) {
        parties.put(party.leg, party);
        return party;
    }

    @Nullable Party party(Part part) {
        return parties.values().stream().filter(party -> party.part == part).findFirst().orElse(null);
    }

    @Nullable Party seatParty() {
        return party(Part.SEAT);
    }

    @Nullable Party consulted() {
        return party(Part.CONSULTED);
    }

    boolean hasOutside() {
        return parties.values().stream().anyMatch(party -> party.in && party.part == Part.OUTSIDE);
    }

    boolean isOver() {
        return phase == Phase.OVER || end != null;
    }

    void stopTimers() {
        for (var timer : new Loop.Timer[] {announcing, timeout, leaving}) {
            if (timer != null) {
                timer.cancel();
            }
        }
        announcing = null;
        timeout = null;
        leaving = null;
    }
}

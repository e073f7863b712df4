package city.minsheng.telephony;

import city.minsheng.platform.Ids;
import city.minsheng.platform.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is going on in the hall, and what it works with. Only the hall's thread touches it. */
final class Floor {

    final Loop loop;
    final Switch line;
    final CallRouter router;
    final Journal journal;
    final HallSettings settings;
    final Map<String, HallQueue> queues;
    final Remembered remembered;
    final Map<String, Seat> seats = new LinkedHashMap<>();
    final Map<String, Call> calls = new LinkedHashMap<>();
    final Map<UUID, CallBack> callBacks = new LinkedHashMap<>();
    final Set<Seat> changed = new LinkedHashSet<>();
    final Set<String> endedLegs = new java.util.HashSet<>(); // of calls that ended shortly before a start
    private static final int KEYS = 2000;
    private static final int EACH_MILLISECOND = 1000;
    private final LinkedHashSet<String> keys = new LinkedHashSet<>();
    private final Map<String, Call> byLeg = new LinkedHashMap<>();
    private final Map<String, Call> byPrompt = new LinkedHashMap<>();
    boolean up;
    boolean hallChanged;
    @Nullable Instant downSince;
    /** Greater with each change, and than any of an earlier start or another node: whoever has seen one takes no older one. */
    long version;

    Floor(Loop loop, Switch line, CallRouter router, Journal journal, HallSettings settings, Map<String, HallQueue> queues, Remembered remembered) {
        this.loop = loop;
        this.line = line;
        this.router = router;
        this.journal = journal;
        this.settings = settings;
        this.queues = queues;
        this.remembered = remembered;
        this.version = loop.now().toEpochMilli() * EACH_MILLISECOND;
    }

    Instant now() {
        return loop.now();
    }

    UUID id() {
        return Ids.next(now());
    }

    // --- calls

    void begin(Call call) {
        calls.put(call.leg, call);
        byLeg.put(call.leg, call);
        changed(call);
    }

    void know(Call call, Call.Party party) {
        call.add(party);
        byLeg.put(party.leg, call);
        changed(call);
    }

    void forget(Call call, Call.Party party) {
        call.parties.remove(party.leg);
        byLeg.remove(party.leg);
        changed(call);
    }

    void forget(Call call) {
        calls.remove(call.leg);
        byLeg.remove(call.leg);
        call.parties.keySet().forEach(byLeg::remove);
        call.stopTimers();
        if (call.prompt != null) {
            byPrompt.remove(call.prompt);
        }
        hallChanged = true;
    }

    @Nullable Call ofLeg(String leg) {
        return byLeg.get(leg);
    }

    Optional<Call> find(UUID id) {
        return calls.values().stream().filter(call -> call.id.equals(id)).findFirst();
    }

    int waiting() {
        return (int) calls.values().stream().filter(call -> call.phase == Call.Phase.WAITING && call.direction == Call.Direction.IN).count();
    }

    // --- prompts to the caller

    void play(Call call, java.util.List<String> prompts) {
        stopPlay(call);
        call.prompt = call.next("p");
        byPrompt.put(call.prompt, call);
        line.play(call.leg, prompts, call.prompt);
    }

    void stopPlay(Call call) {
        if (call.prompt != null) {
            byPrompt.remove(call.prompt);
            line.stopPlay(call.prompt);
            call.prompt = null;
        }
    }

    @Nullable Call finished(String prompt) {
        var call = byPrompt.remove(prompt);
        if (call != null && prompt.equals(call.prompt)) {
            call.prompt = null;
            return call;
        }
        return null;
    }

    // --- seats

    Seat seat(String number) {
        return Objects.requireNonNull(seats.get(number), number);
    }

    Optional<Seat> seatOf(String username) {
        return seats.values().stream().filter(seat -> seat.staff != null && seat.staff.username().equals(username)).findFirst();
    }

    /** @throws Refusal {@code no-seat} */
    Seat mine(String username) {
        return seatOf(username).orElseThrow(() -> new Refusal("no-seat"));
    }

    void state(Seat seat, SeatState state, @Nullable String reason) {
        router.seatState(seat.number, state, reason);
    }

    /**
     * Idempotency-Key: whether this is the first time that the person uses it. The hall remembers the last ones, over a
     * restart too.
     *
     * @throws Refusal {@code key-missing}
     */
    boolean isFirst(@Nullable String key, String username) {
        if (key == null || key.isBlank() || key.length() > 100) {
            throw new Refusal("key-missing");
        }
        boolean first = used(username, key);
        if (first) {
            journal.key(username, key, now());
        }
        return first;
    }

    boolean used(String username, String key) {
        if (keys.size() >= KEYS) {
            keys.remove(keys.getFirst());
        }
        return keys.add(username + " " + key);
    }

    // --- what has changed

    void changed(Seat seat) {
        changed.add(seat);
        hallChanged = true;
    }

    void changed(Call call) {
        if (call.seat != null && seats.containsKey(call.seat)) {
            changed(seats.get(call.seat));
        }
        hallChanged = true;
    }

    void log(Call call, String kind, @Nullable Seat seat, String words) {
        var staff = seat == null ? null : seat.staff;
        journal.log(call, now(), kind, seat == null ? null : seat.number, staff == null ? null : staff.username(), words);
    }

    void log(Call call, String kind) {
        log(call, kind, null, "");
    }
}

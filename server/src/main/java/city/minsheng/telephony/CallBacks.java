package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Purpose;
import city.minsheng.telephony.CallBack.Result;
import city.minsheng.telephony.CallBack.State;
import city.minsheng.telephony.CallBack.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 回拨清单: whom we owe a call. One entry for a caller and a queue, however often they tried. */
final class CallBacks {

    static final Duration PROMISE = Duration.ofHours(4);
    private final Floor floor;

    CallBacks(Floor floor) {
        this.floor = floor;
    }

    boolean isOwed(Caller caller) {
        return !caller.isHidden() && floor.callBacks.values().stream()
                .anyMatch(one -> one.isOpen() && one.why != Why.EXPERT && caller.index().equals(one.caller.index()));
    }

    /** Somebody wanted us and got nobody. Whoever hides the number cannot be called back. */
    void owe(Call call, Why why) {
        if (call.caller.isHidden() || call.direction == Direction.OUT && call.purpose != Purpose.CALL_BACK) {
            return;
        }
        if (call.callBack != null) {
            reopen(call.callBack);
            return;
        }
        note(call, call.queue, why);
    }

    private CallBack note(Call call, String queue, Why why) {
        var fresh = new CallBack(floor.id(), call.caller, queue, call.since, why, call.id);
        var there = floor.callBacks.values().stream().filter(one -> one.isOpen() && one.key().equals(fresh.key())).findFirst();
        var entry = there.orElse(fresh);
        if (there.isPresent()) {
            entry.calls++;
            entry.lastCall = call.id;
            entry.why = entry.why == Why.ASKED || entry.why == Why.EXPERT ? entry.why : why;
        } else {
            floor.callBacks.put(entry.id, entry);
        }
        floor.journal.callBack(entry);
        floor.hallChanged = true;
        return entry;
    }

    /** 保留位次: an outbound call takes the caller's place in the queue; the agent whose turn it is rings the caller. */
    void keepPlace(Call call) {
        var entry = note(call, call.queue, Why.ASKED);
        entry.keptPlace = true;
        floor.journal.callBack(entry);
        stand(entry, call.priority);
    }

    void stand(CallBack entry, int priority) {
        var call = outbound(entry);
        call.priority = priority;
        floor.begin(call);
        floor.journal.call(call);
        floor.log(call, "KEEPS_PLACE");
        var queue = floor.queues.get(entry.queue);
        floor.router.enqueue(call.leg, new CallRouter.Wanted(entry.queue, queue == null ? java.util.List.of() : queue.skills(), priority, null, entry.since));
    }

    private Call outbound(CallBack entry) {
        var id = floor.id();
        var call = new Call(id, "out-" + id, Direction.OUT, entry.caller, "", entry.queue, entry.keptPlace ? entry.since : floor.now());
        call.purpose = Purpose.CALL_BACK;
        call.callBack = entry.id;
        call.dial = entry.caller.national();
        call.other = "回拨";
        call.otherEnglish = "Call-back";
        return call;
    }

    /** An expert's call, promised by a time: nobody who asks an expert hears that there is none. */
    CallBack bookExpert(Call call, String queue, String notes) {
        if (call.caller.isHidden()) {
            throw new Refusal("number-hidden");
        }
        var entry = note(call, queue, Why.EXPERT);
        entry.notes = notes;
        entry.promisedBy = floor.now().plus(PROMISE);
        floor.journal.callBack(entry);
        floor.log(call, "EXPERT_BOOKED", call.seat == null ? null : floor.seats.get(call.seat), queue);
        return entry;
    }

    /** @throws Refusal {@code call-back-taken} where a colleague was first */
    Call take(UUID id, Seat seat) {
        var entry = get(id);
        if (entry.state != State.OPEN) {
            throw new Refusal("call-back-taken");
        }
        var kept = standing(entry);
        kept.ifPresent(this::withdraw);
        entry.state = State.TAKEN;
        entry.takenBy = seat.staff == null ? null : seat.staff.username();
        floor.journal.callBack(entry);
        floor.hallChanged = true;
        return outbound(entry);
    }

    /** The kept place has come to its turn: the entry is this seat's. */
    void turn(Call call, Seat seat) {
        var entry = call.callBack == null ? null : floor.callBacks.get(call.callBack);
        if (entry != null && entry.state == State.OPEN) {
            entry.state = State.TAKEN;
            entry.takenBy = seat.staff == null ? null : seat.staff.username();
            floor.journal.callBack(entry);
        }
    }

    private Optional<Call> standing(CallBack entry) {
        return floor.calls.values().stream().filter(call -> entry.id.equals(call.callBack) && call.phase == Call.Phase.WAITING).findFirst();
    }

    private void withdraw(Call call) {
        if (call.seat != null) {
            throw new Refusal("call-back-taken"); // it rings at a colleague's
        }
        floor.router.dequeue(call.leg);
        call.phase = Call.Phase.OVER;
        call.end = Call.End.CANCELLED;
        call.endedAt = floor.now();
        floor.journal.call(call);
        floor.forget(call);
    }

    CallBack get(UUID id) {
        var entry = floor.callBacks.get(id);
        if (entry == null || !entry.isOpen()) {
            throw new Refusal("call-back-done");
        }
        return entry;
    }

    /** The call to this entry has ended. */
    void called(Call call, boolean reached) {
        var entry = call.callBack == null ? null : floor.callBacks.get(call.callBack);
        if (entry == null || !entry.isOpen()) {
            return;
        }
        floor.journal.attempt(entry, floor.now(), call.person == null ? "" : call.person, reached ? Result.REACHED : Result.NOT_REACHED, call.id);
        if (reached) {
            close(entry, Result.REACHED);
            return;
        }
        entry.attempts++;
        entry.takenBy = null;
        entry.state = State.OPEN;
        if (entry.attempts >= floor.settings.attempts()) {
            giveUp(entry);
        }
        floor.journal.callBack(entry);
        floor.hallChanged = true;
    }

    /** The caller was quicker and spoke with us. */
    void spoke(Caller caller, String queue) {
        floor.callBacks.values().stream().filter(one -> one.state == State.OPEN && one.why != Why.EXPERT && !caller.isHidden()
                && caller.index().equals(one.caller.index())).toList().forEach(one -> {
                    standing(one).filter(call -> call.seat == null).ifPresent(this::withdraw);
                    close(one, Result.CALLED_AGAIN);
                });
    }

    void close(UUID id, Result result, String words, String by) {
        var entry = get(id);
        if (entry.state == State.TAKEN && entry.takenBy != null && !entry.takenBy.equals(by)) {
            throw new Refusal("call-back-taken");
        }
        standing(entry).ifPresent(this::withdraw);
        entry.notes = words.isBlank() ? entry.notes : words;
        if (result == Result.NOT_REACHED) {
            entry.result = result;
            giveUp(entry);
            floor.journal.callBack(entry);
        } else {
            close(entry, result);
        }
    }

    private void close(CallBack entry, Result result) {
        entry.state = State.DONE;
        entry.result = result;
        entry.doneAt = floor.now();
        floor.journal.callBack(entry);
        floor.callBacks.remove(entry.id);
        floor.hallChanged = true;
    }

    private void giveUp(CallBack entry) {
        entry.state = State.GIVEN_UP;
        entry.result = Result.NOT_REACHED;
        entry.doneAt = floor.now();
        floor.callBacks.remove(entry.id);
    }

    private void reopen(UUID id) {
        var entry = floor.callBacks.get(id);
        if (entry != null && entry.state == State.TAKEN) {
            entry.state = State.OPEN;
            entry.takenBy = null;
            floor.journal.callBack(entry);
        }
    }

    @Nullable Instant oldest() {
        return floor.callBacks.values().stream().map(one -> one.since).min(Instant::compareTo).orElse(null);
    }
}

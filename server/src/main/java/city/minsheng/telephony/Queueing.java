package city.minsheng.telephony;

import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.Call.Phase;
import city.minsheng.telephony.CallRouter.RouterEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the first ring to the seat: greeting, queue, what the waiting are told, the offer to be called back. */
final class Queueing {

    static final int ABANDONED_BEFORE = 10;
    static final int TRANSFERRED = 20;
    static final int CAME_BACK = 30;
    private static final String YES = "1";
    private static final Duration KEY = Duration.ofSeconds(8);
    private final Floor floor;
    private final CallerNumbers numbers;
    private final CallBacks callBacks;
    private final Door door;

    Queueing(Floor floor, CallerNumbers numbers, CallBacks callBacks) {
        this.floor = floor;
        this.numbers = numbers;
        this.callBacks = callBacks;
        this.door = new Door(floor);
    }

    void arrived(SwitchEvent.CallArrived event) {
        if (floor.calls.containsKey(event.leg())) {
            return;
        }
        var caller = numbers.of(event.from());
        var call = new Call(floor.id(), event.leg(), Direction.IN, caller, event.to(), queueFor(event.to(), caller), floor.now());
        if (!door.isOpenFor(event)) {
            busy(call);
            return;
        }
        floor.begin(call);
        floor.know(call, new Call.Party(call.leg, Call.Part.CALLER, "来电人", "Caller", null));
        call.parties.get(call.leg).in = true;
        floor.journal.call(call); // before its log, which stands on its row
        floor.log(call, "ARRIVED", null, event.waited() ? "waited at the switch" : "");
        enqueue(call, callBacks.isOwed(caller) ? ABANDONED_BEFORE : 0); // a seat rings first: answering takes the switch longer
        floor.line.answer(call.leg);
        floor.play(call, List.of("welcome"));
    }

    /** A busy message, or the tone alone, and the number on the list. */
    private void busy(Call call) {
        floor.line.reject(call.leg, door.maySpeak() ? "busy" : null);
        call.phase = Phase.OVER;
        call.end = End.BUSY;
        call.endedAt = floor.now();
        floor.journal.call(call);
        floor.log(call, "BUSY");
        callBacks.owe(call, CallBack.Why.BUSY);
    }

    private String queueFor(String line, Caller caller) {
        if (floor.remembered.needsDialect(caller)) {
            var dialect = floor.queues.values().stream().filter(queue -> queue.kind() == HallQueue.Kind.DIALECT).findFirst();
            if (dialect.isPresent()) {
                return dialect.get().code();
            }
        }
        return floor.queues.values().stream().filter(queue -> queue.lines().contains(line)).findFirst()
                .or(() -> floor.queues.values().stream().filter(queue -> queue.kind() == HallQueue.Kind.GENERAL).findFirst())
                .map(HallQueue::code).orElse("general");
    }

    void enqueue(Call call, int priority) {
        call.phase = Phase.WAITING;
        call.priority = Math.max(call.priority, priority);
        call.timeout = floor.loop.after(floor.settings.longestWait(), () -> timedOut(call));
        announceLater(call);
        floor.router.enqueue(call.leg, new CallRouter.Wanted(call.queue, skills(call.queue), call.priority, preferred(call), call.since));
        floor.journal.call(call);
    }

    private List<CallRouter.Skill> skills(String queue) {
        var known = floor.queues.get(queue);
        return known == null ? List.of() : known.skills();
    }

    private @Nullable String preferred(Call call) {
        var person = floor.remembered.agentOf(call.caller, floor.now().minus(floor.settings.stick()));
        return person == null ? null : floor.seatOf(person).map(seat -> seat.number).orElse(null);
    }

    // --- what the router says

    void heard(RouterEvent event) {
        switch (event) {
            case RouterEvent.QueueEntered entered -> with(entered.call(), call -> floor.log(call, "QUEUED", null, call.queue));
            case RouterEvent.Overflowed over -> with(over.call(), call -> {
                call.overflowed = true;
                floor.log(call, "OVERFLOWED", null, over.from() + " → " + over.to());
                floor.changed(call);
            });
            case RouterEvent.Offered offered -> with(offered.call(), call -> offered(call, floor.seat(offered.seat()), offered.leg()));
            case RouterEvent.OfferLost lost -> with(lost.call(), call -> floor.log(call, "OFFER_LOST", floor.seat(lost.seat()), lost.why().name()));
            case RouterEvent.Abandoned gone -> with(gone.call(), call -> ended(call, End.ABANDONED, CallBack.Why.ABANDONED));
            case RouterEvent.SeatStateChanged state -> changed(state);
        }
    }

    private void with(String leg, java.util.function.Consumer<Call> work) {
        var call = floor.calls.get(leg);
        if (call != null) {
            work.accept(call);
        }
    }

    private void offered(Call call, Seat seat, @Nullable String rung) {
        var leg = rung == null ? call.next("s") : rung;
        call.seat = seat.number;
        seat.call = call;
        floor.know(call, new Call.Party(leg, Call.Part.SEAT, "座席 " + seat.number, "Seat " + seat.number, seat.number));
        floor.log(call, "OFFERED", seat, "");
        if (rung == null) {
            floor.line.dial(leg, new Switch.Target.Seat(seat.number), shown(call), floor.settings.ring(), call.leg);
        }
    }

    static String shown(Call call) {
        var masked = call.caller.masked();
        return masked == null ? "" : masked;
    }

    private void changed(RouterEvent.SeatStateChanged event) {
        var seat = floor.seat(event.seat());
        seat.state = event.to();
        seat.since = floor.now();
        seat.reason = event.reason();
        floor.journal.seat(seat, seat.staff, event.from(), seat.since, seat.call == null ? null : seat.call.id);
        floor.changed(seat);
    }

    /** The seat did not take it: the next one. */
    void lost(Call call, Call.Party party, SwitchEvent.Failure why) {
        var seat = floor.seat(java.util.Objects.requireNonNull(party.seat));
        floor.forget(call, party);
        seat.call = null;
        call.seat = null;
        floor.changed(seat);
        if (floor.router.place(call.leg).isEmpty()) { // it rang there because somebody chose that seat
            floor.log(call, "OFFER_LOST", seat, why.name());
            floor.state(seat, SeatState.NOT_READY, why.name());
            enqueue(call, CAME_BACK);
            return;
        }
        floor.router.offerLost(call.leg, why);
        if (call.phase == Phase.WAITING && call.seat == null) {
            announceLater(call);
        }
    }

    // --- what the waiting hear

    void promptFinished(Call call) {
        if (call.phase == Phase.WAITING && call.direction == Direction.IN) {
            call.greeted = true;
            floor.line.startMusic(call.leg);
        }
    }

    private void announceLater(Call call) {
        if (call.announcing != null) {
            call.announcing.cancel();
        }
        if (call.direction == Direction.IN) {
            call.announcing = floor.loop.after(floor.settings.announce(), () -> announce(call));
        }
    }

    private void announce(Call call) {
        if (call.phase != Phase.WAITING) {
            return;
        }
        if (call.seat == null) {
            floor.router.place(call.leg).ifPresent(place -> {
                call.announced++;
                floor.line.stopMusic(call.leg);
                floor.play(call, words(place, !call.caller.isHidden()));
                floor.log(call, "ANNOUNCED", null, place.position() + (place.expectedWait() == null ? "" : " " + place.expectedWait().toMinutes() + " min"));
                if (!call.caller.isHidden()) {
                    floor.line.collectDigits(call.leg, 1, floor.settings.announce().minusSeconds(1), YES);
                }
            });
        }
        announceLater(call);
    }

    private static List<String> words(CallRouter.Place place, boolean mayCallBack) {
        var words = new ArrayList<String>();
        words.add("position");
        words.addAll(number(place.position()));
        words.add("people");
        if (place.expectedWait() != null) {
            words.add("wait");
            words.addAll(number((int) Math.max(1, place.expectedWait().plusSeconds(59).toMinutes())));
            words.add("minutes");
        }
        if (mayCallBack) {
            words.add("callback-offer");
        }
        return words;
    }

    /** As prompts are put together: 23 is n-20 n-3. */
    static List<String> number(int number) {
        int shown = Math.clamp(number, 0, 99);
        if (shown <= 10) {
            return List.of("n-" + shown);
        }
        int tens = shown / 10 * 10;
        return shown % 10 == 0 ? List.of("n-" + tens) : List.of("n-" + tens, "n-" + shown % 10);
    }

    /** One key: called back, at the place in the queue that this call had. */
    void digits(Call call, String digits) {
        if (call.phase != Phase.WAITING || !digits.equals(YES) || call.caller.isHidden() || call.seat != null) {
            return;
        }
        floor.log(call, "CALL_BACK_CHOSEN");
        leave(call);
        end(call, End.CALL_BACK);
        callBacks.keepPlace(call);
        floor.play(call, List.of("callback-noted"));
        call.leaving = floor.loop.after(KEY, () -> floor.line.hangUp(call.leg));
    }

    private void timedOut(Call call) {
        if (call.phase == Phase.WAITING && call.seat == null && call.direction == Direction.IN) {
            floor.log(call, "TIMED_OUT");
            leave(call);
            end(call, End.TIMED_OUT);
            callBacks.owe(call, CallBack.Why.TIMED_OUT);
            floor.play(call, List.of("callback-noted"));
            call.leaving = floor.loop.after(KEY, () -> floor.line.hangUp(call.leg));
        } else if (call.phase == Phase.WAITING && call.direction == Direction.IN) {
            call.timeout = floor.loop.after(floor.settings.ring(), () -> timedOut(call));
        }
    }

    /** The caller hung up before anybody answered. */
    void abandoned(Call call) {
        ended(call, End.ABANDONED, CallBack.Why.ABANDONED);
    }

    /** The line has gone with the caller in it. */
    void lineLost(Call call) {
        ended(call, End.LOST, CallBack.Why.LOST);
    }

    private void ended(Call call, End end, CallBack.Why why) {
        floor.log(call, end.name());
        leave(call);
        end(call, end);
        callBacks.owe(call, why);
        floor.forget(call);
    }

    private void leave(Call call) {
        var ringing = call.seatParty();
        if (ringing != null) {
            var seat = floor.seat(java.util.Objects.requireNonNull(ringing.seat));
            floor.line.hangUp(ringing.leg);
            floor.forget(call, ringing);
            seat.call = null;
            call.seat = null;
            floor.changed(seat);
        }
        floor.line.stopMusic(call.leg);
        floor.stopPlay(call);
        call.stopTimers();
        floor.router.dequeue(call.leg);
        if (ringing != null && floor.seat(ringing.seat).state == SeatState.RINGING) {
            floor.state(floor.seat(ringing.seat), SeatState.READY, null);
        }
    }

    private void end(Call call, End end) {
        call.phase = Phase.OVER;
        call.end = end;
        call.endedAt = floor.now();
        floor.journal.call(call);
        floor.hallChanged = true;
    }
}

package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How calls end: hanging up, the rating by key, wrap-up, a seat that vanishes. */
final class Ending {

    private static final String STARS = "12345";
    private static final Duration THANKS = Duration.ofSeconds(6);
    private final Floor floor;
    private final Queueing queueing;
    private final CallBacks callBacks;
    private final Recorder recorder;

    Ending(Floor floor, Queueing queueing, CallBacks callBacks, Recorder recorder) {
        this.floor = floor;
        this.queueing = queueing;
        this.callBacks = callBacks;
        this.recorder = recorder;
    }

    /** The agent's button, or the agent's telephone: what goes on without the agent goes on. */
    void agentGone(Call call, Party own) {
        var seat = floor.seat(Objects.requireNonNull(own.seat));
        floor.forget(call, own);
        floor.log(call, "AGENT_HUNG_UP", seat, "");
        if (call.phase == Phase.DIALLING) {
            dropAll(call);
            finish(call, End.CANCELLED);
            callBacks.owe(call, CallBack.Why.ASKED); // taken, and not called: it is open again
            wrapUp(seat, call);
            floor.forget(call);
            return;
        }
        var consulted = call.consulted();
        if (consulted != null) {
            drop(call, consulted);
        }
        wrapUp(seat, call);
        if (call.hasOutside() && call.direction == Direction.IN) {
            call.seat = null;
            call.phase = Phase.BRIDGED;
            if (call.held) {
                call.held = false;
                floor.line.unhold(call.conversation(), Objects.requireNonNull(call.far));
            }
            floor.journal.call(call);
            return;
        }
        over(call);
    }

    /** The talk is over and the caller is still there: the rating. */
    void over(Call call) {
        recorder.end(call);
        floor.line.endConversation(call.conversation());
        finish(call, End.ANSWERED);
        callBacks.called(call, true);
        boolean asks = call.direction == Direction.IN || call.purpose == Call.Purpose.CALL_BACK;
        if (!asks || call.far == null) {
            dropAll(call);
            floor.forget(call);
            return;
        }
        call.phase = Phase.RATING;
        if (call.held) {
            call.held = false;
            floor.line.unhold(call.conversation(), call.far);
        }
        call.prompt = call.next("p");
        floor.line.play(call.far, List.of("rate"), call.prompt);
        floor.line.collectDigits(call.far, 1, floor.settings.rating(), STARS);
        call.leaving = floor.loop.after(floor.settings.rating().plus(THANKS), () -> unrated(call));
    }

    void digits(Call call, String digits) {
        if (call.phase != Phase.RATING) {
            return;
        }
        if (digits.length() != 1 || !STARS.contains(digits)) {
            unrated(call);
            return;
        }
        call.stopTimers();
        call.phase = Phase.OVER;
        int stars = digits.charAt(0) - '0';
        floor.journal.rating(call, stars, "KEY", floor.now());
        floor.log(call, "RATED", null, digits);
        rated(call, stars);
        if (call.prompt != null) {
            floor.line.stopPlay(call.prompt);
        }
        floor.line.play(Objects.requireNonNull(call.far), List.of("thanks"), call.next("p"));
        call.leaving = floor.loop.after(THANKS, () -> goodbye(call));
    }

    private void rated(Call call, int stars) {
        floor.seats.values().stream().filter(seat -> seat.staff != null && seat.staff.username().equals(call.person)).findFirst().ifPresent(seat -> {
            seat.today.ratings++;
            seat.today.stars += stars;
            floor.changed(seat);
        });
    }

    /** No key: a message asks, where there is a number to send it to. */
    private void unrated(Call call) {
        if (call.phase == Phase.RATING) {
            call.phase = Phase.OVER;
            askByMessage(call);
            goodbye(call);
        }
    }

    private void askByMessage(Call call) {
        if (!call.caller.isHidden()) {
            floor.journal.ratingWanted(call, floor.now());
        }
    }

    private void goodbye(Call call) {
        dropAll(call);
        floor.forget(call);
    }

    /** The caller, or whom we called, has hung up. */
    void farGone(Call call) {
        switch (call.phase) {
            case WAITING -> queueing.abandoned(call);
            case RATING -> {
                call.phase = Phase.OVER;
                askByMessage(call);
                floor.forget(call);
            }
            case OVER -> floor.forget(call);
            case DIALLING, TALKING, BRIDGED -> {
                floor.log(call, "CALLER_HUNG_UP");
                recorder.end(call);
                boolean answered = call.answeredAt != null;
                finish(call, answered ? End.ANSWERED : End.UNREACHED);
                callBacks.called(call, answered);
                dropAll(call);
                if (call.direction == Direction.IN && answered) {
                    askByMessage(call);
                }
                floor.forget(call);
            }
        }
    }

    /** Outbound and nobody there. */
    void unreached(Call call, SwitchEvent.Failure why) {
        floor.log(call, "UNREACHED", floor.seats.get(call.seat), why.name());
        finish(call, End.UNREACHED);
        callBacks.called(call, false);
        dropAll(call);
        floor.forget(call);
    }

    /** Outbound, and the agent's own telephone did not answer. */
    void agentNotThere(Call call, Party own, SwitchEvent.Failure why) {
        var seat = floor.seat(Objects.requireNonNull(own.seat));
        floor.forget(call, own);
        seat.call = null;
        floor.log(call, "OFFER_LOST", seat, why.name());
        finish(call, End.CANCELLED);
        callBacks.owe(call, CallBack.Why.ASKED);
        floor.state(seat, SeatState.NOT_READY, why.name());
        floor.forget(call);
    }

    /** A department or 110 has hung up. */
    void outsideGone(Call call, Party party) {
        floor.forget(call, party);
        if (party.seat != null) {
            var other = floor.seat(party.seat);
            other.call = null;
            wrapUp(other, call);
        }
        floor.log(call, "LEFT", null, party.name);
        var own = call.seatParty();
        if (own != null && own.in) {
            var seat = floor.seat(Objects.requireNonNull(own.seat));
            if (!call.hasOutside() && seat.state == SeatState.CONFERENCE) {
                floor.state(seat, call.muted ? SeatState.MUTED : SeatState.TALKING, null);
            }
        } else if (call.phase == Phase.BRIDGED && !call.hasOutside()) {
            over(call);
        }
    }

    /** 盲转 to a department that did not answer: the caller comes back to us, before all others. */
    void comesBack(Call call, Party party, SwitchEvent.Failure why) {
        floor.forget(call, party);
        floor.log(call, "OUTSIDE_FAILED", null, party.name + " " + why);
        if (call.phase == Phase.BRIDGED && !call.hasOutside() && call.direction == Direction.IN) {
            queueing.enqueue(call, Queueing.CAME_BACK);
        } else if (call.phase == Phase.BRIDGED && !call.hasOutside()) {
            over(call);
        }
        floor.changed(call);
    }

    /** 座席掉线: the caller is told, hears music, and is the first of all. */
    void seatVanished(Call call, Party own) {
        if (leavesCaller(call, own)) {
            queueing.enqueue(call, Queueing.CAME_BACK);
        }
    }

    /** @return whether a caller is left who must be given to somebody */
    boolean leavesCaller(Call call, Party own) {
        var seat = floor.seat(Objects.requireNonNull(own.seat));
        floor.forget(call, own);
        seat.call = null;
        floor.log(call, "SEAT_VANISHED", seat, "");
        floor.state(seat, SeatState.NOT_READY, "VANISHED");
        if (call.hasOutside() && call.direction == Direction.IN) {
            call.seat = null;
            call.phase = Phase.BRIDGED;
            return false;
        }
        if (call.direction == Direction.OUT) {
            recorder.end(call);
            finish(call, call.answeredAt == null ? End.CANCELLED : End.CUT);
            callBacks.owe(call, CallBack.Why.LOST);
            dropAll(call);
            floor.forget(call);
            return false;
        }
        var consulted = call.consulted();
        if (consulted != null) {
            drop(call, consulted);
        }
        recorder.end(call);
        floor.line.endConversation(call.conversation());
        call.seat = null;
        call.held = false;
        call.muted = false;
        floor.play(call, List.of("hold-on"));
        return true;
    }

    private void finish(Call call, End end) {
        call.stopTimers();
        call.end = end;
        call.endedAt = floor.now();
        if (call.phase != Phase.RATING) {
            call.phase = Phase.OVER;
        }
        floor.journal.call(call);
        floor.changed(call);
    }

    /** All legs but the caller's that is already gone; seats go to wrap-up. */
    private void dropAll(Call call) {
        List.copyOf(call.parties.values()).forEach(party -> drop(call, party));
        if (call.far != null) {
            floor.line.hangUp(call.far);
        }
        floor.line.endConversation(call.conversation());
    }

    private void drop(Call call, Party party) {
        floor.line.hangUp(party.leg);
        floor.forget(call, party);
        if (party.seat != null && party.part != Part.EAR) {
            var seat = floor.seat(party.seat);
            seat.call = null;
            if (seat.state == SeatState.RINGING) {
                floor.state(seat, SeatState.READY, null);
            } else if (seat.state.isInCall()) {
                wrapUp(seat, call);
            }
        } else if (party.part == Part.EAR && party.seat != null) {
            earGone(floor.seat(party.seat));
        }
    }

    void earGone(Seat lead) {
        lead.listeningTo = null;
        lead.ear = null;
        lead.earLeg = null;
        floor.changed(lead);
    }

    /** The line has gone with people speaking: they are called back. */
    void lineLost(Call call) {
        floor.log(call, "LINE_LOST");
        if (call.phase == Phase.WAITING) {
            queueing.lineLost(call);
            return;
        }
        if (call.end == null) {
            boolean answered = call.answeredAt != null;
            finish(call, answered ? End.CUT : End.LOST);
            callBacks.owe(call, CallBack.Why.LOST);
        }
        dropAll(call);
        floor.forget(call);
    }

    // --- 话后整理

    void wrapUp(Seat seat, Call call) {
        seat.call = null;
        count(seat, call);
        floor.state(seat, SeatState.AFTER_CALL, null);
        countDown(seat, call);
    }

    private void count(Seat seat, Call call) {
        if (call.answeredAt != null) {
            seat.today.answered++;
            seat.today.talkSeconds += Math.max(0, Duration.between(call.answeredAt, floor.now()).toSeconds());
        }
    }

    void countDown(Seat seat, Call call) {
        seat.wrapUp = call;
        seat.wrapUpExtended = false;
        runs(seat, floor.settings.wrapUp());
    }

    private void runs(Seat seat, Duration left) {
        if (seat.wrapUpTimer != null) {
            seat.wrapUpTimer.cancel();
        }
        seat.wrapUpUntil = floor.now().plus(left);
        seat.wrapUpTimer = floor.loop.after(left, () -> wrapped(seat));
        floor.changed(seat);
    }

    void resume(Seat seat) {
        runs(seat, floor.settings.wrapUp());
    }

    void extend(Seat seat) {
        if (seat.state != SeatState.AFTER_CALL || seat.wrapUpExtended || seat.wrapUpUntil == null) {
            throw new Refusal("seat-not-now", seat.state, SeatState.AFTER_CALL);
        }
        seat.wrapUpExtended = true;
        runs(seat, Duration.between(floor.now(), seat.wrapUpUntil).plus(floor.settings.wrapUp()));
    }

    /** Time is up, or the person has finished. */
    void wrapped(Seat seat) {
        if (seat.state == SeatState.AFTER_CALL) {
            var next = seat.next == null ? SeatState.READY : seat.next;
            leaveWrapUp(seat);
            floor.state(seat, next, null);
        }
    }

    void leaveWrapUp(Seat seat) {
        if (seat.wrapUpTimer != null) {
            seat.wrapUpTimer.cancel();
            seat.wrapUpTimer = null;
        }
        if (seat.wrapUp != null) {
            seat.today.wrapUpSeconds += Math.max(0, Duration.between(seat.since, floor.now()).toSeconds());
        }
        seat.next = null;
        seat.wrapUp = null;
        seat.wrapUpUntil = null;
        floor.changed(seat);
    }
}

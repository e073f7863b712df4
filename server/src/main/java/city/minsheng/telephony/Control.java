package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands what the switch tells, and what people press, to the rules that it concerns. Everything on the hall's thread. */
final class Control {

    private static final double BAD_LOSS = 3;
    final Floor floor;
    final CallBacks callBacks;
    final Queueing queueing;
    final Ending ending;
    final Talking talking;
    final Ears ears;
    final Recorder recorder;
    final Masked masked;
    final Restoring restoring;
    final Showing showing;

    Control(Floor floor, CallerNumbers numbers, boolean simulated) {
        this.floor = floor;
        this.callBacks = new CallBacks(floor);
        this.queueing = new Queueing(floor, numbers, callBacks);
        this.recorder = new Recorder(floor);
        this.masked = new Masked(floor, recorder);
        this.ending = new Ending(floor, queueing, callBacks, recorder);
        this.talking = new Talking(floor, queueing, ending, callBacks, recorder, masked);
        this.ears = new Ears(floor);
        this.restoring = new Restoring(floor, queueing, talking, ending);
        this.showing = new Showing(floor, recorder, simulated);
    }

    void start() {
        floor.router.start(queueing::heard);
        floor.line.start(event -> floor.loop.run(() -> hear(event)));
    }

    void hear(SwitchEvent event) {
        floor.version++;
        switch (event) {
            case SwitchEvent.CallArrived arrived -> queueing.arrived(arrived);
            case SwitchEvent.LegRinging ringing -> { }
            case SwitchEvent.LegAnswered answered -> leg(answered.leg(), talking::legAnswered);
            case SwitchEvent.LegFailed failed -> leg(failed.leg(), (call, party) -> legFailed(call, party, failed.cause()));
            case SwitchEvent.LegEnded ended -> legEnded(ended.leg());
            case SwitchEvent.Digits digits -> digits(digits);
            case SwitchEvent.PromptFinished finished -> {
                var call = floor.finished(finished.id());
                if (call != null) {
                    queueing.promptFinished(call);
                }
            }
            case SwitchEvent.RecordingReady ready -> recorder.ready(ready);
            case SwitchEvent.RecordingFailed failed -> recorder.failed(failed);
            case SwitchEvent.SeatOnline online -> online(online.number(), true);
            case SwitchEvent.SeatOffline offline -> online(offline.number(), false);
            case SwitchEvent.SeatRenewed renewed -> renewed(renewed.number());
            case SwitchEvent.Known known -> restoring.known(known.snapshot());
            case SwitchEvent.SwitchUp up -> restoring.up();
            case SwitchEvent.SwitchDown down -> restoring.down();
            case SwitchEvent.Joined joined -> { }
            case SwitchEvent.Left left -> { }
            case SwitchEvent.QualityReport quality -> leg(quality.leg(), (call, party) -> quality(call, party, quality));
        }
    }

    private interface OnLeg {
        void of(Call call, Party party);
    }

    private void leg(String leg, OnLeg work) {
        var call = floor.ofLeg(leg);
        var party = call == null ? null : call.parties.get(leg);
        if (call != null && party != null) {
            work.of(call, party);
        }
    }

    /** Bad sound is part of what happened in a call. */
    private void quality(Call call, Party party, SwitchEvent.QualityReport report) {
        if (report.loss() >= BAD_LOSS) {
            floor.log(call, "BAD_SOUND", party.seat == null ? null : floor.seats.get(party.seat), "%.1f %% lost".formatted(report.loss()));
        }
    }

    private void digits(SwitchEvent.Digits digits) {
        var call = floor.ofLeg(digits.leg());
        if (call != null && call.phase == Phase.RATING) {
            ending.digits(call, digits.digits());
        } else if (call != null) {
            queueing.digits(call, digits.digits());
        }
    }

    private void legFailed(Call call, Party party, SwitchEvent.Failure why) {
        switch (party.part) {
            case SEAT -> {
                if (call.phase == Phase.DIALLING) {
                    ending.agentNotThere(call, party, why);
                } else {
                    queueing.lost(call, party, why);
                }
            }
            case CONSULTED -> {
                floor.log(call, "CONSULT_FAILED", floor.seats.get(call.seat), party.name + " " + why);
                talking.consultGone(call, party, SeatState.NOT_READY);
            }
            case TAKING_OVER -> {
                floor.forget(call, party);
                var lead = floor.seat(Objects.requireNonNull(party.seat));
                lead.call = null;
                floor.state(lead, SeatState.NOT_READY, why.name());
            }
            case OUTSIDE -> {
                if (call.phase == Phase.DIALLING) {
                    ending.unreached(call, why);
                } else {
                    ending.comesBack(call, party, why);
                }
            }
            case EAR -> ears.gone(call, party.leg, floor.seat(Objects.requireNonNull(party.seat)));
            case CALLER -> ending.farGone(call);
        }
    }

    private void legEnded(String leg) {
        var call = floor.ofLeg(leg);
        if (call == null) {
            return;
        }
        if (leg.equals(call.far)) {
            ending.farGone(call);
            return;
        }
        var party = call.parties.get(leg);
        if (party == null) {
            return;
        }
        if (!party.in && party.part != Part.CALLER) {
            legFailed(call, party, SwitchEvent.Failure.NO_ANSWER);
            return;
        }
        if (Masked.is(call)) {
            ending.farGone(call); // either of the two
            return;
        }
        switch (party.part) {
            case SEAT -> seatEnded(call, party);
            case CONSULTED -> talking.consultGone(call, party, SeatState.READY);
            case OUTSIDE, TAKING_OVER -> ending.outsideGone(call, party);
            case EAR -> ears.gone(call, leg, floor.seat(Objects.requireNonNull(party.seat)));
            case CALLER -> ending.farGone(call);
        }
    }

    private void seatEnded(Call call, Party party) {
        var seat = floor.seat(Objects.requireNonNull(party.seat));
        if (!seat.online && !call.agentHungUp) {
            ending.seatVanished(call, party);
        } else {
            call.agentHungUp = false;
            ending.agentGone(call, party);
        }
    }

    private void online(String number, boolean there) {
        var seat = floor.seats.get(number);
        if (seat == null || seat.online == there) {
            return;
        }
        seat.online = there;
        floor.changed(seat);
        if (seat.vanishing != null) {
            seat.vanishing.cancel();
            seat.vanishing = null;
        }
        if (!there) {
            seat.vanishing = floor.loop.after(floor.settings.backAgain(), () -> vanished(seat));
        }
    }

    private void vanished(Seat seat) {
        if (seat.online) {
            return;
        }
        var call = seat.call;
        var own = call == null ? null : call.seatParty();
        if (call != null && own != null && seat.number.equals(own.seat) && seat.state.isInCall()) {
            ending.seatVanished(call, own);
            floor.line.hangUp(own.leg);
        } else if (seat.state == SeatState.READY) {
            floor.state(seat, SeatState.NOT_READY, "VANISHED");
        }
    }

    /** The page was loaded again: it is rung again, and who was spoken to need not go to another. */
    private void renewed(String number) {
        var seat = floor.seats.get(number);
        var call = seat == null ? null : seat.call;
        var own = call == null ? null : call.parties.values().stream().filter(party -> number.equals(party.seat) && party.part != Part.EAR).findFirst().orElse(null);
        if (own == null) {
            return;
        }
        floor.line.hangUp(own.leg);
        if (!own.in || own.part == Part.SEAT) {
            talking.ringAgain(call, own);
        } else {
            legEnded(own.leg);
        }
    }

    // --- what people press

    void signIn(Seat seat, Staff staff) {
        if (seat.staff != null && !seat.staff.username().equals(staff.username())) {
            throw new Refusal("seat-taken", seat.number, seat.staff.name());
        }
        floor.seatOf(staff.username()).filter(other -> other != seat).ifPresent(this::signOut);
        if (seat.staff == null) {
            seat.staff = staff;
            floor.router.staff(seat.number, staff.skills(), SeatState.SIGNED_OUT);
            floor.state(seat, SeatState.NOT_READY, "SIGNED_IN");
        }
        floor.changed(seat);
    }

    void signOut(Seat seat) {
        if (seat.state.isInCall() || seat.state == SeatState.RINGING) {
            throw new Refusal("seat-not-now", seat.state, SeatState.SIGNED_OUT);
        }
        ears.end(seat);
        ending.leaveWrapUp(seat);
        floor.state(seat, SeatState.SIGNED_OUT, null);
        seat.staff = null;
        seat.online = false;
        floor.line.revokeSeat(seat.number);
    }

    /** During a call it is kept for afterwards. */
    void ask(Seat seat, SeatState state, @Nullable String reason) {
        if (seat.state.isInCall() || seat.state == SeatState.RINGING) {
            seat.next = state;
            floor.changed(seat);
            return;
        }
        if (seat.listeningTo != null && state != SeatState.NOT_READY) {
            ears.end(seat);
        }
        if (seat.state == SeatState.AFTER_CALL) {
            ending.leaveWrapUp(seat);
        }
        floor.state(seat, state, reason);
    }

    void answer(Seat seat) {
        if (seat.state != SeatState.RINGING || !(floor.line instanceof Hands hands) || seat.call == null) {
            throw new Refusal("seat-not-now", seat.state, SeatState.TALKING);
        }
        seat.call.parties.values().stream().filter(party -> seat.number.equals(party.seat) && !party.in).findFirst().ifPresent(party -> hands.pickUp(party.leg));
    }

    void refuse(Seat seat) {
        if (seat.state != SeatState.RINGING || seat.call == null) {
            throw new Refusal("seat-not-now", seat.state, SeatState.NOT_READY);
        }
        var call = seat.call;
        call.parties.values().stream().filter(party -> seat.number.equals(party.seat) && !party.in).findFirst().ifPresent(party -> {
            floor.line.hangUp(party.leg);
            legFailed(call, party, SwitchEvent.Failure.REJECTED);
        });
    }

    void hangUp(Seat seat) {
        var call = seat.call;
        if (call == null || !seat.state.isInCall()) {
            throw new Refusal("no-call");
        }
        var own = call.parties.values().stream().filter(party -> seat.number.equals(party.seat) && party.part != Part.EAR).findFirst();
        own.ifPresent(party -> {
            floor.line.hangUp(party.leg);
            switch (party.part) {
                case SEAT -> ending.agentGone(call, party);
                case CONSULTED -> talking.consultGone(call, party, SeatState.READY);
                default -> ending.outsideGone(call, party);
            }
        });
    }

    /** An outbound call: the agent's telephone first, then the other side. */
    Call callOut(Seat seat, Call call) {
        if (!floor.up) {
            throw new Refusal("line-down");
        }
        if (seat.state == SeatState.AFTER_CALL) {
            ending.leaveWrapUp(seat);
        }
        floor.state(seat, SeatState.TALKING, "CALL_OUT");
        call.phase = Phase.DIALLING;
        call.seat = seat.number;
        seat.call = call;
        floor.begin(call);
        var party = new Party(call.next("s"), Part.SEAT, "座席 " + seat.number, "Seat " + seat.number, seat.number);
        floor.know(call, party);
        if (seat.staff != null) {
            call.person = seat.staff.username();
            call.group = seat.staff.group();
        }
        floor.journal.call(call);
        floor.log(call, "CALLED_OUT", seat, call.other);
        floor.line.dial(party.leg, new Switch.Target.Seat(seat.number), floor.settings.shownOutside(), floor.settings.ring(), call.leg);
        if (floor.line instanceof Hands hands) {
            hands.pickUp(party.leg);
        }
        return call;
    }

    void callBack(Seat seat, UUID id) {
        if (!floor.up) {
            throw new Refusal("line-down");
        }
        if (!seat.state.mayBecome(SeatState.TALKING)) {
            throw new Refusal("seat-not-now", seat.state, SeatState.TALKING);
        }
        callOut(seat, callBacks.take(id, seat));
    }

    void wrapUp(Seat seat, @Nullable String code, @Nullable String note, boolean done) {
        var call = seat.wrapUp != null ? seat.wrapUp : seat.call;
        if (call == null) {
            throw new Refusal("no-call");
        }
        call.code = code == null ? call.code : code;
        call.note = note == null ? call.note : note;
        floor.journal.call(call);
        if (done && seat.state == SeatState.AFTER_CALL) {
            ending.wrapped(seat);
        }
        floor.changed(seat);
    }

    /** A team lead puts a seat into another state. */
    void force(String by, Seat seat, SeatState state) {
        if (seat.staff == null) {
            throw new Refusal("seat-not-now", seat.state, state);
        }
        if (state == SeatState.SIGNED_OUT) {
            signOut(seat);
        } else {
            ask(seat, state, "FORCED " + by);
        }
    }

    /** All seats that have changed since the last time, as their people may see them. */
    Map<String, SeatView> news() {
        var news = new java.util.LinkedHashMap<String, SeatView>();
        floor.changed.stream().filter(seat -> seat.staff != null).forEach(seat -> news.put(seat.staff.username(), showing.seat(seat)));
        floor.changed.clear();
        return news;
    }
}

package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens between answering and hanging up: hold, mute, a second and a third party, transfers. */
final class Talking {

    private static final Duration OUTSIDE = Duration.ofSeconds(45);
    private final Floor floor;
    private final Queueing queueing;
    private final Ending ending;
    private final CallBacks callBacks;
    private final Recorder recorder;
    private final Masked masked;

    Talking(Floor floor, Queueing queueing, Ending ending, CallBacks callBacks, Recorder recorder, Masked masked) {
        this.floor = floor;
        this.queueing = queueing;
        this.ending = ending;
        this.callBacks = callBacks;
        this.recorder = recorder;
        this.masked = masked;
    }

    // --- a leg is there

    void legAnswered(Call call, Party party) {
        if (call.isOver() && party.part != Part.CALLER) {
            floor.line.hangUp(party.leg);
            return;
        }
        boolean news = !party.in;
        party.in = true;
        if (!news) {
            return;
        }
        switch (party.part) {
            case SEAT -> seatAnswered(call, party);
            case CONSULTED -> consultedAnswered(call, party);
            case OUTSIDE -> outsideAnswered(call, party);
            case TAKING_OVER -> tookOver(call, party);
            case CALLER, EAR -> { }
        }
        floor.changed(call);
    }

    private void seatAnswered(Call call, Party party) {
        var seat = floor.seat(Objects.requireNonNull(party.seat));
        call.stopTimers();
        floor.router.answered(call.leg);
        if (seat.state == SeatState.RINGING) {
            floor.state(seat, SeatState.TALKING, null);
        }
        sits(call, seat);
        if (call.direction == Direction.OUT) {
            callBacks.turn(call, seat);
            dialOut(call);
            return;
        }
        call.phase = Phase.TALKING;
        call.noticeCut = call.prompt != null && !call.greeted;
        floor.stopPlay(call);
        floor.line.stopMusic(call.leg);
        floor.line.join(call.conversation(), List.of(call.leg, party.leg));
        recorder.begin(call);
        answeredNow(call);
        floor.log(call, "ANSWERED", seat, call.noticeCut ? "notice cut short" : "");
    }

    private void sits(Call call, Seat seat) {
        call.seat = seat.number;
        seat.call = call;
        if (seat.staff != null) {
            call.person = seat.staff.username();
            call.group = seat.staff.group();
        }
    }

    private void answeredNow(Call call) {
        if (call.answeredAt == null) {
            call.answeredAt = floor.now();
        }
        if (call.person != null) {
            floor.remembered.spoke(call.caller, call.person, floor.now());
        }
        if (call.direction == Direction.IN) {
            callBacks.spoke(call.caller, call.queue);
        }
        floor.journal.call(call);
    }

    /** Outbound: the agent is there; now the other side. */
    private void dialOut(Call call) {
        call.phase = Phase.DIALLING;
        var leg = call.next("o");
        call.far = leg;
        floor.know(call, new Party(leg, Part.OUTSIDE, call.other, call.otherEnglish, null));
        floor.log(call, "DIALLED", floor.seats.get(call.seat), call.other);
        floor.line.dial(leg, new Switch.Target.Number(Objects.requireNonNull(call.dial)), floor.settings.shownOutside(), OUTSIDE, call.leg);
        floor.journal.call(call);
    }

    private void outsideAnswered(Call call, Party party) {
        if (Masked.is(call)) {
            masked.answered(call, party);
            return;
        }
        if (call.phase == Phase.DIALLING) {
            call.phase = Phase.TALKING;
            floor.line.join(call.conversation(), List.of(Objects.requireNonNull(call.seatParty()).leg, party.leg));
            recorder.begin(call);
            answeredNow(call);
            floor.log(call, "ANSWERED", floor.seats.get(call.seat), party.name);
            return;
        }
        floor.line.stopMusic(call.leg);
        floor.line.join(call.conversation(), List.of(Objects.requireNonNull(call.far), party.leg));
        floor.log(call, "JOINED", call.seat == null ? null : floor.seats.get(call.seat), party.name);
        var own = call.seatParty();
        if (own != null && party.leaveAgent) {
            leave(call, own);
        } else if (own != null) {
            floor.state(floor.seat(Objects.requireNonNull(own.seat)), SeatState.CONFERENCE, null);
        }
    }

    // --- hold, mute, keys

    void hold(Seat seat) {
        var call = talking(seat);
        if (!call.held) {
            floor.state(seat, SeatState.HOLDING, null);
            call.held = true;
            floor.line.hold(call.conversation(), Objects.requireNonNull(call.far));
            floor.log(call, "HELD", seat, "");
        }
    }

    void unhold(Seat seat) {
        var call = talking(seat);
        if (call.held && call.consulted() == null) {
            back(call, seat);
            floor.log(call, "RETRIEVED", seat, "");
        }
    }

    private void back(Call call, Seat seat) {
        if (call.held) {
            call.held = false;
            floor.line.unhold(call.conversation(), Objects.requireNonNull(call.far));
        }
        floor.state(seat, call.hasOutside() && call.direction == Direction.IN ? SeatState.CONFERENCE : call.muted ? SeatState.MUTED : SeatState.TALKING, null);
        floor.changed(call);
    }

    void mute(Seat seat, boolean muted) {
        var call = talking(seat);
        if (call.held) {
            throw new Refusal("seat-not-now", seat.state, SeatState.MUTED);
        }
        if (call.muted != muted) {
            call.muted = muted;
            floor.line.mute(Objects.requireNonNull(call.seatParty()).leg, muted);
            if (muted || seat.state == SeatState.MUTED) {
                floor.state(seat, muted ? SeatState.MUTED : call.hasOutside() && call.direction == Direction.IN ? SeatState.CONFERENCE : SeatState.TALKING, null);
            }
            floor.log(call, muted ? "MUTED" : "UNMUTED", seat, "");
            floor.changed(seat);
        }
    }

    void keys(Seat seat, String digits) {
        var call = talking(seat);
        var other = call.consulted() != null ? call.consulted() : call.party(Part.OUTSIDE);
        floor.line.sendDigits(other == null ? Objects.requireNonNull(call.far) : other.leg, digits);
        floor.log(call, "KEYS", seat, String.valueOf(digits.length()));
    }

    // --- a second one is asked

    void consult(Seat seat, Target target) {
        var call = talking(seat);
        if (call.consulted() != null) {
            throw new Refusal("consulting-already");
        }
        var party = ring(call, Part.CONSULTED, resolve(target, seat), "CONSULT");
        if (!call.held) {
            call.held = true;
            floor.line.hold(call.conversation(), Objects.requireNonNull(call.far));
        }
        floor.state(seat, SeatState.HOLDING, "CONSULT");
        floor.log(call, "CONSULTED", seat, party.name);
    }

    /** A queue stands for its best seat that is ready. */
    private Target resolve(Target target, Seat seat) {
        if (target.kind() == Target.Kind.QUEUE) {
            var free = floor.router.ready(target.code()).stream().filter(number -> !number.equals(seat.number)).findFirst()
                    .orElseThrow(() -> new Refusal("target-busy", target.name()));
            return new Target(Target.Kind.SEAT, free, "座席 " + free, "Seat " + free, null);
        }
        if (target.kind() == Target.Kind.SEAT) {
            var other = floor.seats.get(target.code());
            if (other == null || other == seat || other.state != SeatState.READY) {
                throw new Refusal("target-busy", target.name());
            }
        }
        return target;
    }

    private Party ring(Call call, Part part, Target target, String reason) {
        if (target.kind() == Target.Kind.SEAT) {
            var other = floor.seat(target.code());
            var party = new Party(call.next("s"), part, target.name(), target.english(), other.number);
            floor.state(other, SeatState.RINGING, reason);
            other.call = call;
            floor.changed(other);
            dial(call, party);
            return party;
        }
        var party = new Party(call.next("o"), part, target.name(), target.english(), null);
        floor.know(call, party);
        floor.line.dial(party.leg, new Switch.Target.Number(Objects.requireNonNull(target.dial())), floor.settings.shownOutside(), OUTSIDE, call.leg);
        return party;
    }

    /** 页面重新打开: what rang rings again; who was spoken to is told and held, and rings there before any other. */
    void ringAgain(Call call, Party own) {
        var seat = floor.seat(Objects.requireNonNull(own.seat));
        if (!own.in) {
            floor.forget(call, own);
            dial(call, new Party(call.next("s"), own.part, own.name, own.english, own.seat));
        } else if (ending.leavesCaller(call, own)) {
            call.phase = Phase.WAITING;
            call.seat = seat.number;
            ring(call, Part.SEAT, new Target(Target.Kind.SEAT, seat.number, own.name, own.english, null), "BACK");
        }
    }

    private void dial(Call call, Party party) {
        floor.know(call, party);
        floor.line.dial(party.leg, new Switch.Target.Seat(Objects.requireNonNull(party.seat)), Queueing.shown(call), floor.settings.ring(), call.leg);
    }

    private void consultedAnswered(Call call, Party party) {
        var own = Objects.requireNonNull(call.seatParty());
        if (party.seat != null) {
            floor.state(floor.seat(party.seat), SeatState.TALKING, "CONSULT");
        }
        floor.line.remove(call.conversation(), own.leg);
        floor.line.join(call.consultation(), List.of(own.leg, party.leg));
        floor.log(call, "CONSULT_ANSWERED", floor.seats.get(call.seat), party.name);
    }

    private Party consultedIn(Call call) {
        var party = call.consulted();
        if (party == null || !party.in) {
            throw new Refusal("nobody-consulted");
        }
        return party;
    }

    /** 咨询转接: the caller to the one who was asked. */
    void completeTransfer(Seat seat, String notes) {
        var call = talking(seat);
        var party = consultedIn(call);
        floor.line.endConversation(call.consultation());
        floor.line.join(call.conversation(), List.of(Objects.requireNonNull(call.far), party.leg));
        call.held = false;
        floor.line.unhold(call.conversation(), Objects.requireNonNull(call.far));
        handOn(call, seat, party.name, notes);
        var own = Objects.requireNonNull(call.seatParty());
        party.part = party.seat == null ? Part.OUTSIDE : Part.SEAT;
        leave(call, own);
        if (party.seat != null) {
            sits(call, floor.seat(party.seat));
            call.phase = Phase.TALKING;
            answeredNow(call);
        }
        floor.changed(call);
    }

    private void handOn(Call call, Seat seat, String to, String notes) {
        call.transfers++;
        call.muted = false;
        var staff = Objects.requireNonNull(seat.staff);
        call.handed = new Call.Handed(seat.number, staff.name(), staff.english(), notes, "TRANSFER");
        floor.log(call, "TRANSFERRED", seat, to);
    }

    /** The agent goes, the others stay. */
    private void leave(Call call, Party own) {
        var seat = floor.seat(Objects.requireNonNull(own.seat));
        floor.forget(call, own);
        floor.line.hangUp(own.leg);
        call.phase = Phase.BRIDGED;
        call.seat = null;
        ending.wrapUp(seat, call);
        floor.journal.call(call);
    }

    void conference(Seat seat) {
        var call = talking(seat);
        var party = consultedIn(call);
        floor.line.endConversation(call.consultation());
        party.part = Part.OUTSIDE;
        call.held = false;
        floor.line.unhold(call.conversation(), Objects.requireNonNull(call.far));
        floor.line.join(call.conversation(), List.of(Objects.requireNonNull(call.seatParty()).leg, party.leg));
        floor.state(seat, SeatState.CONFERENCE, null);
        if (party.seat != null) {
            floor.state(floor.seat(party.seat), SeatState.CONFERENCE, null);
        }
        floor.log(call, "CONFERENCE", seat, party.name);
        floor.changed(call);
    }

    void dropConsult(Seat seat) {
        var call = talking(seat);
        var party = call.consulted();
        if (party != null) {
            floor.line.hangUp(party.leg);
            consultGone(call, party, SeatState.READY);
            floor.log(call, "CONSULT_DROPPED", seat, party.name);
        }
    }

    /** The one who was asked did not answer, or has hung up: back to the caller. */
    void consultGone(Call call, Party party, SeatState seatBecomes) {
        boolean spoke = party.in;
        floor.forget(call, party);
        if (party.seat != null) {
            var other = floor.seat(party.seat);
            other.call = null;
            floor.state(other, spoke ? SeatState.AFTER_CALL : seatBecomes, null);
            if (spoke) {
                ending.countDown(other, call);
            }
            floor.changed(other);
        }
        var own = call.seatParty();
        if (own == null || call.isOver()) {
            return;
        }
        if (spoke) {
            floor.line.endConversation(call.consultation());
            floor.line.join(call.conversation(), List.of(own.leg));
        }
        back(call, floor.seat(Objects.requireNonNull(own.seat)));
    }

    // --- cold transfer

    /** 盲转. A queue where nobody is staffed books an expert's call instead: never a dead end. @return the booking */
    @Nullable CallBack transfer(Seat seat, Target target, String notes) {
        var call = talking(seat);
        if (call.consulted() != null) {
            throw new Refusal("consulting-already");
        }
        if (call.direction == Direction.OUT && target.kind() != Target.Kind.DEPARTMENT && target.kind() != Target.Kind.EMERGENCY) {
            throw new Refusal("not-outbound");
        }
        return switch (target.kind()) {
            case QUEUE -> toQueue(call, seat, target, notes);
            case SEAT -> toSeat(call, seat, resolve(target, seat), notes);
            case DEPARTMENT, EMERGENCY -> toOutside(call, seat, target, notes);
        };
    }

    private @Nullable CallBack toQueue(Call call, Seat seat, Target target, String notes) {
        if (floor.router.staffed(target.code()) == 0) {
            return callBacks.bookExpert(call, target.code(), notes);
        }
        goesOn(call, seat, target, notes);
        call.queue = target.code();
        queueing.enqueue(call, Queueing.TRANSFERRED);
        return null;
    }

    private @Nullable CallBack toSeat(Call call, Seat seat, Target target, String notes) {
        goesOn(call, seat, target, notes);
        call.phase = Phase.WAITING;
        call.seat = target.code();
        ring(call, Part.SEAT, target, "TRANSFER");
        return null;
    }

    private @Nullable CallBack toOutside(Call call, Seat seat, Target target, String notes) {
        ring(call, Part.OUTSIDE, target, "TRANSFER");
        goesOn(call, seat, target, notes);
        return null;
    }

    /** The agent is out of it, the caller hears music until the next one is there. */
    private void goesOn(Call call, Seat seat, Target target, String notes) {
        handOn(call, seat, target.name(), notes);
        recorder.end(call);
        floor.line.endConversation(call.conversation());
        if (call.held) {
            call.held = false;
            floor.line.unhold(call.conversation(), Objects.requireNonNull(call.far));
        }
        floor.line.startMusic(Objects.requireNonNull(call.far));
        leave(call, Objects.requireNonNull(call.seatParty()));
    }

    // --- 110, 119, 120, 122

    /** 一键: rung and joined at once, without a consultation; place and summary are kept with the call. */
    void emergency(Seat seat, Target service, String place, String summary, boolean transfer) {
        var call = talking(seat);
        var party = ring(call, Part.OUTSIDE, service, "EMERGENCY");
        party.leaveAgent = transfer;
        floor.journal.handOver(call, service.code(), place, summary, transfer ? "TRANSFER" : "THREE_WAY", Objects.requireNonNull(seat.staff), floor.now());
        floor.log(call, "EMERGENCY", seat, service.code());
    }

    // --- taking over

    void takeOver(Seat lead, Seat from) {
        var call = talking(from);
        var target = new Target(Target.Kind.SEAT, lead.number, "座席 " + lead.number, "Seat " + lead.number, null);
        if (lead.state.isInCall() || lead.state == SeatState.RINGING) {
            throw new Refusal("seat-not-now", lead.state, SeatState.TALKING);
        }
        ring(call, Part.TAKING_OVER, target, "TAKE_OVER");
        floor.log(call, "TAKE_OVER", lead, "座席 " + from.number);
        if (floor.line instanceof Hands hands) {
            hands.pickUp(Objects.requireNonNull(call.party(Part.TAKING_OVER)).leg);
        }
    }

    private void tookOver(Call call, Party party) {
        var lead = floor.seat(Objects.requireNonNull(party.seat));
        floor.state(lead, SeatState.TALKING, "TAKE_OVER");
        floor.line.join(call.conversation(), List.of(Objects.requireNonNull(call.far), party.leg));
        var own = call.seatParty();
        if (own != null) {
            leave(call, own);
        }
        party.part = Part.SEAT;
        call.phase = Phase.TALKING;
        sits(call, lead);
        floor.log(call, "TOOK_OVER", lead, "");
        floor.journal.call(call);
    }

    /** @throws Refusal {@code no-call} where the seat speaks with nobody */
    static Call talking(Seat seat) {
        if (seat.call == null || !seat.state.isInCall() || seat.call.seatParty() == null || !seat.number.equals(seat.call.seat)
                || seat.call.phase != Phase.TALKING && seat.call.phase != Phase.DIALLING) {
            throw new Refusal("no-call");
        }
        return seat.call;
    }
}

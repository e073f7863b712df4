package city.minsheng.telephony;

import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import city.minsheng.telephony.SeatView.CallView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the floor to what screens may show. */
final class Showing {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private final Floor floor;
    private final Recorder recorder;
    private final boolean simulated;
    private SeatView.@Nullable HallView picture;

    Showing(Floor floor, Recorder recorder, boolean simulated) {
        this.floor = floor;
        this.recorder = recorder;
        this.simulated = simulated;
    }

    String line() {
        return floor.up ? "UP" : "DOWN";
    }

    /** One picture for all who look within a second, however many calls come: drawing it looks at every seat and call. */
    SeatView.HallView hall() {
        var now = floor.now();
        return picture == null || !picture.line().equals(line()) || !picture.at().plus(SECOND).isAfter(now) ? fresh() : picture;
    }

    /** The next one. */
    SeatView.HallView fresh() {
        return picture = draw(floor.now());
    }

    private SeatView.HallView draw(Instant now) {
        var waiting = floor.calls.values().stream().filter(call -> call.phase == Phase.WAITING && call.direction == Direction.IN).toList();
        long longest = waiting.stream().mapToLong(call -> Duration.between(call.since, now).toSeconds()).max().orElse(0);
        int ready = (int) floor.seats.values().stream().filter(seat -> seat.state == SeatState.READY).count();
        int talking = (int) floor.seats.values().stream().filter(seat -> seat.state.isInCall()).count();
        return new SeatView.HallView(now, line(), waiting.size(), longest, ready, talking, floor.callBacks.size(), recorder.hasRoom());
    }

    SeatView nobody(@Nullable String own) {
        var free = floor.seats.values().stream().filter(seat -> seat.staff == null).map(seat -> seat.number).toList();
        var suggested = own != null && free.contains(own) ? own
                : floor.seats.values().stream().filter(seat -> seat.staff == null && seat.kind.equals("GENERAL")).map(seat -> seat.number).findFirst().orElse(null);
        return new SeatView(floor.version, floor.now(), line(), simulated, null, null, suggested, free, SeatState.SIGNED_OUT, null, null, null, false,
                List.of("sign-in"), null, null, null, null, null, hall(), null, null);
    }

    SeatView seat(Seat seat) {
        var call = seat.call;
        var consulted = call == null || !seat.number.equals(call.seat) ? null : call.consulted();
        return new SeatView(floor.version, floor.now(), line(), simulated, seat.number, seat.kind, seat.number, List.of(), seat.state, seat.since,
                seat.reason, seat.next, seat.online, may(seat), call == null ? null : call(call),
                consulted == null ? null : new SeatView.Consult(consulted.name, consulted.english, consulted.in ? "TALKING" : "RINGING", consulted.leg),
                wrapUp(seat), listening(seat), today(seat), hall(), null, null);
    }

    private static SeatView.@Nullable WrapUp wrapUp(Seat seat) {
        return seat.wrapUp == null ? null : new SeatView.WrapUp(seat.wrapUp.id, seat.wrapUpUntil, seat.wrapUpExtended, seat.wrapUp.code, seat.wrapUp.note);
    }

    private static SeatView.@Nullable Listening listening(Seat seat) {
        return seat.listeningTo == null || seat.ear == null ? null
                : new SeatView.Listening(Objects.requireNonNullElse(seat.listeningTo.seat, ""), seat.ear.name());
    }

    private static SeatView.TodayView today(Seat seat) {
        var today = seat.today;
        return new SeatView.TodayView(today.answered, today.talkSeconds, today.wrapUpSeconds,
                today.ratings == 0 ? null : Math.round(today.stars * 100.0 / today.ratings) / 100.0, today.ratings);
    }

    CallView call(Call call) {
        var queue = floor.queues.get(call.queue);
        var until = call.answeredAt == null ? floor.now() : call.answeredAt;
        return new CallView(call.id, call.direction.name(), call.purpose == null ? null : call.purpose.name(), call.queue,
                queue == null ? call.queue : queue.name(), queue == null ? call.queue : queue.english(), call.purpose == Call.Purpose.DEPARTMENT ? null : call.caller.masked(),
                call.caller.isHidden(), call.caller.area(), call.caller.areaEnglish(), call.other, call.otherEnglish,
                Math.max(0, Duration.between(call.since, until).toSeconds()), call.since, call.answeredAt, call.held, call.muted, recording(call), call.noticeCut,
                call.priority > 0, call.overflowed, call.order, call.callBack, call.code,
                call.handed == null ? null : new SeatView.HandedView(call.handed.seat(), call.handed.name(), call.handed.english(), call.handed.notes(), call.handed.how()),
                call.parties.values().stream().filter(party -> party.part != Part.EAR).map(party -> leg(call, party)).toList());
    }

    private static String recording(Call call) {
        return call.recordingFailed && call.recording == null ? "FAILED" : call.recording == null ? "OFF" : call.recordingPaused ? "PAUSED" : "ON";
    }

    private static SeatView.LegView leg(Call call, Party party) {
        boolean held = call.held && party.leg.equals(call.far);
        var side = switch (party.part) {
            case CALLER -> "CALLER";
            case SEAT, TAKING_OVER -> "SEAT";
            default -> party.seat == null ? "OUTSIDE" : "SEAT";
        };
        return new SeatView.LegView(party.leg, side, party.name, party.english, held ? "HELD" : party.in ? "IN" : "RINGING");
    }

    /** What the person may do now; screens draw their buttons from it. */
    List<String> may(Seat seat) {
        var may = new ArrayList<String>();
        var call = seat.call;
        if (!seat.state.isInCall() && seat.state != SeatState.RINGING) {
            add(may, seat.state.mayBecome(SeatState.READY), "ready");
            add(may, seat.state.mayBecome(SeatState.NOT_READY), "not-ready");
            add(may, seat.state.mayBecome(SeatState.BREAK), "break");
            add(may, seat.state.mayBecome(SeatState.TRAINING), "training");
            add(may, seat.state.mayBecome(SeatState.SIGNED_OUT), "sign-out");
            add(may, floor.up && seat.state.mayBecome(SeatState.TALKING), "call-out");
        }
        if (seat.state == SeatState.RINGING) {
            add(may, simulated, "answer");
            may.add("refuse");
        }
        if (seat.state == SeatState.AFTER_CALL) {
            may.addAll(List.of("wrap-up-code", "wrap-up-done"));
            add(may, !seat.wrapUpExtended, "wrap-up-extend");
        }
        if (seat.state.isInCall() && call != null && seat.number.equals(call.seat)) {
            inCall(seat, call, may);
        } else if (seat.state.isInCall()) {
            may.add("hang-up");
        }
        return may;
    }

    private void inCall(Seat seat, Call call, List<String> may) {
        boolean talking = call.phase == Phase.TALKING;
        var consulted = call.consulted();
        may.addAll(List.of("hang-up", "wrap-up-code"));
        if (!talking) {
            return;
        }
        add(may, !call.held && consulted == null, "hold");
        add(may, call.held && consulted == null, "unhold");
        add(may, !call.held && !call.muted, "mute");
        add(may, !call.held && call.muted, "unmute");
        add(may, consulted == null, "consult");
        add(may, consulted == null, "transfer");
        add(may, consulted != null && consulted.in, "complete-transfer");
        add(may, consulted != null && consulted.in, "conference");
        add(may, consulted != null, "drop-consult");
        add(may, call.direction == Direction.IN, "emergency");
        may.add("keys");
        add(may, call.recording != null && !call.recordingPaused, "pause-recording");
        add(may, call.recording != null && call.recordingPaused, "resume-recording");
        add(may, call.direction == Direction.IN && !call.caller.isHidden(), "book-expert");
    }

    private static void add(List<String> may, boolean yes, String verb) {
        if (yes) {
            may.add(verb);
        }
    }
}

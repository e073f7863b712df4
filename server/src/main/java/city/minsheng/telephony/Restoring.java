package city.minsheng.telephony;

import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the hall believes and what the switch knows are made one: after a start, after the line was away. Whoever rings
 * goes on ringing, whoever speaks goes on speaking, and who has gone meanwhile is called back.
 */
final class Restoring {

    private final Floor floor;
    private final Queueing queueing;
    private final Talking talking;
    private final Ending ending;
    private Loop.Timer waiting = () -> {};

    Restoring(Floor floor, Queueing queueing, Talking talking, Ending ending) {
        this.floor = floor;
        this.queueing = queueing;
        this.talking = talking;
        this.ending = ending;
    }

    /** The switch is away. Its calls may live on; if it does not come back in time they are taken for lost. */
    void down() {
        floor.up = false;
        floor.downSince = floor.now();
        floor.seats.values().forEach(floor::changed);
        floor.hallChanged = true;
        waiting.cancel();
        waiting = floor.loop.after(floor.settings.lineGrace(), this::allLost);
    }

    void up() {
        floor.up = true;
        floor.downSince = null;
        floor.seats.values().forEach(floor::changed);
        floor.hallChanged = true;
        floor.line.askSnapshot();
    }

    private void allLost() {
        if (!floor.up) {
            List.copyOf(floor.calls.values()).forEach(this::lost);
        }
    }

    private void lost(Call call) {
        if (call.direction == Direction.OUT && call.phase == Phase.WAITING && call.seat == null) {
            return; // a kept place has no leg yet
        }
        ending.lineLost(call);
    }

    void known(Switch.Snapshot snapshot) {
        waiting.cancel();
        var legs = new HashMap<String, Switch.Leg>();
        snapshot.legs().forEach(leg -> legs.put(leg.id(), leg));
        floor.seats.values().forEach(seat -> online(seat, snapshot.seatsOnline().contains(seat.number)));
        List.copyOf(floor.calls.values()).forEach(call -> reconcile(call, legs, snapshot));
        legs.values().stream().filter(leg -> leg.side() == Switch.Side.CALLER && floor.ofLeg(leg.id()) == null && !floor.endedLegs.contains(leg.id()))
                .forEach(leg -> queueing.arrived(new SwitchEvent.CallArrived(leg.id(), leg.from(), leg.to(), leg.since(), true)));
        legs.values().stream().filter(leg -> floor.ofLeg(leg.id()) == null).forEach(leg -> floor.line.hangUp(leg.id()));
        floor.endedLegs.clear();
        floor.seats.values().forEach(this::settle);
    }

    private void online(Seat seat, boolean there) {
        if (!there && seat.staff != null && floor.line instanceof Hands) {
            floor.line.provisionSeat(seat.number, ""); // nobody's browser has to do it again
        } else if (seat.online != there) {
            seat.online = there;
            floor.changed(seat);
        }
    }

    private void reconcile(Call call, Map<String, Switch.Leg> legs, Switch.Snapshot snapshot) {
        call.confirmed = true;
        if (Masked.is(call) && !Masked.isWhole(call, legs.keySet())) {
            lost(call);
            return;
        }
        boolean farThere = call.far != null && legs.containsKey(call.far);
        boolean placeKept = call.direction == Direction.OUT && call.phase == Phase.WAITING;
        boolean dialling = call.phase == Phase.DIALLING && call.parties.keySet().stream().anyMatch(legs::containsKey);
        if (!farThere && !placeKept && !dialling) {
            lost(call);
            return;
        }
        var seat = call.seatParty();
        var leg = seat == null ? null : legs.get(seat.leg);
        if (call.phase == Phase.WAITING) {
            ringing(call, seat, leg);
        } else if (call.phase == Phase.TALKING && seat != null && leg == null) {
            floor.seat(Objects.requireNonNull(seat.seat)).online = snapshot.seatsOnline().contains(seat.seat);
            ending.seatVanished(call, seat);
        }
        recordsOn(call, snapshot);
        for (var party : List.copyOf(call.parties.values())) {
            if (party.part == Part.OUTSIDE && !legs.containsKey(party.leg) && call.parties.containsKey(party.leg)) {
                ending.outsideGone(call, party);
            }
        }
        floor.changed(call);
    }

    /** What was to be recorded when we went away, and is not, goes on being recorded. */
    private void recordsOn(Call call, Switch.Snapshot snapshot) {
        if (call.recording != null && snapshot.conversations().stream().anyMatch(one -> one.id().equals(call.conversation()) && !one.recorded())) {
            floor.line.startRecording(call.conversation(), call.recording);
        }
    }

    /** Nothing rings twice: a leg that still rings is waited for, one that was answered meanwhile is taken. */
    private void ringing(Call call, Party seat, Switch.Leg leg) {
        if (seat == null) {
            if (floor.router.place(call.leg).isEmpty()) {
                queueing.enqueue(call, call.priority);
            }
        } else if (leg == null) {
            queueing.lost(call, seat, SwitchEvent.Failure.UNREACHABLE);
        } else if (leg.answered()) {
            talking.legAnswered(call, seat);
        }
    }

    /** A seat that was in a call which is no more. */
    private void settle(Seat seat) {
        if (seat.call == null && seat.state == SeatState.RINGING) {
            floor.state(seat, SeatState.READY, "RESTORED");
        } else if (seat.call == null && seat.state.isInCall()) {
            floor.state(seat, SeatState.NOT_READY, "RESTORED");
        }
    }
}

package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A call between two telephones outside, with no seat in it: first the one's who asked for it, then the other's. */
final class Masked {

    private static final Duration RING = Duration.ofSeconds(45);
    private final Floor floor;
    private final Recorder recorder;

    Masked(Floor floor, Recorder recorder) {
        this.floor = floor;
        this.recorder = recorder;
    }

    static boolean is(Call call) {
        return call.direction == Call.Direction.OUT && call.seat == null && call.purpose == Call.Purpose.ORDER;
    }

    /** Whether nobody of it has gone while we were away; after a start we no longer know whom it was begun for. */
    static boolean isWhole(Call call, Set<String> legs) {
        return legs.containsAll(call.parties.keySet()) && call.parties.size() == (call.far == null ? 1 : 2);
    }

    void begin(Call call, String own, String name, String english) {
        if (!floor.up) {
            throw new Refusal("line-down");
        }
        call.phase = Phase.DIALLING;
        floor.begin(call);
        var party = new Party(call.next("w"), Part.OUTSIDE, name, english, null);
        floor.know(call, party);
        floor.journal.call(call);
        floor.log(call, "CALLED_OUT", null, name);
        floor.line.dial(party.leg, new Switch.Target.Number(own), floor.settings.shownOutside(), RING, call.leg);
    }

    /** One of the two is there. */
    void answered(Call call, Party party) {
        if (!party.leg.equals(call.far)) {
            call.far = call.next("o");
            floor.know(call, new Party(call.far, Part.OUTSIDE, call.other, call.otherEnglish, null));
            floor.log(call, "DIALLED", null, call.other);
            floor.line.dial(call.far, new Switch.Target.Number(Objects.requireNonNull(call.dial)), floor.settings.shownOutside(), RING, call.leg);
            floor.journal.call(call);
            return;
        }
        call.phase = Phase.BRIDGED;
        call.answeredAt = floor.now();
        floor.line.join(call.conversation(), List.copyOf(call.parties.keySet()));
        recorder.begin(call);
        floor.journal.call(call);
        floor.log(call, "ANSWERED", null, party.name);
    }
}

package city.minsheng.telephony;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;

/** 班长: listens 监听, whispers 耳语, barges in 强插. All of it stands in the log of the call. */
final class Ears {

    private final Floor floor;

    Ears(Floor floor) {
        this.floor = floor;
    }

    void lend(Seat lead, Seat to, Switch.Ear kind) {
        var call = Talking.talking(to);
        if (lead == to || lead.state.isInCall() || lead.state == SeatState.RINGING || lead.state == SeatState.AFTER_CALL) {
            throw new Refusal("seat-not-now", lead.state, SeatState.NOT_READY);
        }
        if (lead.listeningTo != null && lead.listeningTo != call) {
            end(lead);
        }
        floor.state(lead, SeatState.NOT_READY, "LISTENING");
        if (lead.earLeg == null) {
            lead.earLeg = call.next("e");
            lead.listeningTo = call;
            floor.know(call, new Party(lead.earLeg, Part.EAR, "班长", "Team lead", lead.number));
        }
        lead.ear = kind;
        floor.line.lendEar(lead.earLeg, lead.number, call.conversation(), java.util.Objects.requireNonNull(call.seatParty()).leg, kind);
        floor.log(call, kind.name(), lead, "座席 " + to.number);
        floor.changed(lead);
    }

    void end(Seat lead) {
        var call = lead.listeningTo;
        if (call == null || lead.earLeg == null) {
            return;
        }
        floor.line.hangUp(lead.earLeg);
        floor.log(call, "EAR_ENDED", lead, "");
        gone(call, lead.earLeg, lead);
    }

    void gone(Call call, String leg, Seat lead) {
        var party = call.parties.get(leg);
        if (party != null) {
            floor.forget(call, party);
        }
        lead.listeningTo = null;
        lead.ear = null;
        lead.earLeg = null;
        floor.changed(lead);
    }
}

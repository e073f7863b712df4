package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Ear;
import city.minsheng.telephony.asterisk.Ari.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The team lead's ears. To listen or to whisper, the lead's leg is bridged with a snoop channel on the agent's leg; to
 * barge in, it joins the conversation. The helping channel and bridge are named by the lead's leg.
 */
final class Ears {

    private static final String MARK = "~";

    private static final class Lent {
        final String conversation;
        final String agentLeg;
        Ear kind;
        boolean there;

        Lent(String conversation, String agentLeg, Ear kind) {
            this.conversation = conversation;
            this.agentLeg = agentLeg;
            this.kind = kind;
        }
    }

    private final Requests requests;
    private final Conversations conversations;
    private final Map<String, Lent> lent = new HashMap<>();

    Ears(Requests requests, Conversations conversations) {
        this.requests = requests;
        this.conversations = conversations;
    }

    /** Names with the mark are ours alone and told to nobody. */
    static boolean isOurs(String name) {
        return name.contains(MARK);
    }

    void lend(String leg, String conversation, String agentLeg, Ear kind, boolean answered) {
        var before = lent.get(leg);
        if (before != null && before.kind == kind && before.agentLeg.equals(agentLeg)) {
            return;
        }
        var now = new Lent(conversation, agentLeg, kind);
        lent.put(leg, now);
        if (answered) {
            takeBack(leg, before);
            put(leg, now);
        }
    }

    void answered(String leg) {
        var ear = lent.get(leg);
        if (ear != null) {
            put(leg, ear);
        }
    }

    private void put(String leg, Lent ear) {
        ear.there = true;
        if (ear.kind == Ear.BARGE) {
            conversations.join(ear.conversation, List.of(leg));
            return;
        }
        requests.mixing(leg + MARK);
        requests.add(leg + MARK, List.of(leg));
        requests.post("channels/" + ear.agentLeg + "/snoop/" + snoop(leg, ear.kind), Map.of("app", Ari.APPLICATION, "appArgs", "ear," + leg,
                "spy", "both", "whisper", ear.kind == Ear.WHISPER ? "out" : "none")).thenAccept(answer -> failed(leg, answer));
    }

    /** Nothing can be heard of a leg that is not there. */
    private void failed(String leg, Answer answer) {
        if (!answer.isGood() && answer.status() != 0) {
            requests.hangUp(leg);
        }
    }

    /** The helping channel is there: now it can be heard. */
    void snooping(String channel, String leg) {
        requests.add(leg + MARK, List.of(channel));
    }

    /** The agent's leg has gone, and with it what was heard. */
    void snoopEnded(String channel) {
        var leg = channel.substring(0, channel.indexOf(MARK));
        var ear = lent.get(leg);
        if (ear != null && ear.there && channel.equals(snoop(leg, ear.kind))) {
            requests.hangUp(leg);
        }
    }

    private void takeBack(String leg, Ears.Lent ear) {
        if (ear != null && ear.kind == Ear.BARGE) {
            conversations.remove(ear.conversation, leg);
        } else {
            requests.hangUp(snoop(leg, ear == null ? Ear.LISTEN : ear.kind));
        }
    }

    void gone(String leg) {
        var ear = lent.remove(leg);
        if (ear != null) {
            requests.hangUp(snoop(leg, ear.kind));
            requests.endBridge(leg + MARK);
        }
    }

    void forgetAll() {
        lent.clear();
    }

    private static String snoop(String leg, Ear kind) {
        return leg + MARK + kind;
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Leg;
import city.minsheng.telephony.Switch.Side;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.SwitchEvent.Failure;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** From Asterisk's events to ours. */
final class Happening {

    /** All others are not even sent: four of five events of a call are of no use to us. Answers to requests pass it too. */
    static final Map<String, ?> FILTER = Map.of("allowed", List.of("RESTResponse", "StasisStart", "StasisEnd", "ChannelDestroyed", "ChannelStateChange",
            "ChannelDtmfReceived", "PlaybackFinished", "RecordingFinished", "RecordingFailed", "ChannelEnteredBridge", "ChannelLeftBridge").stream().map(type -> Map.of("type", type)).toList());

    private final Parts parts;
    private final Consumer<SwitchEvent> tell;

    Happening(Parts parts, Consumer<SwitchEvent> tell) {
        this.parts = parts;
        this.tell = tell;
    }

    void event(JsonNode event) {
        var channel = event.path("channel");
        var id = channel.path("id").asString("");
        switch (event.path("type").asString("")) {
            case "StasisStart" -> started(event, channel, id);
            case "StasisEnd" -> ended(id, Failure.UNREACHABLE);
            case "ChannelDestroyed" -> ended(id, failure(event.path("cause").asInt()));
            case "ChannelStateChange" -> state(id, channel.path("state").asString(""));
            case "ChannelDtmfReceived" -> parts.keys().pressed(id, event.path("digit").asString(""));
            case "PlaybackFinished" -> parts.playing().finished(event.path("playback").path("id").asString(""));
            case "RecordingFinished" -> parts.recordings().finished(event.path("recording"), parts.conversations()::isHeard);
            case "RecordingFailed" -> parts.recordings().failed(event.path("recording"));
            case "ChannelEnteredBridge" -> bridge(event, id, true);
            case "ChannelLeftBridge" -> bridge(event, id, false);
            default -> { }
        }
    }

    private void started(JsonNode event, JsonNode channel, String id) {
        var word = event.path("args").path(0).asString("");
        switch (word) {
            case "in", "waited" -> arrived(channel, id, word.equals("waited"));
            case "out" -> answered(id, channel);
            case "ear" -> parts.ears().snooping(id, event.path("args").path(1).asString(""));
            default -> parts.requests().hangUp(id);
        }
    }

    private void arrived(JsonNode channel, String id, boolean waited) {
        var from = channel.path("caller").path("number").asString("");
        var to = channel.path("dialplan").path("exten").asString("");
        var since = parts.picture().since(channel);
        var line = parts.lines().add(new Leg(id, id, Side.CALLER, null, from, to, channel.path("state").asString("").equals("Up"), since));
        tell.accept(new SwitchEvent.CallArrived(line.id, from, to, since, waited));
    }

    private void answered(String id, JsonNode channel) {
        var line = parts.lines().get(id);
        if (line == null) { // dialled before we were away
            var leg = parts.picture().leg(channel);
            if (leg == null) {
                return;
            }
            line = parts.lines().add(leg);
        }
        line.answered = true;
        tell.accept(new SwitchEvent.LegAnswered(id));
        parts.ears().answered(id);
    }

    private void state(String id, String state) {
        var line = parts.lines().get(id);
        if (line == null) {
            return;
        }
        if (state.equals("Ringing") && !line.ringing && line.side != Side.CALLER) {
            line.ringing = true;
            tell.accept(new SwitchEvent.LegRinging(id));
        }
        line.answered |= line.side == Side.CALLER && state.equals("Up");
    }

    /** A caller's leg is told as ended when it leaves us, and again when it is destroyed: whichever comes first counts. */
    private void ended(String id, Failure cause) {
        if (Ears.isOurs(id)) {
            parts.ears().snoopEnded(id);
            return;
        }
        var line = parts.lines().get(id);
        if (line != null) {
            forget(line, cause);
        }
    }

    void forget(Line line, Failure cause) {
        parts.conversations().gone(line.id);
        parts.lines().remove(line.id);
        parts.playing().gone(line.id);
        parts.keys().forget(line.id);
        parts.ears().gone(line.id);
        boolean came = line.answered || line.side == Side.CALLER;
        tell.accept(came ? new SwitchEvent.LegEnded(line.id) : new SwitchEvent.LegFailed(line.id, cause));
    }

    private void bridge(JsonNode event, String leg, boolean entered) {
        var bridge = event.path("bridge").path("id").asString("");
        if (!parts.bridges().isHeld(bridge)) {
            return;
        }
        var conversation = Bridges.conversation(bridge);
        if (entered) {
            parts.conversations().entered(conversation, leg);
        } else {
            parts.conversations().left(conversation, leg);
        }
    }

    /** Hang-up causes of Q.850. */
    static Failure failure(int cause) {
        return switch (cause) {
            case 17 -> Failure.BUSY;
            case 16, 18, 19, 127 -> Failure.NO_ANSWER;
            case 21 -> Failure.REJECTED;
            default -> Failure.UNREACHABLE;
        };
    }
}

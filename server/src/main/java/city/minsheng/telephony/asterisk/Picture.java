package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Conversation;
import city.minsheng.telephony.Switch.Leg;
import city.minsheng.telephony.Switch.Side;
import city.minsheng.telephony.Switch.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Asterisk says is going on, in our words. */
final class Picture {

    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private final Clock clock;

    Picture(Clock clock) {
        this.clock = clock;
    }

    /** @param held leg → the conversation in which it is held */
    record Drawn(Snapshot snapshot, Map<String, String> held) {}

    /** @param recorded the conversations that are being recorded */
    Drawn draw(JsonNode channels, JsonNode bridges, JsonNode endpoints, Set<String> recorded) {
        var legs = new LinkedHashMap<String, Leg>();
        var held = new HashMap<String, String>();
        for (var channel : channels) {
            var leg = leg(channel);
            if (leg != null) {
                legs.put(leg.id(), leg);
                var holds = channel.path("channelvars").path(Lines.HOLDS).asString("");
                if (!holds.isEmpty()) {
                    held.put(leg.id(), holds);
                }
            }
        }
        var snapshot = new Snapshot(List.copyOf(legs.values()), conversations(bridges, legs.keySet(), recorded, held), online(endpoints));
        return new Drawn(snapshot, held);
    }

    /** A leg of ours; null for helpers, and for callers whom Asterisk has queued itself. */
    @Nullable Leg leg(JsonNode channel) {
        var id = channel.path("id").asString("");
        var words = channel.path("channelvars").path(Lines.LEG).asString("");
        boolean up = channel.path("state").asString("").equals("Up");
        if (!words.isEmpty() && !Ears.isOurs(id)) {
            var parts = words.split("\\|", -1);
            return new Leg(id, parts[2], Side.valueOf(parts[0]), parts[1].isEmpty() ? null : parts[1], parts[3], parts[4], up, since(channel));
        }
        var plan = channel.path("dialplan");
        boolean caller = plan.path("context").asString("").equals("inbound") && plan.path("app_name").asString("").equals("Stasis");
        return caller ? new Leg(id, id, Side.CALLER, null, channel.path("caller").path("number").asString(""), plan.path("exten").asString(""), up, since(channel)) : null;
    }

    static String words(Side side, @Nullable String seat, String forCall, String from, String to) {
        return String.join("|", side.name(), seat == null ? "" : seat, forCall, from, to);
    }

    Instant since(JsonNode channel) {
        var created = OffsetDateTime.parse(channel.path("creationtime").asString(""), CREATED).toInstant();
        return clock.instant().minus(Duration.between(created, Instant.now()));
    }

    private static List<Conversation> conversations(JsonNode bridges, Set<String> legs, Set<String> recorded, Map<String, String> held) {
        var conversations = new ArrayList<Conversation>();
        for (var bridge : bridges) {
            var id = bridge.path("id").asString("");
            if (!bridge.path("bridge_class").asString("").equals("stasis") || Ears.isOurs(id)) {
                continue;
            }
            var in = new LinkedHashSet<String>();
            for (var channel : bridge.path("channels")) {
                in.add(channel.asString(""));
            }
            in.retainAll(legs);
            held.forEach((leg, holds) -> {
                if (holds.equals(id)) {
                    in.add(leg);
                }
            });
            conversations.add(new Conversation(id, in, recorded.contains(id)));
        }
        return conversations;
    }

    static Set<String> online(JsonNode endpoints) {
        var online = new LinkedHashSet<String>();
        for (var endpoint : endpoints) {
            var seat = Seats.number(endpoint.path("resource").asString(""));
            if (seat != null && endpoint.path("state").asString("").equals("online")) {
                online.add(seat);
            }
        }
        return online;
    }
}

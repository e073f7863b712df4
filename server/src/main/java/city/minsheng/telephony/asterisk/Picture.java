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

    /**
     * @param held leg → the conversation in which it is held
     * @param bridges conversation → its bridge
     */
    record Drawn(Snapshot snapshot, Map<String, String> held, Map<String, String> bridges) {}

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
        var there = there(bridges);
        var conversations = there.entrySet().stream().map(entry -> conversation(entry.getKey(), entry.getValue(), legs.keySet(), recorded, held)).toList();
        var names = new HashMap<String, String>();
        there.forEach((conversation, bridge) -> names.put(conversation, id(bridge)));
        return new Drawn(new Snapshot(List.copyOf(legs.values()), conversations, online(endpoints)), held, names);
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

    /** Conversation → its bridge: the newest, for an older one of the same conversation is being taken down. */
    private static Map<String, JsonNode> there(JsonNode bridges) {
        var there = new LinkedHashMap<String, JsonNode>();
        for (var bridge : bridges) {
            if (bridge.path("bridge_class").asString("").equals("stasis") && !Ears.isOurs(id(bridge))) {
                there.merge(Bridges.conversation(id(bridge)), bridge, (one, other) -> id(one).compareTo(id(other)) > 0 ? one : other);
            }
        }
        return there;
    }

    private static String id(JsonNode bridge) {
        return bridge.path("id").asString("");
    }

    private static Conversation conversation(String name, JsonNode bridge, Set<String> legs, Set<String> recorded, Map<String, String> held) {
        var in = new LinkedHashSet<String>();
        for (var channel : bridge.path("channels")) {
            in.add(channel.asString(""));
        }
        in.retainAll(legs);
        held.forEach((leg, holds) -> {
            if (holds.equals(name)) {
                in.add(leg);
            }
        });
        return new Conversation(name, in, recorded.contains(name));
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

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Leg;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The legs that are there, and the music on them. */
final class Lines {

    /** Channel variables: what a leg is, so that it can be read back, and in which conversation it is held. */
    static final String LEG = "MINSHENG_LEG";
    static final String HOLDS = "MINSHENG_HOLDS";

    private final Requests requests;
    private final Map<String, Line> lines = new HashMap<>();

    Lines(Requests requests) {
        this.requests = requests;
    }

    @Nullable Line get(String leg) {
        return lines.get(leg);
    }

    Line add(Leg leg) {
        return lines.computeIfAbsent(leg.id(), id -> new Line(leg));
    }

    @Nullable Line remove(String leg) {
        return lines.remove(leg);
    }

    Collection<Line> all() {
        return List.copyOf(lines.values());
    }

    void startMusic(String leg) {
        var line = lines.get(leg);
        if (line != null && !line.music) {
            line.music = true;
            playMusic(leg);
        }
    }

    /** A prompt has ended the music. */
    void resumeMusic(String leg) {
        var line = lines.get(leg);
        if (line != null && line.music) {
            playMusic(leg);
        }
    }

    private void playMusic(String leg) {
        requests.channel("POST", leg, "moh", Map.of("mohClass", "default"));
    }

    void stopMusic(String leg) {
        var line = lines.get(leg);
        if (line != null && line.music) {
            line.music = false;
            requests.channel("DELETE", leg, "moh", Map.of());
        }
    }
}

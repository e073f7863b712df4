package city.minsheng.textmining.hotspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 热度: how many different people ask, the newest counting most. One caller's flood counts as one. */
public final class Heat {

    /** After so long a caller counts half. */
    public static final Duration HALF = Duration.ofDays(30);

    private Heat() {}

    /** @param latest when each caller asked last */
    public static double at(Iterable<Instant> latest, Instant now, Duration half) {
        double heat = 0;
        for (var asked : latest) {
            heat += Math.pow(0.5, Math.max(0, Duration.between(asked, now).toMillis()) / (double) half.toMillis());
        }
        return heat;
    }

    /** The most that an event has had. */
    public static double peak(List<Request> requests) {
        var latest = new HashMap<String, Instant>();
        double peak = 0;
        for (var request : requests.stream().sorted(Comparator.comparing(Request::at)).toList()) {
            latest.put(request.caller(), request.at());
            peak = Math.max(peak, at(latest.values(), request.at(), HALF));
        }
        return peak;
    }

    /** When each caller asked last. */
    public static Map<String, Instant> latest(List<Request> requests) {
        var latest = new HashMap<String, Instant>();
        requests.forEach(request -> latest.merge(request.caller(), request.at(), (a, b) -> a.isAfter(b) ? a : b));
        return latest;
    }
}

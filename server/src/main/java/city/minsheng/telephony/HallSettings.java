package city.minsheng.telephony;

import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * The hall's numbers; each is a property {@code minsheng.telephony.…} with the default that stands here.
 *
 * @param mostCalls    above so many at once new callers hear busy and are called back
 * @param callsPerSecond the same above so many in a second
 * @param stick        so long a caller who rings again is given to the agent of last time, if free
 * @param queueMinutes who has waited so long is put on the call-back list
 * @param backAgain    a browser that is loaded again comes back at once; only who stays away longer has vanished
 * @param lease        a node that was not heard of for three beats has lost the hall to the next
 * @param announce     how often the place and the expected wait are told
 */
public record HallSettings(int mostCalls, int callsPerSecond, Duration ring, Duration wrapUp, Duration rating, Duration stick, Duration longestWait,
        Duration announce, Duration lineGrace, Duration backAgain, Duration lease, String shownOutside, int attempts, int recordingDays, long freeMegabytes) {

    public static HallSettings of(Environment properties) {
        return new HallSettings(number(properties, "most-calls", 200), number(properties, "calls-per-second", 90),
                seconds(properties, "ring-seconds", 20), seconds(properties, "wrap-up-seconds", 60), seconds(properties, "rating-seconds", 10),
                Duration.ofHours(number(properties, "stick-hours", 24)), Duration.ofMinutes(number(properties, "queue-minutes", 10)),
                seconds(properties, "announce-seconds", 30), seconds(properties, "line-grace-seconds", 30), seconds(properties, "back-again-seconds", 3), seconds(properties, "beat-seconds", 5).multipliedBy(3),
                properties.getProperty("minsheng.telephony.shown-outside", "12345"), number(properties, "attempts", 3),
                number(properties, "recording-days", 180), number(properties, "free-mb", 500));
    }

    public static HallSettings defaults() {
        return of(new org.springframework.core.env.StandardEnvironment());
    }

    private static int number(Environment properties, String name, int otherwise) {
        return properties.getProperty("minsheng.telephony." + name, Integer.class, otherwise);
    }

    private static Duration seconds(Environment properties, String name, int otherwise) {
        return Duration.ofSeconds(number(properties, name, otherwise));
    }
}

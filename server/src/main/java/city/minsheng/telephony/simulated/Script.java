package city.minsheng.telephony.simulated;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an invented caller does.
 *
 * @param number   null: hidden
 * @param patience hangs up after so long unanswered
 * @param talk     hangs up by itself so long after the answer; null: waits for the agent to do so
 * @param rating   the key pressed when asked for a rating; null: none
 * @param key      the key pressed when offered a call-back; null: none
 */
public record Script(@Nullable String number, String line, Duration patience, @Nullable Duration talk, @Nullable Integer rating, @Nullable String key) {

    public static Script of(String number) {
        return new Script(number, "12345", Duration.ofSeconds(120), null, null, null);
    }

    public Script patience(int seconds) {
        return new Script(number, line, Duration.ofSeconds(seconds), talk, rating, key);
    }

    public Script talks(int seconds) {
        return new Script(number, line, patience, Duration.ofSeconds(seconds), rating, key);
    }

    public Script rates(int stars) {
        return new Script(number, line, patience, talk, stars, key);
    }

    public Script presses(String pressed) {
        return new Script(number, line, patience, talk, rating, pressed);
    }

    public Script to(String called) {
        return new Script(number, called, patience, talk, rating, key);
    }

    @Override
    public String toString() {
        return "Script[to " + line + "]";
    }
}

package city.minsheng.telephony;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue of the city.
 *
 * @param lines    the numbers that lead here; there is no menu
 * @param skill    what a seat must be able to do, at least at this level
 * @param overflow where callers may go too after so long, or at once where nobody is staffed
 */
public record HallQueue(String code, String name, String english, Kind kind, List<String> lines, String skill, int level,
        @Nullable String overflow, Duration overflowAfter) {

    public enum Kind { GENERAL, EXPERT, DIALECT, BUSINESS }

    List<CallRouter.Skill> skills() {
        return List.of(new CallRouter.Skill(skill, level));
    }
}

package city.minsheng.telephony;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What routing knows of callers from before: who spoke with them last, and who needs a dialect. Filled at the start. */
final class Remembered {

    private record Last(String person, Instant at) {}

    private final Map<String, Last> last = new HashMap<>();
    private final Set<String> dialect = new HashSet<>();

    void spoke(Caller caller, String person, Instant at) {
        if (caller.index() != null) {
            last.put(caller.index(), new Last(person, at));
        }
    }

    /** Whoever spoke with the caller last, if that is not before {@code since}. */
    @Nullable String agentOf(Caller caller, Instant since) {
        var found = last.get(caller.index());
        return found == null || found.at().isBefore(since) ? null : found.person();
    }

    void needsDialect(String index, boolean needs) {
        if (needs) {
            dialect.add(index);
        } else {
            dialect.remove(index);
        }
    }

    boolean needsDialect(Caller caller) {
        return dialect.contains(caller.index());
    }

    void forgetBefore(Instant before) {
        last.values().removeIf(one -> one.at().isBefore(before));
    }
}

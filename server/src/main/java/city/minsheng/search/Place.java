package city.minsheng.search;

import java.time.Instant;
import java.util.Map;

/**
 * How far an index has heard the outbox; it stands in each of its commits.
 *
 * @param database which one: a schema that was made anew is another
 * @param until    every event from before this is in it
 * @param last     the newest event that is in it; empty where none is. A database that lacks it was put back to an earlier state
 */
record Place(String database, Instant until, String last) {

    static Place of(Map<String, String> words) {
        return new Place(words.getOrDefault("database", ""), Instant.parse(words.getOrDefault("until", Instant.EPOCH.toString())), words.getOrDefault("last", ""));
    }

    /** Before anything was heard. */
    static final Place NOWHERE = new Place("", Instant.EPOCH, "");

    Map<String, String> words() {
        return Map.of("database", database, "until", until.toString(), "last", last);
    }
}

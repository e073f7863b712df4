package city.minsheng.search;

import city.minsheng.platform.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whose documents must be read again: heard, and not yet in the index. */
final class Waiting {

    /** @param until when these are in, every event from before this is */
    record Batch(Map<String, Set<UUID>> subjects, Instant until, String last) {

        boolean isEmpty() {
            return subjects.isEmpty();
        }
    }

    private final List<Searchable> sources;
    private Map<String, Set<UUID>> subjects = new HashMap<>();
    private Instant until = Instant.EPOCH;
    private String last = "";

    Waiting(List<Searchable> sources) {
        this.sources = sources;
    }

    synchronized void hear(Event event) {
        for (var source : sources) {
            if (source.wants(event.kind())) {
                of(source.kind()).add(event.subject());
            }
        }
        heardLast(event.id());
    }

    synchronized void heardLast(UUID event) {
        var id = event.toString(); // sorts as the id does
        last = id.compareTo(last) > 0 ? id : last;
    }

    synchronized void heardUntil(Instant before) {
        until = before.isAfter(until) ? before : until;
    }

    synchronized Batch take() {
        var batch = new Batch(subjects, until, last);
        subjects = new HashMap<>();
        return batch;
    }

    /** It could not be brought in: later again. */
    synchronized void giveBack(Batch batch) {
        batch.subjects().forEach((kind, some) -> of(kind).addAll(some));
    }

    private Set<UUID> of(String kind) {
        return subjects.computeIfAbsent(kind, known -> new HashSet<>());
    }
}

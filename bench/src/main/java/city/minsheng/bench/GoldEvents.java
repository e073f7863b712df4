package city.minsheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events and pairs that people judged, and how a grouping stands against them. */
final class GoldEvents {

    /** Two requests of which somebody said whether they are one thing. */
    record Pair(String a, String b, boolean same) {}

    /** Sums, so that the parts of a cross-validation add up. */
    record Score(double precision, double recall, int members, int together, int right, int same) {

        static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

        Score and(Score other) {
            return new Score(precision + other.precision, recall + other.recall, members + other.members, together + other.together,
                    right + other.right, same + other.same);
        }

        double p() {
            return precision / members;
        }

        double r() {
            return recall / members;
        }

        double f() {
            return 2 * p() * r() / (p() + r());
        }

        double pairPrecision() {
            return (double) right / together;
        }

        double pairRecall() {
            return (double) right / same;
        }
    }

    final Map<String, Set<String>> members = new LinkedHashMap<>();
    final Map<String, Set<String>> setAside = new HashMap<>();
    final Map<String, Set<String>> negatives = new HashMap<>();
    final Map<String, String> eventOf = new HashMap<>();
    final List<Pair> pairs = new ArrayList<>();

    static GoldEvents read(String events, @Nullable String pairs, Set<String> known) throws IOException {
        var gold = new GoldEvents();
        var table = Table.read(events);
        for (int i = 0; i < table.size(); i++) {
            gold.add(table.get(i, "event"), table.get(i, "role"), table.get(i, "message_id"), known);
        }
        if (pairs != null) {
            gold.addPairs(Table.read(pairs), known);
        }
        return gold;
    }

    void add(String event, String role, String message, Set<String> known) {
        if (!known.contains(message)) {
            return;
        }
        var kind = role.equals("member") ? members : role.equals("borderline") ? setAside : negatives;
        kind.computeIfAbsent(event, e -> new HashSet<>()).add(message);
        if (kind == members) {
            eventOf.put(message, event);
        }
    }

    private void addPairs(Table table, Set<String> known) {
        for (int i = 0; i < table.size(); i++) {
            var pair = new Pair(table.get(i, "id_a"), table.get(i, "id_b"), table.get(i, "label").equals("same"));
            if (!table.get(i, "label").equals("unsure") && known.contains(pair.a()) && known.contains(pair.b())) {
                pairs.add(pair);
            }
        }
    }

    /**
     * B-cubed over the members of these events: every co-member that is not of the event counts against precision, those
     * set aside do not count. And of these pairs, how many that were put together are the same.
     */
    Score score(Map<String, Long> groups, Collection<String> events, Collection<Pair> judged) {
        var byGroup = new HashMap<Long, List<String>>();
        groups.forEach((message, group) -> byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(message));
        double precision = 0;
        double recall = 0;
        int count = 0;
        for (var event : events) {
            for (var message : members.get(event)) {
                var companions = byGroup.get(groups.get(message));
                double own = companions.stream().filter(members.get(event)::contains).count();
                precision += own / companions.stream().filter(other -> !setAside.getOrDefault(event, Set.of()).contains(other)).count();
                recall += own / members.get(event).size();
                count++;
            }
        }
        var together = judged.stream().filter(pair -> groups.get(pair.a()).equals(groups.get(pair.b()))).toList();
        return new Score(precision, recall, count, together.size(), (int) together.stream().filter(Pair::same).count(),
                (int) judged.stream().filter(Pair::same).count());
    }

    /** Of which part an event is, when they are dealt out to so many. */
    int part(String event, int parts) {
        return List.copyOf(members.keySet()).indexOf(event) % parts;
    }

    /** A pair goes with the event that it touches. */
    int part(Pair pair, int parts) {
        var event = eventOf.getOrDefault(pair.a(), eventOf.get(pair.b()));
        var key = pair.a().compareTo(pair.b()) < 0 ? pair.a() + pair.b() : pair.b() + pair.a();
        return event == null ? Math.floorMod(key.hashCode() * 31, parts) : part(event, parts);
    }
}

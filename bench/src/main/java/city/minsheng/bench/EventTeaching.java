package city.minsheng.bench;

import city.minsheng.bench.GoldEvents.Pair;
import city.minsheng.textmining.hotspot.Grouping;
import city.minsheng.textmining.hotspot.Judge;
import city.minsheng.textmining.hotspot.Resemblance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Learns the judge from judged events and pairs, leaving a part out. Members of one event are the same; members and their
 * nearest neighbours outside the event are not; a large event does not count for more than some small ones.
 */
final class EventTeaching {

    private static final double EVENT = 6;
    private static final double JUDGED = 2;
    private static final double NEIGHBOUR = 0.2;
    private static final int NEIGHBOURS = 23;
    private static final double RIDGE = 0.3;

    /** @param parts the parts of the cross-validation that may not see it */
    private record Lesson(String a, String b, boolean same, double weight, Set<Integer> parts) {}

    private final GoldEvents gold;
    private final Grouping read;
    private final int parts;
    private final List<Lesson> lessons = new ArrayList<>();

    /** @param read has read every request */
    EventTeaching(GoldEvents gold, Grouping read, int parts) {
        this.gold = gold;
        this.read = read;
        this.parts = parts;
        gold.members.forEach((event, members) -> prepare(event, List.copyOf(members)));
        for (var pair : gold.pairs) {
            lessons.add(new Lesson(pair.a(), pair.b(), pair.same(), JUDGED, Set.of(gold.part(pair, parts))));
        }
    }

    private void prepare(String event, List<String> members) {
        int size = members.size();
        double weight = Math.min(1, EVENT * Math.sqrt(size) / (size * (size - 1) / 2.0));
        int own = gold.part(event, parts);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                lessons.add(new Lesson(members.get(i), members.get(j), true, weight, Set.of(own)));
            }
        }
        var negatives = gold.negatives.getOrDefault(event, Set.of());
        for (var member : members) {
            negatives.forEach(other -> lessons.add(new Lesson(member, other, false, Math.min(1, 3.0 / size), touched(own, other))));
            read.candidates(member, NEIGHBOURS).stream().filter(other -> !members.contains(other) && !negatives.contains(other)
                    && !gold.setAside.getOrDefault(event, Set.of()).contains(other))
                    .forEach(other -> lessons.add(new Lesson(member, other, false, NEIGHBOUR * Math.min(1, 6.0 / size), touched(own, other))));
        }
    }

    private Set<Integer> touched(int own, String other) {
        var event = gold.eventOf.get(other);
        return event == null || gold.part(event, parts) == own ? Set.of(own) : Set.of(own, gold.part(event, parts));
    }

    /** @param without the parts that are left out */
    Judge learn(Set<Integer> without) {
        var examples = lessons.stream().filter(lesson -> Collections.disjoint(lesson.parts(), without))
                .map(lesson -> new Judge.Example(read.resemblance(lesson.a(), lesson.b()), lesson.same(), lesson.weight())).toList();
        return Judge.learn(examples, new Judge(new double[Resemblance.NAMES.size()], 0), RIDGE);
    }

    List<String> events(int part) {
        return gold.members.keySet().stream().filter(event -> gold.part(event, parts) == part).toList();
    }

    List<Pair> pairs(int part) {
        return gold.pairs.stream().filter(pair -> gold.part(pair, parts) == part).toList();
    }
}

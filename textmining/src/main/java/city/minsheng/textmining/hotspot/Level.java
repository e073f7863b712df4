package city.minsheng.textmining.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups at one level: average link, with a guard against the member that does not belong. */
final class Level {

    /** How likely two requests are one, and whether they stand at two places. */
    record Likeness(double likely, boolean elsewhere) {}

    /** Compares two requests. */
    interface Pairs {
        Likeness of(Reading a, Reading b);
    }

    /** A group that would take the request. */
    private record Offer(long group, double link) {}

    /** @param joined whether the group was there before @param swallowed groups that went into it */
    record Placed(long group, boolean joined, List<Long> swallowed) {}

    private static final int LOOKED_AT = 16;
    private static final int CROSSED = 8;
    private static final int GROUPS = 5;
    private static final int MERGED = 3;
    private static final double STRANGER = 0.05;

    private final Rules rules;
    private final Pairs pairs;
    private final Map<Long, List<Reading>> groups = new HashMap<>();
    private long[] home = new long[1 << 12];
    private final Map<Reading, Set<Reading>> apart = new IdentityHashMap<>();
    private long last;

    Level(Rules rules, Pairs pairs) {
        this.rules = rules;
        this.pairs = pairs;
    }

    /** @param with must be in the same group, whatever the rules say */
    Placed place(Reading reading, List<Reading> candidates, List<Reading> with) {
        var offers = offers(reading, candidates);
        long group = !with.isEmpty() ? home(with.getFirst()) : offers.isEmpty() ? last + 1 : offers.getFirst().group();
        boolean joined = groups.containsKey(group);
        put(reading, group);
        var swallowed = new ArrayList<Long>();
        with.stream().map(this::home).filter(other -> other != group).distinct().forEach(swallowed::add);
        offers.stream().limit(MERGED + 1).map(Offer::group).filter(other -> other != group && !swallowed.contains(other))
                .filter(other -> merges(group, other)).forEach(swallowed::add);
        swallowed.forEach(other -> merge(other, group));
        return new Placed(group, joined, swallowed);
    }

    private List<Offer> offers(Reading reading, List<Reading> candidates) {
        var best = new LinkedHashMap<Long, Double>();
        for (var other : candidates) {
            double likely = pairs.of(reading, other).likely();
            if (likely >= rules.event()) {
                best.merge(home(other), likely, Math::max);
            }
        }
        return best.isEmpty() ? List.of() : best.entrySet().stream().sorted(Map.Entry.<Long, Double>comparingByValue().reversed()).limit(GROUPS)
                .map(entry -> new Offer(entry.getKey(), link(List.of(reading), groups.get(entry.getKey()), LOOKED_AT)))
                .filter(offer -> offer.link() >= rules.asks(groups.get(offer.group()).size()))
                .sorted(Comparator.comparingDouble(Offer::link).reversed()).toList();
    }

    private boolean merges(long a, long b) {
        var one = groups.get(a);
        var other = groups.get(b);
        return !mustStayApart(one, b) && link(one, other, CROSSED) >= rules.asks(Math.max(one.size(), other.size()));
    }

    private boolean mustStayApart(List<Reading> one, long other) {
        return !apart.isEmpty() && one.stream().flatMap(reading -> apart.getOrDefault(reading, Set.of()).stream()).anyMatch(reading -> home(reading) == other);
    }

    void keepApart(Reading a, Reading b) {
        apart.computeIfAbsent(a, r -> new HashSet<>()).add(b);
        apart.computeIfAbsent(b, r -> new HashSet<>()).add(a);
    }

    /** The mean over a sample of both, or 0 where too many do not belong. */
    private double link(List<Reading> a, List<Reading> b, int sample) {
        double sum = 0;
        int count = 0;
        int strangers = 0;
        int elsewhere = 0;
        for (var one : spread(a, sample)) {
            for (var other : spread(b, sample)) {
                var likeness = pairs.of(one, other);
                sum += likeness.likely();
                count++;
                strangers += likeness.likely() < STRANGER ? 1 : 0;
                elsewhere += likeness.elsewhere() ? 1 : 0;
            }
        }
        return strangers > rules.strangers() * count || elsewhere > rules.elsewhere() * count ? 0 : sum / count;
    }

    /** Evenly over the whole life of a group. */
    private static List<Reading> spread(List<Reading> group, int sample) {
        if (group.size() <= sample) {
            return group;
        }
        var some = new ArrayList<Reading>(sample);
        for (int i = 0; i < sample; i++) {
            some.add(group.get((int) ((long) i * (group.size() - 1) / (sample - 1))));
        }
        return some;
    }

    void put(Reading reading, long group) {
        if (reading.number() >= home.length) {
            home = Arrays.copyOf(home, Math.max(home.length * 2, reading.number() + 1));
        }
        long before = home[reading.number()];
        if (before == group) {
            return;
        }
        if (before != 0) {
            take(reading, before);
        }
        home[reading.number()] = group;
        groups.computeIfAbsent(group, g -> new ArrayList<>(2)).add(reading);
        last = Math.max(last, group);
    }

    private void take(Reading reading, long group) {
        var left = groups.get(group);
        left.removeIf(other -> other == reading);
        if (left.isEmpty()) {
            groups.remove(group);
        }
    }

    void merge(long from, long into) {
        for (var reading : groups.remove(from)) {
            home[reading.number()] = into;
            groups.get(into).add(reading);
        }
    }

    void numberAfter(long group) {
        last = Math.max(last, group);
    }

    long group(Reading reading) {
        return home(reading);
    }

    /** 0: in none. */
    private long home(Reading reading) {
        return reading.number() < home.length ? home[reading.number()] : 0;
    }

    List<Reading> members(long group) {
        return groups.getOrDefault(group, List.of());
    }
}

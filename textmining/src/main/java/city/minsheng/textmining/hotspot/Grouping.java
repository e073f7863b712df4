package city.minsheng.textmining.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 归并: requests come one by one, in the order of their arrival, and each finds its event at once. For one thread.
 *
 * <p>Two levels: 同一事件 is precise; 可能相关 holds whole events of the first level that a person should look at together.
 */
public final class Grouping {

    /**
     * Where a request went.
     *
     * @param event     同一事件; a number of its own where it is alone so far
     * @param swallowed events that turned out to be the same and went into it
     * @param related   可能相关
     * @param joined    looser groups that went into that one
     */
    public record Placed(long event, List<Long> swallowed, long related, List<Long> joined) {}

    private final Vocabulary words = new Vocabulary();
    private final Resemblance resemblance = new Resemblance(words);
    private final Candidates candidates = new Candidates(words);
    private final Map<String, Reading> readings = new HashMap<>();
    private Level.@Nullable Likeness[] compared = new Level.Likeness[1 << 12];
    private final List<Reading> met = new ArrayList<>();
    private @Nullable Reading arriving;
    private final Reader reader;
    private Judge judge;
    private final Level same;
    private final Level related;

    /** @param districts names of the areas of the city, such as counties and streets */
    public Grouping(Set<String> districts, Judge judge, Rules same, Rules related) {
        this.reader = new Reader(new Spots(districts), words);
        this.judge = judge;
        this.same = new Level(same, this::likeness);
        this.related = new Level(related, this::likeness);
    }

    /** With what we learned and the rules that we measured. */
    public Grouping(Set<String> districts) {
        this(districts, Judge.LEARNED, Rules.SAME, Rules.RELATED);
    }

    public Placed add(Request request) {
        var reading = read(request);
        arriving = reading;
        var alike = candidates.of(reading);
        var placed = same.place(reading, alike, List.of());
        var loose = related.place(reading, alike, same.members(placed.group()).stream().filter(other -> other != reading).toList());
        met.forEach(other -> compared[other.number()] = null);
        met.clear();
        keep(reading);
        return new Placed(placed.group(), placed.swallowed(), loose.group(), loose.swallowed());
    }

    /** What was compared with the arriving request once is not compared again. */
    private Level.Likeness likeness(Reading a, Reading b) {
        if (a != arriving) {
            return compare(a, b);
        }
        if (b.number() >= compared.length) {
            compared = Arrays.copyOf(compared, Math.max(compared.length * 2, b.number() + 1));
        }
        var known = compared[b.number()];
        if (known == null) {
            known = compare(a, b);
            compared[b.number()] = known;
            met.add(b);
        }
        return known;
    }

    /** Numbers up to this one are taken, also where none of their requests is here. */
    public void numberAfter(long event, long group) {
        same.numberAfter(event);
        related.numberAfter(group);
    }

    /** From now on decides by this one: people have said where the earlier one was wrong. */
    public void decideBy(Judge better) {
        judge = better;
    }

    /** These two are not one event, whatever the texts say: no merging brings their events together. */
    public void keepApart(String a, String b) {
        same.keepApart(readings.get(a), readings.get(b));
    }

    private Level.Likeness compare(Reading a, Reading b) {
        var numbers = resemblance.of(a, b);
        return new Level.Likeness(judge.of(numbers), Resemblance.isElsewhere(numbers));
    }

    /** Puts a request where it is known to belong: after a restart, or because a person said so. */
    public void put(Request request, long event, long group) {
        var reading = readings.get(request.id());
        if (reading == null) {
            reading = read(request);
            keep(reading);
        }
        same.put(reading, event);
        related.put(reading, group);
    }

    private Reading read(Request request) {
        if (readings.containsKey(request.id())) {
            throw new IllegalArgumentException("Request " + request.id() + " is there already");
        }
        return reader.read(request);
    }

    private void keep(Reading reading) {
        words.count(reading.all());
        resemblance.forget();
        candidates.add(reading);
        readings.put(reading.id(), reading);
    }

    public boolean knows(String id) {
        return readings.containsKey(id);
    }

    public int size() {
        return readings.size();
    }

    public long event(String id) {
        return same.group(readings.get(id));
    }

    public long related(String id) {
        return related.group(readings.get(id));
    }

    /** How much two requests resemble each other: what a {@link Judge} learns from. */
    public double[] resemblance(String a, String b) {
        return resemblance.of(readings.get(a), readings.get(b));
    }

    /** So many requests that share the rarest words with this one, itself left out. */
    public List<String> candidates(String id, int most) {
        return candidates.of(readings.get(id), most + 1).stream().map(Reading::id).filter(other -> !other.equals(id)).limit(most).toList();
    }
}

package city.minsheng.textmining.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which earlier requests are worth comparing: those that share the rarest words. Each word's list is read from its newest
 * end and not far, so that the thousandth request costs what the millionth costs.
 */
final class Candidates {

    private static final int TERMS = 16;
    private static final int LATEST = 100;
    private static final int BEST = 12;

    private final Vocabulary words;
    private final List<Reading> readings = new ArrayList<>();
    private final int[] touched = new int[TERMS * LATEST];
    private int[][] lists = new int[1 << 12][];
    private int[] sizes = new int[1 << 12];
    private float[] scores = new float[1 << 12];

    Candidates(Vocabulary words) {
        this.words = words;
    }

    void add(Reading reading) {
        readings.add(reading);
        for (int term : reading.all()) {
            if (term >= lists.length) {
                lists = Arrays.copyOf(lists, Math.max(term + 1, lists.length * 2));
                sizes = Arrays.copyOf(sizes, lists.length);
            }
            append(term, reading.number());
        }
        if (scores.length < readings.size()) {
            scores = new float[scores.length * 2];
        }
    }

    private void append(int term, int number) {
        var list = lists[term];
        if (list == null) {
            list = lists[term] = new int[2];
        } else if (sizes[term] == list.length) {
            list = lists[term] = Arrays.copyOf(list, list.length * 2);
        }
        list[sizes[term]++] = number;
    }

    /** The best, the best first. */
    List<Reading> of(Reading reading) {
        return of(reading, BEST);
    }

    List<Reading> of(Reading reading, int most) {
        int count = 0;
        for (int term : rarest(reading)) {
            float weight = (float) words.square(term) * (has(reading.title(), term) ? 2 : 1);
            for (int i = Math.max(0, sizes[term] - LATEST); i < sizes[term]; i++) {
                int other = lists[term][i];
                if (scores[other] == 0) {
                    touched[count++] = other;
                }
                scores[other] += weight;
            }
        }
        return best(count, most);
    }

    /** Score and number in one long each; a small sorted list takes the place of sorting thousands. */
    private List<Reading> best(int count, int most) {
        var best = new long[Math.min(most, count)];
        for (int i = 0; i < count; i++) {
            long key = (long) Float.floatToIntBits(scores[touched[i]]) << 32 | touched[i];
            scores[touched[i]] = 0;
            if (key > best[0]) {
                int at = 0;
                while (at + 1 < best.length && best[at + 1] < key) {
                    best[at] = best[++at];
                }
                best[at] = key;
            }
        }
        return Arrays.stream(best).filter(key -> key != 0).boxed().sorted(java.util.Comparator.reverseOrder())
                .map(key -> readings.get((int) (long) key)).toList();
    }

    /** Words that were met before, the rarest first; those of the title count twice. */
    private int[] rarest(Reading reading) {
        var keys = new long[reading.all().length];
        int count = 0;
        for (int term : reading.all()) {
            if (term < lists.length && sizes[term] > 0) {
                double weight = words.weight(term) * (has(reading.title(), term) ? 2 : 1);
                keys[count++] = (long) (weight * 1000) << 32 | term;
            }
        }
        Arrays.sort(keys, 0, count);
        var rarest = new int[Math.min(TERMS, count)];
        for (int i = 0; i < rarest.length; i++) {
            rarest[i] = (int) keys[count - 1 - i];
        }
        return rarest;
    }

    private static boolean has(int[] sorted, int term) {
        return Arrays.binarySearch(sorted, term) >= 0;
    }
}

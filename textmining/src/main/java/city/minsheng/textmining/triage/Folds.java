package city.minsheng.textmining.triage;

import city.minsheng.textmining.Alike;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Cuts texts into parts, each with its share of every category. Texts that are nearly the same stay together: they would give away the answer. */
public final class Folds {

    private static final double NEARLY_SAME = 0.5;

    private Folds() {}

    /** @param shingles of each text ({@link Alike#shingles}) @return the part of each text */
    public static int[] of(List<int[]> shingles, int[] labels, int parts) {
        var groups = groups(Alike.groups(shingles, NEARLY_SAME));
        Collections.shuffle(groups, new Random(7));
        groups.sort((one, other) -> other.size() - one.size());
        var part = new int[labels.length];
        var filled = new int[IntStream.of(labels).max().orElse(0) + 1][parts];
        for (var group : groups) {
            int label = labels[group.getFirst()];
            int emptiest = emptiest(filled[label]);
            for (int text : group) {
                part[text] = emptiest;
                filled[labels[text]][emptiest]++;
            }
        }
        return part;
    }

    private static List<List<Integer>> groups(int[] groupOf) {
        var groups = new java.util.LinkedHashMap<Integer, List<Integer>>();
        for (int i = 0; i < groupOf.length; i++) {
            groups.computeIfAbsent(groupOf[i], none -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.values());
    }

    private static int emptiest(int[] filled) {
        int emptiest = 0;
        for (int i = 1; i < filled.length; i++) {
            if (filled[i] < filled[emptiest]) emptiest = i;
        }
        return emptiest;
    }
}

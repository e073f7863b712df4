package city.minsheng.textmining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How alike two texts are, by the pieces of five characters that both have. */
public final class Alike {

    private static final int PIECE = 5;

    /** To group many texts, every eighth piece of the longer ones will do; which ones depends on the piece only. */
    private static final int LONG = 80;

    private static final int EIGHTH = 7;

    /** A piece that so many texts have is a phrase of everybody's. */
    private static final int COMMON = 150;

    private Alike() {}

    /** Numbers of the pieces, each once, in rising order. Punctuation does not count. */
    public static int[] shingles(String text) {
        var letters = Words.letters(text);
        if (letters.length() < PIECE) {
            return letters.isEmpty() ? new int[0] : new int[] {letters.hashCode()};
        }
        return IntStream.rangeClosed(0, letters.length() - PIECE).map(at -> mixed(letters, at)).distinct().sorted().toArray();
    }

    private static int mixed(CharSequence letters, int at) {
        int hash = 0;
        for (int i = at; i < at + PIECE; i++) {
            hash = 31 * hash + letters.charAt(i);
        }
        hash *= 0x9e3779b1;
        return hash ^ hash >>> 15;
    }

    /** Share of the pieces of both that both have: 1 for the same text, 0 for nothing in common. */
    public static double jaccard(int[] one, int[] other) {
        int both = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return one.length + other.length == 0 ? 0 : (double) both / (one.length + other.length - both);
    }

    /** The same number for texts that are at least so alike, directly or through others. */
    public static int[] groups(List<int[]> texts, double least) {
        var pieces = texts.stream().map(Alike::some).toList();
        var having = having(pieces);
        var root = IntStream.range(0, texts.size()).toArray();
        for (int i = 0; i < root.length; i++) {
            for (var pair : before(i, pieces.get(i), having).entrySet()) {
                int j = pair.getKey();
                int all = pieces.get(i).length + pieces.get(j).length - pair.getValue();
                if (pair.getValue() >= least * all) root[root(root, i)] = root(root, j);
            }
        }
        return IntStream.range(0, root.length).map(i -> root(root, i)).toArray();
    }

    private static int[] some(int[] pieces) {
        return pieces.length <= LONG ? pieces : Arrays.stream(pieces).filter(piece -> (piece & EIGHTH) == 0).toArray();
    }

    /** Every piece with every text that has it, in order: the piece above, the text below. */
    private static long[] having(List<int[]> pieces) {
        var having = new long[pieces.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            for (int piece : pieces.get(i)) having[at++] = (long) piece << 32 | i;
        }
        Arrays.sort(having);
        return having;
    }

    /** The earlier texts that have pieces of this one, and how many. */
    private static Map<Integer, Integer> before(int text, int[] pieces, long[] having) {
        var met = new HashMap<Integer, Integer>();
        for (int piece : pieces) {
            int found = Arrays.binarySearch(having, (long) piece << 32);
            int first = found < 0 ? -found - 1 : found;
            boolean common = first + COMMON < having.length && having[first + COMMON] >> 32 == piece;
            for (int at = first; !common && at < having.length && having[at] >> 32 == piece && (int) having[at] < text; at++) {
                met.merge((int) having[at], 1, Integer::sum);
            }
        }
        return met;
    }

    private static int root(int[] root, int i) {
        while (root[i] != i) {
            root[i] = root[root[i]];
            i = root[i];
        }
        return i;
    }
}

package city.minsheng.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Shows where in a text the found words stand, and which part of a long text to show. */
final class Marking {

    private static final int EXCERPT = 90;
    private static final int BEFORE = 20;

    private Marking() {}

    /** The whole text with its marks. */
    static String mark(String text, List<String> runs) {
        return show(text, found(text, runs), 0, text.length());
    }

    /** The part of the texts in which most of the words stand; where none does, the beginning. */
    static String excerpt(List<String> texts, List<String> runs) {
        String best = texts.isEmpty() ? "" : show(texts.getFirst(), new BitSet(), 0, EXCERPT);
        int most = 0;
        for (var text : texts) {
            var marks = found(text, runs);
            int begin = densest(marks);
            int count = marks.isEmpty() ? 0 : marks.get(begin, begin + EXCERPT).cardinality();
            if (count > most) {
                most = count;
                best = show(text, marks, Math.max(0, begin - BEFORE), begin - BEFORE + EXCERPT);
            }
        }
        return best;
    }

    private static int densest(BitSet marks) {
        int best = 0;
        int most = 0;
        for (int at = marks.nextSetBit(0); at >= 0; at = marks.nextSetBit(marks.nextClearBit(at))) {
            int count = marks.get(at, at + EXCERPT - BEFORE).cardinality();
            if (count > most) {
                most = count;
                best = at;
            }
        }
        return best;
    }

    /** Which of the text's characters belong to one of the runs. */
    private static BitSet found(String text, List<String> runs) {
        var folded = folded(text);
        var marks = new BitSet();
        for (var run : runs) {
            for (int at = folded.indexOf(run); at >= 0; at = folded.indexOf(run, at + 1)) {
                marks.set(at, at + run.length());
            }
        }
        return marks;
    }

    /** As long as the text, character for character. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int one = Grams.fold(character);
            folded.append(one == Grams.GAP || Character.charCount(one) != Character.charCount(character)
                    ? "\0".repeat(Character.charCount(character)) : Character.toString(one));
        });
        return folded.toString();
    }

    private static String show(String text, BitSet marks, int from, int to) {
        int begin = whole(text, from);
        int end = whole(text, Math.min(text.length(), to));
        var shown = new ArrayList<String>();
        shown.add(begin > 0 ? "…" : "");
        for (int at = begin; at < end; ) {
            boolean marked = marks.get(at);
            int next = Math.min(end, marked ? marks.nextClearBit(at) : next(marks, at, end));
            shown.add(marked ? Hit.BEGIN + text.substring(at, next) + Hit.END : text.substring(at, next));
            at = next;
        }
        shown.add(end < text.length() ? "…" : "");
        return String.join("", shown);
    }

    private static int next(BitSet marks, int at, int end) {
        int next = marks.nextSetBit(at);
        return next < 0 ? end : next;
    }

    /** Never between the two halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

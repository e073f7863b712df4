package city.minsheng.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How text is cut: every two neighbouring characters are a term, whatever they are, so that a phrase is found exactly where
 * reading everything would find it. Half width, lower case; what is neither letter nor digit parts the text.
 */
final class Grams {

    /** Raised when anything here changes, or what a document may say: an index that was cut otherwise is built anew. */
    static final int VERSION = 2;

    static final int GAP = -1;

    private Grams() {}

    /** One way to write the same character, one for one: positions in the text stay. {@link #GAP} for what parts it. */
    static int fold(int character) {
        int half = character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character;
        return Character.isLetterOrDigit(half) || Character.isIdeographic(half) ? Character.toLowerCase(half) : GAP;
    }

    /** The unbroken pieces of a text, folded. */
    static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        text.codePoints().map(Grams::fold).forEach(character -> {
            if (character != GAP) {
                run.appendCodePoint(character);
            } else if (!run.isEmpty()) {
                runs.add(run.toString());
                run.setLength(0);
            }
        });
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    /** The pairs of a run, in their order; a run of one character has none. */
    static List<String> pairs(String run) {
        var characters = run.codePoints().toArray();
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }
}

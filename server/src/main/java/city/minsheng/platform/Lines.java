package city.minsheng.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where a Chinese line ends: behind any character, but no line begins with a full stop 避头尾, and words and numbers stay whole. */
final class Lines {

    private static final String NOT_FIRST = "、，。；：？！）》〉」』】〕〗％”’…—,.;:?!)]}%·";
    private static final String NOT_LAST = "（《〈「『【〔〖“‘([{";

    private Lines() {}

    /** @param first how much of the first line is taken already @param width how wide a piece of text is */
    static List<String> of(String text, double first, double most, ToDoubleFunction<String> width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\\R", -1)) {
            fill(lines, pieces(paragraph), lines.isEmpty() ? first : 0, most, width);
        }
        return lines;
    }

    private static void fill(List<String> lines, List<String> pieces, double first, double most, ToDoubleFunction<String> width) {
        var line = new StringBuilder();
        double used = first;
        for (var piece : pieces) {
            double needed = width.applyAsDouble(piece);
            if (used + needed > most && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            if (needed > most) { // a word longer than the line
                used = cut(lines, line, piece, most, width);
                continue;
            }
            line.append(line.isEmpty() ? piece.stripLeading() : piece);
            used += needed;
        }
        lines.add(line.toString().stripTrailing());
    }

    private static double cut(List<String> lines, StringBuilder line, String word, double most, ToDoubleFunction<String> width) {
        double used = 0;
        for (var one : (Iterable<String>) word.codePoints().mapToObj(Character::toString)::iterator) {
            double needed = width.applyAsDouble(one);
            if (used + needed > most && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(one);
            used += needed;
        }
        return used;
    }

    /** What may not be torn apart. */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int[] all = text.codePoints().toArray();
        var piece = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            piece.appendCodePoint(all[i]);
            if (i + 1 == all.length || mayPart(all[i], all[i + 1])) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        return pieces;
    }

    private static boolean mayPart(int before, int after) {
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return !(isOfWord(before) && isOfWord(after));
    }

    private static boolean isOfWord(int c) {
        return c < 0x2000 && c > ' ';
    }
}

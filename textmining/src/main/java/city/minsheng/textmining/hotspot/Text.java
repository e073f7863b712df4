package city.minsheng.textmining.hotspot;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A text as characters that can be compared: one width, one case, runs between marks. */
final class Text {

    private Text() {}

    static char[] plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).toCharArray();
    }

    static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    static boolean isWord(char c) {
        return isHan(c) || isLatin(c);
    }

    static boolean stands(char[] text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length || text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Receives each term with the stretch that it covers. */
    interface Sink {
        void term(int code, int from, int to);
    }

    /** Pairs of Chinese characters, and each run of letters and digits as a whole. */
    static void terms(char[] text, Sink sink) {
        for (int i = 0; i < text.length; i++) {
            if (isLatin(text[i])) {
                int to = i;
                int code = 7;
                while (to < text.length && isLatin(text[to])) {
                    code = code * 31 + text[to++];
                }
                sink.term(code | 0x80000000, i, to);
                i = to - 1;
            } else if (isHan(text[i]) && i + 1 < text.length && isHan(text[i + 1])) {
                sink.term((text[i] - 0x4E00) << 15 | text[i + 1] - 0x4E00, i, i + 2);
            }
        }
    }

    /** In order, each once. */
    static int[] sorted(int[] numbers, int size) {
        var sorted = Arrays.copyOf(numbers, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    static int[] union(int[] a, int[] b) {
        var all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return sorted(all, all.length);
    }

    /** Those of a that do not stand in b. */
    static int[] without(int[] a, int[] b) {
        return Arrays.stream(a).filter(term -> Arrays.binarySearch(b, term) < 0).toArray();
    }

    static int common(int[] a, int[] b) {
        int common = 0;
        int at = 0;
        for (int term : a) {
            while (at < b.length && b[at] < term) {
                at++;
            }
            common += at < b.length && b[at] == term ? 1 : 0;
        }
        return common;
    }

    /** How much of the shorter list stands in the other. */
    static double contained(int[] a, int[] b) {
        int least = Math.min(a.length, b.length);
        return least == 0 ? 0 : (double) common(a, b) / least;
    }
}

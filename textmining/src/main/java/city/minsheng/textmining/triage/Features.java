package city.minsheng.textmining.triage;

import city.minsheng.textmining.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the models see of a text: its characters, pairs of characters and words, each as a number of 64 bits with its weight. What
 * stands in front weighs up to seven times more: the title, or how a caller begins, says what it is about.
 */
final class Features {

    private static final double FRONT = 6;
    private static final double FADES = 15;
    private static final long WORD = 0x9e3779b97f4a7c15L;

    /** One word of the text, and the keys of its features. */
    record Spelled(String word, long[] keys) {}

    /** Each once, in rising order. */
    final long[] keys;

    final float[] weights;

    private final List<Words.Word> words;

    private Features(long[] keys, float[] weights, List<Words.Word> words) {
        this.keys = keys;
        this.weights = weights;
        this.words = words;
    }

    static Features of(String text) {
        var words = Words.in(text);
        var letters = letters(words);
        var found = new Gathered(2 * letters.length() + words.size());
        for (int i = 0; i < letters.length(); i++) {
            found.add(key(letters, i, i + 1), front(i));
            if (i + 1 < letters.length()) found.add(key(letters, i, i + 2), front(i));
        }
        int at = 0;
        for (var word : words) {
            found.add(wordKey(word.text()), front(at));
            at += word.text().length();
        }
        return found.once(words);
    }

    private static String letters(List<Words.Word> words) {
        var letters = new StringBuilder();
        words.forEach(word -> letters.append(word.text()));
        return letters.toString();
    }

    /** The words of two characters and more, each once, with everything that the models see of it. */
    List<Spelled> spelled() {
        var spelled = new ArrayList<Spelled>();
        for (var word : words.stream().map(Words.Word::text).distinct().filter(each -> each.length() > 1).toList()) {
            var keys = new long[2 * word.length()];
            int n = 0;
            for (int i = 0; i < word.length(); i++) {
                keys[n++] = key(word, i, i + 1);
                if (i + 1 < word.length()) keys[n++] = key(word, i, i + 2);
            }
            keys[n] = wordKey(word);
            spelled.add(new Spelled(word, keys));
        }
        return spelled;
    }

    /** The tenth time a word is said it says less than the first time. */
    static float[] damped(float[] weights) {
        var damped = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            damped[i] = (float) Math.log1p(weights[i]);
        }
        return damped;
    }

    private static float front(int at) {
        return (float) (1 + FRONT * Math.exp(-at / FADES));
    }

    private static long wordKey(String word) {
        return mixed(key(word, 0, word.length()) ^ WORD);
    }

    private static long key(CharSequence text, int start, int end) {
        long key = 0xcbf29ce484222325L;
        for (int i = start; i < end; i++) {
            key = (key ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(key);
    }

    private static long mixed(long key) {
        key = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        key = (key ^ key >>> 27) * 0x94d049bb133111ebL;
        return key ^ key >>> 31;
    }

    /** Features as they come, to be added up. */
    private static final class Gathered {

        private final long[] keys;
        private final float[] weights;
        private int size;

        Gathered(int most) {
            keys = new long[most];
            weights = new float[most];
        }

        void add(long key, float weight) {
            keys[size] = key;
            weights[size++] = weight;
        }

        Features once(List<Words.Word> words) {
            var sorted = Arrays.copyOf(keys, size);
            Arrays.sort(sorted);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) sorted[distinct++] = sorted[i];
            }
            var once = Arrays.copyOf(sorted, distinct);
            var sums = new float[distinct];
            for (int i = 0; i < size; i++) {
                sums[Arrays.binarySearch(once, keys[i])] += weights[i];
            }
            return new Features(once, sums, words);
        }
    }
}

package city.minsheng.textmining;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 分词: cuts Chinese text into words. What is neither a Chinese character nor a letter nor a digit ends a word and is dropped. */
public final class Words {

    /** One word and where it stands in the normal form of the text. */
    public record Word(String text, int start, int end) {}

    /** Longer runs are cut in pieces: the time for a run grows with its square. */
    private static final int RUN = 400;

    /** Loading the dictionary takes 0.3 s and 30 MB: not before the first text comes. */
    private static final class Dictionary {
        static final Segment CUT = new ViterbiSegment()
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enablePartOfSpeechTagging(false)
                .enableOffset(true);
    }

    private Words() {}

    /** One way to write the same: half-width, lower case. As long as people type, the length stays the same. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public static List<String> of(String text) {
        return in(text).stream().map(Word::text).toList();
    }

    public static List<Word> in(String text) {
        var normal = normal(text);
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < normal.length()) {
            boolean chinese = isChinese(normal.charAt(at));
            int end = at + 1;
            if (chinese) {
                while (end < normal.length() && end - at < RUN && isChinese(normal.charAt(end))) end++;
                cut(normal, at, end, words);
            } else if (isLatin(normal.charAt(at))) {
                while (end < normal.length() && isLatin(normal.charAt(end))) end++;
                words.add(new Word(normal.substring(at, end), at, end));
            }
            at = end;
        }
        return words;
    }

    private static void cut(String normal, int start, int end, List<Word> words) {
        for (var term : Dictionary.CUT.seg(normal.substring(start, end))) {
            words.add(new Word(term.word, start + term.offset, start + term.offset + term.word.length()));
        }
    }

    /** Characters, letters and digits alone, in their normal form. */
    static String letters(String text) {
        var letters = new StringBuilder();
        Words.normal(text).chars().filter(c -> isChinese((char) c) || isLatin((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    static boolean isChinese(char c) {
        return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf';
    }

    /** Letters and digits of any other writing stand together: A3, 18, 5g. */
    static boolean isLatin(char c) {
        return !isChinese(c) && Character.isLetterOrDigit(c);
    }
}

package city.minsheng.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A field that is cut into {@link Grams}; its texts follow each other with a gap between. */
final class GramField extends Field {

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TYPE.freeze();
    }

    private final List<String> texts;

    GramField(String name, List<String> texts) {
        super(name, TYPE);
        this.texts = texts;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
        var stream = before instanceof Stream used ? used : new Stream();
        stream.begin(texts);
        return stream;
    }

    /** Pair after pair; the last character before a gap stands alone, so that single characters are found by their beginning. */
    private static final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private List<String> texts = List.of();
        private int text;
        private int at;
        private int next = Grams.GAP; // the folded character before `at`, not yet told

        void begin(List<String> all) {
            texts = all;
            text = 0;
            at = 0;
            next = Grams.GAP;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            int steps = next == Grams.GAP ? 2 : 1; // no phrase reaches over a gap
            while (next == Grams.GAP) {
                if (text == texts.size()) {
                    return false;
                }
                next = read();
            }
            int first = next;
            next = text == texts.size() ? Grams.GAP : read();
            step.setPositionIncrement(steps);
            append(first);
            append(next);
            return true;
        }

        /** The next character of the texts; a gap between any two. */
        private int read() {
            var current = texts.get(text);
            if (at >= current.length()) {
                text++;
                at = 0;
                return Grams.GAP;
            }
            int character = current.codePointAt(at);
            at += Character.charCount(character);
            return Grams.fold(character);
        }

        private void append(int character) {
            if (Character.isBmpCodePoint(character)) {
                term.append((char) character);
            } else if (character != Grams.GAP) {
                term.append(Character.highSurrogate(character)).append(Character.lowSurrogate(character));
            }
        }
    }
}

package city.minsheng.search;

import city.minsheng.textmining.Initials;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** The initials of a name in pairs, as {@link GramField} writes characters; several readings stand at one position. */
final class InitialsField extends Field {

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TYPE.setOmitNorms(true);
        TYPE.freeze();
    }

    private record Pair(String letters, int step) {}

    private final List<Pair> pairs;

    InitialsField(String field, List<String> names) {
        super(field, TYPE);
        this.pairs = names.stream().flatMap(name -> pairs(name).stream()).toList();
    }

    private static List<Pair> pairs(String name) {
        var letters = Initials.of(name);
        var pairs = new ArrayList<Pair>();
        int step = 2; // no name reaches over into the next
        for (int i = 0; i + 1 < letters.size(); i++) {
            for (char first : letters.get(i).toCharArray()) {
                for (char second : letters.get(i + 1).toCharArray()) {
                    pairs.add(new Pair("" + first + second, step));
                    step = 0;
                }
            }
            step++;
        }
        return pairs;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
        return new Stream(pairs);
    }

    private static final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final java.util.Iterator<Pair> rest;

        Stream(List<Pair> pairs) {
            rest = pairs.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            var pair = rest.next();
            term.append(pair.letters());
            step.setPositionIncrement(pair.step());
            return true;
        }
    }
}

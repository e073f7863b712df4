package city.minsheng.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * What of a long text tells it from others: the pairs that are rare in the index and not rare in the text. Asking for all of
 * them would find no more and cost ten times as much.
 */
record Telling(List<Pair> pairs) {

    /** @param often how often in the text, at most twice: who repeats himself says it once */
    record Pair(String letters, int often, double weight) {}

    private static final Pattern FIRST = Pattern.compile("[。！？!?\\n]");
    private static final int LONGEST = 2000;
    private static final int MOST = 64;
    private static final int OFTEN = 2;
    private static final double SOFT = 1.2;

    static Telling of(String text, IndexSearcher searcher) throws IOException {
        var counts = counts(text);
        double all = searcher.getIndexReader().numDocs();
        var pairs = new ArrayList<Pair>();
        for (var entry : counts.entrySet()) {
            int among = searcher.getIndexReader().docFreq(new Term(Written.TEXT, entry.getKey()));
            if (among > 0) {
                double often = entry.getValue();
                double rare = Math.log(1 + (all - among + 0.5) / (among + 0.5));
                pairs.add(new Pair(entry.getKey(), (int) Math.min(OFTEN, often), often / (often + SOFT) * rare));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::weight).reversed().thenComparing(Pair::letters));
        return new Telling(List.copyOf(pairs.subList(0, Math.min(MOST, pairs.size()))));
    }

    private static Map<String, Integer> counts(String text) {
        var counts = new HashMap<String, Integer>();
        var beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        count(beginning, counts);
        count(FIRST.split(beginning, 2)[0], counts); // what people say first is what it is about
        return counts;
    }

    private static void count(String text, Map<String, Integer> counts) {
        Grams.runs(text).forEach(run -> Grams.pairs(run).forEach(pair -> counts.merge(pair, 1, Integer::sum)));
    }

    /** How much of what tells is in the document, 0 to 1. */
    double shareIn(Document document) {
        var there = new HashSet<String>();
        var texts = new ArrayList<>(document.texts());
        texts.add(document.title());
        texts.forEach(text -> Grams.runs(text).forEach(run -> there.addAll(Grams.pairs(run))));
        double all = pairs.stream().mapToDouble(Pair::weight).sum();
        return all == 0 ? 0 : pairs.stream().filter(pair -> there.contains(pair.letters())).mapToDouble(Pair::weight).sum() / all;
    }

    List<String> letters() {
        return pairs.stream().map(Pair::letters).toList();
    }
}

package city.minsheng.search;

import city.minsheng.textmining.Words;
import java.util.LinkedHashSet;
import java.util.List;

/** The words of a phrase that stands nowhere as it was typed. */
final class Parts {

    private static final int SHORT = 3;

    private Parts() {}

    static List<String> of(List<String> runs) {
        var parts = new LinkedHashSet<String>();
        for (var run : runs) {
            var words = run.length() < SHORT ? List.of(run) : Words.of(run).stream().filter(word -> word.length() > 1).toList();
            parts.addAll(words.isEmpty() ? List.of(run) : words);
        }
        return List.copyOf(parts);
    }
}

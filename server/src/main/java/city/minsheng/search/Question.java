package city.minsheng.search;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Empty: not narrowed by it.
 *
 * @param to   exclusive
 * @param most how many hits to show, {@code skip} further down
 */
public record Question(String words, List<String> kinds, Map<Facet, List<String>> facets, @Nullable Instant from, @Nullable Instant to,
        Sort sort, int skip, int most) {

    public enum Sort { BEST, NEWEST }

    private static final int MOST = 100;
    private static final int DEEPEST = 1000;

    public Question {
        most = Math.clamp(most, 1, MOST);
        skip = Math.clamp(skip, 0, DEEPEST);
    }

    public static Question of(String words) {
        return new Question(words, List.of(), Map.of(), null, null, Sort.BEST, 0, 20);
    }

    public Question kinds(String... only) {
        return new Question(words, List.of(only), facets, from, to, sort, skip, most);
    }

    public Question facet(Facet facet, Collection<String> codes) {
        var all = new EnumMap<Facet, List<String>>(Facet.class);
        all.putAll(facets);
        all.put(facet, codes.stream().filter(code -> !code.isBlank()).toList());
        return new Question(words, kinds, all, from, to, sort, skip, most);
    }

    public Question facet(Facet facet, @Nullable String code) {
        return code == null ? this : facet(facet, List.of(code));
    }

    public Question between(@Nullable Instant begin, @Nullable Instant end) {
        return new Question(words, kinds, facets, begin, end, sort, skip, most);
    }

    public Question newest() {
        return new Question(words, kinds, facets, from, to, Sort.NEWEST, skip, most);
    }

    public Question skip(int some) {
        return new Question(words, kinds, facets, from, to, sort, some, most);
    }

    public Question most(int hits) {
        return new Question(words, kinds, facets, from, to, sort, skip, hits);
    }

    boolean isNarrowed() {
        return from != null || to != null || facets.values().stream().anyMatch(codes -> !codes.isEmpty());
    }
}

package city.minsheng.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found. The index keeps its terms, not its texts: what a hit shows is read anew. Never with the name
 * or the number of a requester in it.
 *
 * @param subject whose events it hears; several documents may have one subject
 * @param id      within its kind, what a screen opens it by
 * @param texts   everything that may be found beside the title
 * @param codes   numbers that people read out whole, or the beginning or the end of
 * @param names   places, departments, categories: found by the initials of their pinyin
 * @param seenBy  who may find it; see {@link Searchable#keys}
 * @param from    when it begins to exist for readers, and
 * @param until   when it ceases to
 */
public record Document(UUID subject, String id, String title, List<String> texts, List<String> codes, List<String> names,
        Set<String> seenBy, Instant at, Map<Facet, String> facets, @Nullable Instant from, @Nullable Instant until) {

    /** Found by nobody, until somebody is named. */
    public static Document of(UUID subject, String id, @Nullable String title) {
        return new Document(subject, id, title == null ? "" : title, List.of(), List.of(), List.of(), Set.of(), Instant.EPOCH, Map.of(), null, null);
    }

    public Document text(@Nullable String... more) {
        return new Document(subject, id, title, with(texts, more), codes, names, seenBy, at, facets, from, until);
    }

    public Document code(@Nullable String... more) {
        return new Document(subject, id, title, texts, with(codes, more), names, seenBy, at, facets, from, until);
    }

    public Document names(@Nullable String... more) {
        return new Document(subject, id, title, texts, codes, with(names, more), seenBy, at, facets, from, until);
    }

    public Document seenBy(String... more) {
        var all = new HashSet<>(seenBy);
        all.addAll(Set.of(more));
        return new Document(subject, id, title, texts, codes, names, all, at, facets, from, until);
    }

    public Document at(Instant when) {
        return new Document(subject, id, title, texts, codes, names, seenBy, when, facets, from, until);
    }

    public Document facet(Facet facet, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return this;
        }
        var all = new EnumMap<Facet, String>(Facet.class);
        all.putAll(facets);
        all.put(facet, code);
        return new Document(subject, id, title, texts, codes, names, seenBy, at, all, from, until);
    }

    public Document between(@Nullable Instant begin, @Nullable Instant end) {
        return new Document(subject, id, title, texts, codes, names, seenBy, at, facets, begin, end);
    }

    boolean isThere(Instant now) {
        return (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
    }

    private static List<String> with(List<String> some, @Nullable String... more) {
        var all = new ArrayList<>(some);
        for (var text : more) {
            if (text != null && !text.isBlank()) {
                all.add(text);
            }
        }
        return all;
    }
}

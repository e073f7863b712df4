package city.minsheng.textmining;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 疑似重复: requests that may be about the same, with what speaks for it. A suggestion: people join, and nothing joins by itself. */
public final class Duplicates {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final double TITLE = 0.85;
    private static final double TEXT = 0.8;

    /** From the same caller less is needed: he calls again in other words. */
    private static final double TITLE_OF_SAME_CALLER = 0.5;
    private static final double TEXT_OF_SAME_CALLER = 0.3;

    /** @param caller any mark that is the same for the same person; empty if nobody knows */
    public record Request(String id, String caller, String title, String text, Instant at) {}

    /**
     * @param title how alike the titles are, 0 to 1
     * @param text how much of the texts is the same, 0 to 1
     * @param sameCaller the same person again, rather than another one on the same matter
     * @param words that both have, the longest first
     * @param apart between the two
     */
    public record Evidence(String id, double title, double text, boolean sameCaller, List<String> words, Duration apart) {}

    private Duplicates() {}

    /** The likeliest first. */
    public static List<Evidence> of(Request request, Collection<Request> earlier) {
        var title = pairs(request.title());
        var text = Alike.shingles(request.text());
        return earlier.stream().filter(each -> !each.id().equals(request.id()))
                .map(each -> compare(request, title, text, each)).flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(each -> -Math.max(each.title(), each.text())))
                .toList();
    }

    private static Optional<Evidence> compare(Request one, Map<String, Integer> pairs, int[] shingles, Request other) {
        var apart = Duration.between(other.at(), one.at()).abs();
        if (apart.compareTo(LATELY) > 0) {
            return Optional.empty();
        }
        boolean sameCaller = !one.caller().isEmpty() && one.caller().equals(other.caller());
        double title = cosine(pairs, pairs(other.title()));
        double text = Alike.jaccard(shingles, Alike.shingles(other.text()));
        boolean alike = sameCaller
                ? title >= TITLE_OF_SAME_CALLER || text >= TEXT_OF_SAME_CALLER
                : title >= TITLE || text >= TEXT;
        return alike ? Optional.of(new Evidence(other.id(), title, text, sameCaller, shared(one, other), apart)) : Optional.empty();
    }

    private static List<String> shared(Request one, Request other) {
        var words = Words.of(one.title() + "\n" + one.text());
        var others = java.util.Set.copyOf(Words.of(other.title() + "\n" + other.text()));
        return words.stream().distinct().filter(word -> word.length() > 1 && others.contains(word))
                .sorted(Comparator.comparingInt(word -> -word.length())).limit(8).toList();
    }

    /** Of the pairs of characters of two titles: 1 for the same, 0 for nothing in common. */
    static double cosine(Map<String, Integer> ones, Map<String, Integer> others) {
        double product = ones.entrySet().stream().mapToDouble(each -> each.getValue() * others.getOrDefault(each.getKey(), 0)).sum();
        double lengths = Math.sqrt(square(ones) * square(others));
        return lengths == 0 ? 0 : product / lengths;
    }

    static Map<String, Integer> pairs(String title) {
        var letters = Words.letters(title);
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.merge(letters.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static double square(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToDouble(count -> count * count).sum();
    }
}

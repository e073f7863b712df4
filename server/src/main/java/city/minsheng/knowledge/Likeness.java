package city.minsheng.knowledge;

import city.minsheng.textmining.Parts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much what somebody says is like a question that is known: by the pairs of characters that both hold, rare ones counting
 * more. Between 0 and 1. Plain functions; Chinese needs no words for this, two characters at a time are enough.
 */
public final class Likeness {

    /** What callers say around their question, in every call. */
    private static final List<String> CHAFF = List.of("您好", "你好", "请问", "我想问一下", "想问一下", "问一下", "我想咨询", "咨询一下", "咨询", "怎么办理", "怎么办",
            "如何办理", "怎么弄", "需要什么", "能不能", "可不可以", "可以吗", "麻烦", "谢谢", "一下", "的话", "我们", "我家", "这个", "那个", "什么", "怎么", "如何", "吗", "呢", "啊", "的", "了");
    private static final int STORY = 8;
    private final Map<String, Integer> seen = new HashMap<>();
    private final int texts;

    /** @param known all texts that are to be compared with: what stands in many of them says little */
    public Likeness(List<String> known) {
        for (var text : known) {
            pairs(text).forEach(pair -> seen.merge(pair, 1, Integer::sum));
        }
        this.texts = Math.max(1, known.size());
    }

    /** The pairs of a text without what says nothing; a single character stands for itself. */
    public static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (var run : plain(text).split("[^\\p{IsHan}\\p{Alnum}]+")) {
            var characters = run.codePoints().toArray();
            for (int i = 0; i + 1 < characters.length; i++) {
                pairs.add(new String(characters, i, 2));
            }
            if (characters.length == 1) {
                pairs.add(run);
            }
        }
        return pairs;
    }

    private static String plain(String text) {
        var plain = text.toLowerCase(java.util.Locale.ROOT);
        for (var chaff : CHAFF) {
            plain = plain.replace(chaff, " ");
        }
        return plain;
    }

    /** The words of what somebody says, without what says nothing; more than a few are a story, of which nothing can be told apart. */
    static List<String> parts(String said) {
        var parts = Arrays.stream(plain(said).split(" +")).flatMap(run -> (run.length() == 2 ? List.of(run) : Parts.of(run)).stream()).distinct().toList();
        return parts.size() > STORY ? List.of() : parts;
    }

    /** How much of what these words say is in a text of which the pairs are known, 0 to 1. A word is there when all its pairs are. */
    double share(List<String> parts, Predicate<String> there) {
        double all = 0;
        double found = 0;
        for (var part : parts) {
            var pairs = pairs(part);
            double weight = weight(pairs);
            all += weight;
            found += pairs.stream().allMatch(there) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    public double weight(Set<String> pairs) {
        return pairs.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String pair) {
        return Math.log(1 + (double) texts / (1 + seen.getOrDefault(pair, 0)));
    }

    /**
     * A long story may hold a short question: what is not in the question counts only so far as the question is long.
     *
     * @param weight of the question's pairs
     */
    public double of(Set<String> said, double saidWeight, Set<String> question, double weight) {
        if (weight == 0 || saidWeight == 0) {
            return 0;
        }
        double both = 0;
        var smaller = said.size() < question.size() ? said : question;
        var larger = smaller == said ? question : said;
        for (var pair : smaller) {
            both += larger.contains(pair) ? weight(pair) : 0;
        }
        return 2 * both / (weight + Math.min(saidWeight, Math.max(weight, saidWeight / 3)));
    }

    /** Of two texts, for those who compare only once. */
    public double of(String one, String other) {
        var a = pairs(one);
        var b = pairs(other);
        return Math.min(1, of(a, weight(a), b, weight(b)));
    }

}

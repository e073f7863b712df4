package city.minsheng.gap;

import city.minsheng.knowledge.Likeness;
import city.minsheng.knowledge.Searches;
import city.minsheng.workorder.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions that are alike. Plain: what is done with them is decided elsewhere. */
final class Group {

    static final double ALIKE = 0.45;
    private final @Nullable String category;
    private final Set<String> pairs;
    private final double weight;
    private final String topic;
    private final List<Asked.Question> transferred = new ArrayList<>();
    private final List<Asked.Question> answered = new ArrayList<>();
    private final List<String> searches = new ArrayList<>();

    private Group(@Nullable String category, String topic, Likeness likeness) {
        this.category = category;
        this.topic = topic;
        this.pairs = Likeness.pairs(topic);
        this.weight = likeness.weight(pairs);
    }

    /** Groups what was passed on and what was looked for in vain, each to the first one that it is like. */
    static List<Group> of(List<Asked.Question> passedOn, List<Searches.Kept> inVain, Likeness likeness) {
        var groups = new ArrayList<Group>();
        for (var question : passedOn) {
            var words = words(question);
            group(groups, question.category(), words, likeness).transferred.add(question);
        }
        for (var search : inVain) {
            group(groups, search.category(), search.words(), likeness).searches.add(search.words());
        }
        return groups;
    }

    private static Group group(List<Group> groups, @Nullable String category, String words, Likeness likeness) {
        return groups.stream().filter(group -> java.util.Objects.equals(group.category, category)).filter(group -> group.isLike(words, likeness)).findFirst()
                .orElseGet(() -> {
                    var fresh = new Group(category, words, likeness);
                    groups.add(fresh);
                    return fresh;
                });
    }

    /** What was said, without who said it. */
    static String words(Asked.Question question) {
        var said = Searches.withoutPeople(question.body());
        return said.length() > 120 ? said.substring(0, 120) : said;
    }

    private boolean isLike(String words, Likeness likeness) {
        var other = Likeness.pairs(words);
        return likeness.of(other, likeness.weight(other), pairs, weight) >= ALIKE;
    }

    /** Takes those of the questions that were answered at once and are like this group. */
    void compare(List<Asked.Question> direct, Likeness likeness) {
        direct.stream().filter(question -> isLike(words(question), likeness)).forEach(answered::add);
    }

    /**
     * Transfers that would be saved: of those passed on, the share that was answered at once among the like; of those looked for
     * in vain, the share that is passed on in this city.
     */
    int saves(double passedOnRate) {
        int known = answered.size() + transferred.size();
        double share = known == 0 ? 0 : (double) answered.size() / known;
        return (int) Math.round(transferred.size() * share + searches.size() * passedOnRate);
    }

    /** Something is missing where it was passed on and answered at once, or looked for in vain more than once. */
    boolean isGap() {
        return !transferred.isEmpty() && !answered.isEmpty() || searches.size() > 1;
    }

    /** The best past reply: of a satisfied citizen, given at once, neither a word nor a novel. */
    String reply() {
        var all = new ArrayList<>(answered);
        all.addAll(transferred);
        return all.stream().filter(question -> question.answer().length() >= 10)
                .max(Comparator.comparing(Asked.Question::satisfied).thenComparing(question -> question.lead() == null)
                        .thenComparing(question -> Math.min(question.answer().length(), 300)))
                .map(question -> Searches.withoutPeople(question.answer())).orElse("");
    }

    /** Who handled most of them. */
    @Nullable String owner() {
        return transferred.stream().map(Asked.Question::lead).filter(java.util.Objects::nonNull)
                .collect(Collectors.groupingBy(lead -> lead, Collectors.counting())).entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    /** Other ways in which it was asked. */
    List<String> asked() {
        return java.util.stream.Stream.concat(transferred.stream().map(Group::words), searches.stream()).map(words -> words.length() > 60 ? words.substring(0, 60) : words)
                .distinct().skip(1).limit(6).toList();
    }

    String topic() {
        return topic.length() > 80 ? topic.substring(0, 80) : topic;
    }

    @Nullable String category() {
        return category;
    }

    List<Asked.Question> transferred() {
        return transferred;
    }

    int answered() {
        return answered.size();
    }

    int searches() {
        return searches.size();
    }
}

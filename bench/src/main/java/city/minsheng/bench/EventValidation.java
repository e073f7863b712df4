package city.minsheng.bench;

import city.minsheng.bench.GoldEvents.Score;
import city.minsheng.textmining.hotspot.Judge;
import city.minsheng.textmining.hotspot.Request;
import city.minsheng.textmining.hotspot.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well events would be found that nobody has looked at: for each part of them, the weights are learned and the limits
 * chosen on the other parts only. They are chosen by what the weights of the rest say about each of those in turn.
 */
final class EventValidation {

    private static final double GOOD_F = 0.88;
    private static final double GOOD_PAIRS = 0.85;
    private static final List<Rules> LIMITS = Stream.of(0.76, 0.80, 0.84, 0.88)
            .map(pair -> new Rules(pair, Rules.SAME.event(), Rules.SAME.elsewhere(), Rules.SAME.strangers())).toList();

    private record Task(Set<Integer> without, Rules rules) {}

    private final List<Request> requests;
    private final GoldEvents gold;
    private final EventTeaching teaching;
    private final int parts;
    private final Map<Set<Integer>, Judge> judges = new HashMap<>();
    private final Map<Task, Map<String, Long>> grouped = new HashMap<>();

    EventValidation(List<Request> requests, GoldEvents gold, EventTeaching teaching, int parts) {
        this.requests = requests;
        this.gold = gold;
        this.teaching = teaching;
        this.parts = parts;
    }

    void put(Figures figures) {
        var shipped = sum(IntStream.range(0, parts).mapToObj(part -> score(Set.of(part), Rules.SAME, part)).toList());
        say("at the shipped limits", shipped);
        var chosen = new ArrayList<Score>();
        for (int part = 0; part < parts; part++) {
            var rules = best(part);
            chosen.add(score(Set.of(part), rules, part));
            Bench.say("part %d: two requests must be alike by %.2f, as the others say", part + 1, rules.pair());
        }
        var honest = sum(chosen);
        say("at limits chosen without the part", honest);
        figures.exact("cv_bcubed_f", honest.f()).exact("cv_pair_precision", honest.pairPrecision()).exact("cv_pair_recall", honest.pairRecall())
                .exact("cv_bcubed_f_shipped", shipped.f()).exact("cv_pair_precision_shipped", shipped.pairPrecision());
    }

    private void say(String which, Score score) {
        Bench.say("cross-validated over events, %d parts, %s: B-cubed P %.3f R %.3f F %.3f, pair precision %.3f recall %.3f", parts, which,
                score.p(), score.r(), score.f(), score.pairPrecision(), score.pairRecall());
    }

    /** The limits whose worse side is the best, as the other parts see it. */
    private Rules best(int part) {
        return LIMITS.stream().max(Comparator.comparingDouble(rules -> margin(sum(IntStream.range(0, parts).filter(other -> other != part)
                .mapToObj(other -> score(Set.of(part, other), rules, other)).toList())))).orElseThrow();
    }

    private static double margin(Score score) {
        return Math.min(score.f() - GOOD_F, score.pairPrecision() - GOOD_PAIRS);
    }

    private Score score(Set<Integer> without, Rules rules, int part) {
        var groups = grouped.computeIfAbsent(new Task(without, rules), task -> {
            var done = Hotspots.group(requests, judges.computeIfAbsent(without, teaching::learn), rules);
            return done.groups(requests, done.grouping()::event);
        });
        return gold.score(groups, teaching.events(part), teaching.pairs(part));
    }

    private static Score sum(List<Score> scores) {
        return scores.stream().reduce(Score.NONE, Score::and);
    }
}

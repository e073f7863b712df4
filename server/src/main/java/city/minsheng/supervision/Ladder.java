package city.minsheng.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules that propose the next rung. They are the city's: {@code ladder.csv}. A person issues it, or does not. */
record Ladder(List<Rule> rules) {

    /** From so many on, the signal calls for the rung. */
    record Rule(Rung rung, Signal signal, int from) {}

    /** @param why the rules that call for it, the strongest signals of this rung */
    record Proposal(Rung rung, List<Rule> why) {}

    /** The highest rung that is called for and has not been climbed yet, nor one above it. */
    Optional<Proposal> next(Map<Signal, Integer> signals, Set<Rung> climbed) {
        var reached = climbed.stream().max(Comparator.naturalOrder());
        return rules.stream().filter(rule -> signals.getOrDefault(rule.signal(), 0) >= rule.from())
                .map(Rule::rung).max(Comparator.naturalOrder())
                .filter(rung -> reached.isEmpty() || rung.compareTo(reached.get()) > 0)
                .map(rung -> new Proposal(rung, rules.stream()
                        .filter(rule -> rule.rung() == rung && signals.getOrDefault(rule.signal(), 0) >= rule.from()).toList()));
    }
}

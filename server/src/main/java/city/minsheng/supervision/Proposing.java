package city.minsheng.supervision;

import city.minsheng.workorder.Row;
import city.minsheng.workorder.Watching;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which orders call for the next rung of the ladder, and why. */
@Component
public class Proposing {

    /** @param why signal → how often it is there; those that call for the rung */
    public record Proposed(Row order, Rung rung, Map<Signal, Integer> why, Set<Rung> climbed) {}

    private final Watching watching;
    private final Reminding reminding;
    private final Measures measures;
    private final CityLadder city;

    Proposing(Watching watching, Reminding reminding, Measures measures, CityLadder city) {
        this.watching = watching;
        this.reminding = reminding;
        this.measures = measures;
        this.city = city;
    }

    /** The highest rung first. */
    public List<Proposed> proposals() {
        var all = watching.signals();
        var orders = all.stream().map(signals -> signals.order().id()).toList();
        var ignored = reminding.ignored(orders);
        var climbed = measures.climbed(orders);
        return all.stream().flatMap(signals -> {
            var found = counted(signals, ignored.getOrDefault(signals.order().id(), 0));
            var done = climbed.getOrDefault(signals.order().id(), EnumSet.noneOf(Rung.class));
            if (signals.reminders() > 0) {
                done.add(Rung.REMINDER);
            }
            return city.ladder().next(found, done).map(proposal -> proposed(signals.order(), proposal, found, done)).stream();
        }).sorted((a, b) -> b.rung().compareTo(a.rung())).toList();
    }

    private static Map<Signal, Integer> counted(Watching.Signals signals, int ignored) {
        var counted = new EnumMap<Signal, Integer>(Signal.class);
        counted.put(Signal.MISSED_LIMITS, signals.missed());
        counted.put(Signal.REWORKS, signals.reworks());
        counted.put(Signal.REASSIGNMENTS, signals.reassignments());
        counted.put(Signal.REPEATS, signals.repeats());
        counted.put(Signal.IGNORED_REMINDERS, ignored);
        return counted;
    }

    private static Proposed proposed(Row order, Ladder.Proposal proposal, Map<Signal, Integer> found, Set<Rung> climbed) {
        var why = new EnumMap<Signal, Integer>(Signal.class);
        proposal.why().forEach(rule -> why.put(rule.signal(), found.get(rule.signal())));
        return new Proposed(order, proposal.rung(), why, climbed);
    }

    /** What has been done about one order so far. */
    public Set<Rung> climbed(UUID order) {
        return measures.climbed(List.of(order)).getOrDefault(order, EnumSet.noneOf(Rung.class));
    }
}

package city.minsheng.gap;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.knowledge.Likeness;
import city.minsheng.knowledge.Searches;
import city.minsheng.knowledge.Shelf;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Job;
import city.minsheng.workorder.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 缺口挖掘: counts the gaps of the last ninety days anew. What people have decided about a gap is kept. */
@Component
public class Mining implements Job {

    static final int DAYS = 90;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int PASSED_ON = 5000;
    private static final int DIRECT = 300;
    private static final int KEPT = 200;
    private static final double COVERED = 0.55;
    private final Asked asked;
    private final Searches searches;
    private final Shelf shelf;
    private final Gaps gaps;
    private final Catalogue catalogue;
    private final Clock clock;

    Mining(Asked asked, Searches searches, Shelf shelf, Gaps gaps, Catalogue catalogue, Clock clock) {
        this.asked = asked;
        this.searches = searches;
        this.shelf = shelf;
        this.gaps = gaps;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowledge-gaps";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** Every hour; sooner where nothing was found yet, so that a city that has just begun need not wait for its first list. */
    @Override
    public void run() {
        var last = gaps.countedAt();
        if (last == null || !last.plus(AN_HOUR).isAfter(clock.instant())) {
            count();
        }
    }

    @Transactional
    public void count() {
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(DAYS));
        var passedOn = asked.passedOn(since, PASSED_ON);
        var inVain = searches.inVain(since);
        var likeness = new Likeness(Stream.concat(passedOn.stream().map(Group::words), inVain.stream().map(Searches.Kept::words)).toList());
        var groups = Group.of(passedOn, inVain, likeness);
        compare(groups, since, likeness);
        var counts = asked.counts(since);
        double rate = counts.direct() + counts.passedOn() == 0 ? 0 : (double) counts.passedOn() / (counts.direct() + counts.passedOn());
        var found = groups.stream().filter(Group::isGap).filter(group -> group.saves(rate) > 0 || group.searches() > 1)
                .sorted(Comparator.<Group>comparingInt(group -> group.saves(rate)).thenComparingInt(Group::searches).reversed()).limit(KEPT).map(group -> gap(group, rate, now)).toList();
        gaps.replace(found, likeness, now);
    }

    private void compare(Collection<Group> groups, Instant since, Likeness likeness) {
        groups.stream().filter(group -> group.category() != null && !group.transferred().isEmpty())
                .collect(Collectors.groupingBy(group -> Objects.requireNonNull(group.category())))
                .forEach((category, alike) -> {
                    var direct = asked.answeredDirectly(category, since, DIRECT);
                    alike.forEach(group -> group.compare(direct, likeness));
                });
    }

    private Gaps.Gap gap(Group group, double rate, Instant now) {
        var owner = group.owner();
        if (owner == null) {
            owner = catalogue.responsible(group.category(), null).stream().map(clause -> clause.department()).findFirst().orElse("hotline");
        }
        var there = shelf.find(new Shelf.Wish(group.topic(), group.category(), null, false, List.of(), 1)).stream()
                .filter(hit -> hit.likeness() >= COVERED).findFirst().map(hit -> hit.version().code()).orElse(null);
        var orders = group.transferred().stream().map(question -> new Gaps.Behind(question.id(), question.number())).collect(Collectors.toMap(Gaps.Behind::id, Function.identity(), (a, b) -> a)).values();
        return new Gaps.Gap(Ids.next(now), group.topic(), group.asked(), group.category(), owner, group.transferred().size(), group.answered(),
                group.searches(), group.saves(rate), group.reply(), there, there == null ? "OPEN" : "COVERED", new ArrayList<>(orders));
    }
}

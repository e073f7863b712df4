package city.minsheng.supervision;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.workorder.Rates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An eye on exclusions: whose share of excluded orders stands out among the departments, and whose has jumped against
 * the department's own past. It warns; nobody is refused.
 */
@Component
public class Watchful {

    public enum Against { OTHERS, OWN_PAST }

    /**
     * @param usual  the share of the others together, or the own share in the year before
     * @param chance of a jump like this by luck alone; null beside the others
     */
    public record Warned(String department, @Nullable String departmentName, Against against, int excluded, int of, double usual, @Nullable Double chance) {}

    private static final int FEW = 10;
    private static final double OFTEN = 3;
    private static final double RARE = 0.001; // by luck, one department in a thousand looks
    private static final int PAST = 365;
    private final Rates rates;
    private final Excluding excluding;
    private final Departments departments;
    private final CitySettings city;

    Watchful(Rates rates, Excluding excluding, Departments departments, CitySettings city) {
        this.rates = rates;
        this.excluding = excluding;
        this.departments = departments;
        this.city = city;
    }

    /** Those that stand out in these days, in the city's order. @param to inclusive */
    public List<Warned> warned(LocalDate from, LocalDate to) {
        var excluded = excluding.granted().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (excluded.isEmpty()) {
            return List.of();
        }
        var now = shares(from, to, excluded);
        var before = shares(from.minusDays(PAST), from.minusDays(1), excluded);
        var all = Rates.sum(now.values());
        var warned = new ArrayList<Warned>();
        now.keySet().stream().sorted(departments.officialOrder()).forEach(department -> {
            var own = now.get(department);
            if (own.n() >= FEW && own.hits() > 1) {
                jump(department, own, before.getOrDefault(department, new Rates.Count(0, 0)), warned);
                beside(department, own, all, warned);
            }
        });
        return warned;
    }

    private void jump(String department, Rates.Count own, Rates.Count before, List<Warned> warned) {
        double chance = Chance.ofSoMany(own.hits(), own.n(), before.hits(), before.n());
        if (before.n() >= FEW && chance < RARE) {
            warned.add(new Warned(department, departments.nameOf(department), Against.OWN_PAST, own.hits(), own.n(), share(before.hits(), before.n()), chance));
        }
    }

    private void beside(String department, Rates.Count own, Rates.Count all, List<Warned> warned) {
        double usual = share(all.hits() - own.hits(), all.n() - own.n());
        if (share(own.hits(), own.n()) > OFTEN * usual) {
            warned.add(new Warned(department, departments.nameOf(department), Against.OTHERS, own.hits(), own.n(), usual, null));
        }
    }

    private static double share(int hits, int n) {
        return n == 0 ? 0 : (double) hits / n;
    }

    /** Department → its orders that count in any rate, and how many of them are left out of one. */
    private Map<String, Rates.Count> shares(LocalDate from, LocalDate to, Set<UUID> excluded) {
        return rates.among(new Rates.Period(from.atStartOfDay(city.zone()).toInstant(), to.plusDays(1).atStartOfDay(city.zone()).toInstant(), excluded));
    }
}

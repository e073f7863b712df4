package city.minsheng.supervision;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Rates;
import city.minsheng.workorder.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rates of the departments side by side, raw and without what was excluded. No league on one percentage. */
@Component
public class Comparing {

    /** Raw, and adjusted: without the excluded. */
    public record Figure(int n, int hits, int adjustedN, int adjustedHits) {}

    /** @param department empty for the city as a whole */
    public record Line(String department, @Nullable String departmentName, Map<String, Figure> rates) {}

    /** @param warned departments of whose orders an unusual share was excluded */
    public record Table(LocalDate from, LocalDate to, Line city, List<Line> departments, List<Watchful.Warned> warned) {}

    private final Rates rates;
    private final Excluding excluding;
    private final Watchful watchful;
    private final Departments departments;
    private final CitySettings city;

    Comparing(Rates rates, Excluding excluding, Watchful watchful, Departments departments, CitySettings city) {
        this.rates = rates;
        this.excluding = excluding;
        this.watchful = watchful;
        this.departments = departments;
        this.city = city;
    }

    /** @param to the last day, inclusive */
    public Table table(LocalDate from, LocalDate to) {
        var granted = excluding.granted();
        var raw = rates.all(period(from, to, Set.of()));
        var adjusted = new java.util.EnumMap<Rate, Map<String, Rates.Count>>(Rate.class);
        for (var rate : Rate.values()) {
            adjusted.put(rate, granted.containsKey(rate) ? rates.count(rate, period(from, to, granted.get(rate))) : ofRate(raw, rate));
        }
        var codes = new TreeSet<String>(departments.officialOrder());
        codes.addAll(raw.keySet());
        codes.remove("");
        var lines = codes.stream().map(code -> new Line(code, departments.nameOf(code), figures(code, raw.get(code), adjusted))).toList();
        return new Table(from, to, whole(raw, adjusted), lines, watchful.warned(from, to));
    }

    /** The orders behind one figure. */
    public List<Row> orders(Rate rate, LocalDate from, LocalDate to, @Nullable String department, @Nullable Boolean hit, boolean adjusted) {
        return rates.orders(rate, period(from, to, adjusted ? excluding.granted().getOrDefault(rate, Set.of()) : Set.of()), department, hit);
    }

    private Rates.Period period(LocalDate from, LocalDate to, Set<UUID> without) {
        return new Rates.Period(from.atStartOfDay(city.zone()).toInstant(), to.plusDays(1).atStartOfDay(city.zone()).toInstant(), without);
    }

    private static Map<String, Rates.Count> ofRate(Map<String, Map<Rate, Rates.Count>> all, Rate rate) {
        var found = new java.util.TreeMap<String, Rates.Count>();
        all.forEach((department, counts) -> {
            if (counts.containsKey(rate)) {
                found.put(department, counts.get(rate));
            }
        });
        return found;
    }

    private static Map<String, Figure> figures(String code, Map<Rate, Rates.Count> raw, Map<Rate, Map<String, Rates.Count>> adjusted) {
        var figures = new java.util.TreeMap<String, Figure>();
        raw.forEach((rate, count) -> figures.put(rate.name(), figure(count, adjusted.get(rate).getOrDefault(code, new Rates.Count(0, 0)))));
        return figures;
    }

    private static Line whole(Map<String, Map<Rate, Rates.Count>> raw, Map<Rate, Map<String, Rates.Count>> adjusted) {
        var figures = new java.util.TreeMap<String, Figure>();
        for (var rate : Rate.values()) {
            figures.put(rate.name(), figure(Rates.sum(ofRate(raw, rate).values()), Rates.sum(adjusted.get(rate).values())));
        }
        return new Line("", null, figures);
    }

    private static Figure figure(Rates.Count raw, Rates.Count adjusted) {
        return new Figure(raw.n(), raw.hits(), adjusted.n(), adjusted.hits());
    }
}

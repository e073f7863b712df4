package city.minsheng.supervision;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Rates;
import city.minsheng.workorder.Row;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /** @param warned departments of whose cases an unusual share was excluded */
    public record Table(LocalDate from, LocalDate to, Line city, List<Line> departments, List<Warned> warned) {}

    public record Warned(String department, @Nullable String departmentName, int excluded, int of, double usual) {}

    private static final int FEW = 10;
    private static final double JUMP = 3;
    private final Rates rates;
    private final Excluding excluding;
    private final Departments departments;
    private final CitySettings city;

    Comparing(Rates rates, Excluding excluding, Departments departments, CitySettings city) {
        this.rates = rates;
        this.excluding = excluding;
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
        return new Table(from, to, whole(raw, adjusted), lines, warned(lines));
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

    /** Whose share of excluded cases is three times that of all the others together, from ten cases on. */
    private static List<Warned> warned(List<Line> lines) {
        int all = lines.stream().mapToInt(Comparing::cases).sum();
        int left = lines.stream().mapToInt(Comparing::excluded).sum();
        var warned = new ArrayList<Warned>();
        for (var line : lines) {
            int cases = cases(line);
            int excluded = excluded(line);
            double usual = all == cases ? 0 : (double) (left - excluded) / (all - cases);
            if (cases >= FEW && excluded > 1 && (double) excluded / cases > JUMP * usual) {
                warned.add(new Warned(line.department(), line.departmentName(), excluded, cases, usual));
            }
        }
        return warned;
    }

    private static int cases(Line line) {
        return line.rates().values().stream().mapToInt(Figure::n).sum();
    }

    private static int excluded(Line line) {
        return line.rates().values().stream().mapToInt(figure -> figure.n() - figure.adjustedN()).sum();
    }
}

package city.minsheng.catalogue;

import city.minsheng.directory.Departments;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Categories, channels, limits and the dispatch catalogue: read often, written rarely. */
@Component
public class Catalogue {

    private record Known(Map<String, Category> categories, Map<String, Channel> channels, List<LimitRule> limits, List<Clause> clauses) {}

    private final JdbcClient jdbc;
    private final Departments departments;
    private final Calendars calendars;
    private final Clock clock;
    private final LoadingCache<String, Known> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(city -> read());

    Catalogue(JdbcClient jdbc, Departments departments, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.calendars = calendars;
        this.clock = clock;
    }

    public Map<String, Category> categories() {
        return known.get("").categories();
    }

    public Map<String, Channel> channels() {
        return known.get("").channels();
    }

    public List<LimitRule> limits() {
        return known.get("").limits();
    }

    public List<Clause> clauses() {
        return known.get("").clauses();
    }

    public Optional<Category> category(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(categories().get(code));
    }

    public Limit limit(ClockKind kind, Level level, Kind ofKind) {
        return limits().stream().filter(rule -> rule.fits(kind, level, ofKind))
                .max(Comparator.comparingInt(LimitRule::weight)).map(LimitRule::limit)
                .orElseThrow(() -> new IllegalStateException("The city's limits.csv has no line for " + kind + " " + level + " " + ofKind));
    }

    public DueDate due(ClockKind kind, Level level, Kind ofKind, Instant start) {
        return calendars.calendar().due(start, limit(kind, level, ofKind));
    }

    /** The clauses that fit, the closest first: a leaf before its branch, a township before the city. */
    public List<Clause> responsible(@Nullable String category, @Nullable String area) {
        var path = pathOf(category);
        var areas = departments.areasAround(area);
        var today = LocalDate.ofInstant(clock.instant(), calendars.calendar().zone());
        return clauses().stream()
                .filter(clause -> path.contains(clause.category()) && !clause.validFrom().isAfter(today))
                .filter(clause -> clause.area() == null || areas.contains(clause.area()))
                .sorted(Comparator.<Clause>comparingInt(clause -> path.indexOf(clause.category()))
                        .thenComparing(clause -> clause.area() == null)
                        .thenComparing(clause -> clause.number().length()).thenComparing(Clause::number))
                .toList();
    }

    private List<String> pathOf(@Nullable String code) {
        var path = new ArrayList<String>();
        for (var category = category(code); category.isPresent(); category = category(category.get().parent())) {
            path.add(category.get().code());
        }
        return path;
    }

    void forget() {
        known.invalidateAll();
    }

    private Known read() {
        var categories = jdbc.sql("select code, parent, name, english, kinds, level, words from category order by code").query(Catalogue::category).list();
        var channels = jdbc.sql("select code, name, english, core, medium from channel order by position").query(Channel.class).list();
        var limits = jdbc.sql("select clock, level, kind, amount, unit, basis from limit_rule order by position").query(Catalogue::rule).list();
        var clauses = jdbc.sql("""
                        select number, category, area, department, supporting, basis, valid_from, version
                          from dispatch_clause
                         where replaced_on is null
                        """).query(Catalogue::clause).list();
        return new Known(byCode(categories, Category::code), byCode(channels, Channel::code), limits, clauses);
    }

    private static <T> Map<String, T> byCode(List<T> things, Function<T, String> code) {
        return things.stream().collect(Collectors.toMap(code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Category category(ResultSet row, int number) throws SQLException {
        return new Category(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                texts(row, 5).stream().map(Kind::valueOf).toList(), Level.valueOf(row.getString(6)), texts(row, 7));
    }

    private static LimitRule rule(ResultSet row, int number) throws SQLException {
        var level = row.getString(2);
        var kind = row.getString(3);
        return new LimitRule(ClockKind.valueOf(row.getString(1)), level == null ? null : Level.valueOf(level),
                kind == null ? null : Kind.valueOf(kind),
                new Limit(row.getInt(4), Limit.Unit.valueOf(row.getString(5)), row.getString(6)));
    }

    private static Clause clause(ResultSet row, int n) throws SQLException {
        return new Clause(row.getString(1), row.getString(2), row.getString(3), row.getString(4), texts(row, 5),
                row.getString(6), row.getObject(7, LocalDate.class), row.getInt(8));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

package city.minsheng.hotspot;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Contents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 画像: of any category, at any area, in any time: what, where, when, who is asked, what came of it. */
@Component
public class Profile {

    /** @param category and all beneath it; empty: all @param area and all around it; empty: the whole city */
    public record Question(String category, String area, LocalDate from, LocalDate to) {}

    /** @param before as many in the same days before it */
    public record Day(LocalDate day, int requests, int before) {}

    /** @param hours for each weekday from Monday, for each hour */
    public record Picture(int requests, int callers, int before, String sentence, List<Day> days, List<List<Integer>> hours, List<Events.Counted> categories,
            List<Events.Counted> places, List<Events.Counted> areas, List<Events.Counted> departments, List<Events.Counted> outcomes, int asked, int solved) {}

    private static final int SHOWN = 20;
    private static final int EVERY_AREA = 5_000; // a map adds up what lies in a township
    private static final String ASKED = """
             from hotspot_member
             where at >= :from and at < :to and (:category = '' or category like :category || '%') and (cardinality(:areas) = 0 or area = any(:areas))
            """;
    private final JdbcClient jdbc;
    private final Contents contents;
    private final Departments departments;
    private final Catalogue catalogue;
    private final CitySettings city;
    private final Words words;

    Profile(JdbcClient jdbc, Contents contents, Departments departments, Catalogue catalogue, CitySettings city, Words words) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.departments = departments;
        this.catalogue = catalogue;
        this.city = city;
        this.words = words;
    }

    /** Counted by the database, however many there are: a figure that stops at some thousand would be believed. */
    public Picture of(Question question) {
        long length = ChronoUnit.DAYS.between(question.from(), question.to()) + 1;
        var asked = parameters(question, question.from(), question.to());
        var before = parameters(question, question.from().minusDays(length), question.from().minusDays(1));
        var days = days(question, length, daily(asked), daily(before));
        int requests = days.stream().mapToInt(Day::requests).sum();
        int earlier = days.stream().mapToInt(Day::before).sum();
        int callers = jdbc.sql("select count(distinct caller)" + ASKED).params(asked).query(Integer.class).single();
        var categories = counted("category", SHOWN, asked, code -> catalogue.category(code).map(Category::name).orElse(code));
        var places = counted("place", SHOWN, asked, UnaryOperator.identity());
        var came = contents.came(instant(question.from()), instant(question.to().plusDays(1)), question.category(), beneath(question.area()));
        var said = requests == 0 ? words.say("hotspot.profile.none", earlier) : words.say("hotspot.profile", requests, callers, earlier, first(categories), first(places));
        return new Picture(requests, callers, earlier, said, days, hours(asked), categories, places,
                counted("area", EVERY_AREA, asked, code -> departments.area(code).map(Area::name).orElse(code)),
                shown(came.departments(), departments::nameOf), shown(came.outcomes(), code -> code), came.asked(), came.solved());
    }

    private static String first(List<Events.Counted> counted) {
        return counted.isEmpty() || counted.getFirst().name() == null ? "—" : counted.getFirst().name();
    }

    private static List<Day> days(Question question, long length, Map<LocalDate, Integer> now, Map<LocalDate, Integer> then) {
        return question.from().datesUntil(question.to().plusDays(1)).map(day -> new Day(day, now.getOrDefault(day, 0), then.getOrDefault(day.minusDays(length), 0))).toList();
    }

    private Map<LocalDate, Integer> daily(Map<String, Object> asked) {
        var daily = new HashMap<LocalDate, Integer>();
        jdbc.sql("select cast(at at time zone :zone as date), count(*)" + ASKED + "group by 1").params(asked).param("zone", city.zone().getId()).query(row -> {
            daily.put(row.getObject(1, LocalDate.class), row.getInt(2));
        });
        return daily;
    }

    private List<List<Integer>> hours(Map<String, Object> asked) {
        var grid = new int[7][24];
        jdbc.sql("select extract(isodow from at at time zone :zone), extract(hour from at at time zone :zone), count(*)" + ASKED + "group by 1, 2").params(asked)
                .param("zone", city.zone().getId()).query(row -> {
                    grid[row.getInt(1) - 1][row.getInt(2)] = row.getInt(3);
                });
        return Arrays.stream(grid).map(day -> IntStream.of(day).boxed().toList()).toList();
    }

    /** The most first. @param column one of ours, never what somebody typed */
    private List<Events.Counted> counted(String column, int most, Map<String, Object> asked, Function<String, String> name) {
        return jdbc.sql("select %s, count(*)%s and %s <> '' group by 1 order by 2 desc, 1 limit :most".formatted(column, ASKED, column)).params(asked).param("most", most)
                .query((row, n) -> new Events.Counted(row.getString(1), name.apply(row.getString(1)), row.getInt(2))).list();
    }

    private static List<Events.Counted> shown(Map<String, Integer> counted, Function<String, @Nullable String> name) {
        return counted.entrySet().stream().map(each -> new Events.Counted(each.getKey(), name.apply(each.getKey()), each.getValue()))
                .sorted(Comparator.comparingInt(Events.Counted::requests).reversed().thenComparing(Events.Counted::code)).limit(SHOWN).toList();
    }

    private Map<String, Object> parameters(Question question, LocalDate from, LocalDate to) {
        return Map.of("from", start(from), "to", start(to.plusDays(1)), "category", question.category(), "areas", beneath(question.area()).toArray(String[]::new));
    }

    /** The area and all in it; none for the whole city. */
    private List<String> beneath(String code) {
        return departments.areas().keySet().stream().filter(area -> !code.isEmpty() && departments.areasAround(area).contains(code)).toList();
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(city.zone()).toInstant();
    }

    private OffsetDateTime start(LocalDate day) {
        return Objects.requireNonNull(Time.sql(instant(day)));
    }
}

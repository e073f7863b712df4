package city.minsheng.hotspot;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.Solved;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private record Member(UUID order, String caller, @Nullable String category, @Nullable String area, String place, OffsetDateTime at) {}

    private static final int MOST = 20_000;
    private static final int EVERY_AREA = 5_000; // a map adds up what lies in a township
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

    public Picture of(Question question) {
        var length = Duration.between(question.from().atStartOfDay(), question.to().plusDays(1).atStartOfDay()).toDays();
        var members = members(question, question.from(), question.to());
        var before = members(question, question.from().minusDays(length), question.from().minusDays(1));
        var orders = contents.of(members.stream().map(Member::order).toList()).values();
        var places = Events.counted(members, Member::place, place -> place);
        var categories = Events.counted(members, Member::category, code -> catalogue.category(code).map(Category::name).orElse(code));
        int callers = (int) members.stream().map(Member::caller).distinct().count();
        var asked = orders.stream().filter(order -> order.solved() != null).toList();
        return new Picture(members.size(), callers, before.size(),
                words.say("hotspot.profile", members.size(), callers, before.size(), first(categories), first(places)), days(question, length, members, before), hours(members),
                categories, places, Events.counted(members, Member::area, code -> departments.area(code).map(Area::name).orElse(code), EVERY_AREA),
                Events.counted(orders, Contents.Content::lead, departments::nameOf),
                Events.counted(orders, order -> order.outcome() == null ? "OPEN" : order.outcome().name(), code -> code),
                asked.size(), (int) asked.stream().filter(order -> order.solved() == Solved.YES).count());
    }

    private static String first(List<Events.Counted> counted) {
        return counted.isEmpty() || counted.getFirst().name() == null ? "—" : counted.getFirst().name();
    }

    private List<Day> days(Question question, long length, List<Member> members, List<Member> before) {
        var now = members.stream().collect(Collectors.groupingBy(this::day, Collectors.counting()));
        var then = before.stream().collect(Collectors.groupingBy(this::day, Collectors.counting()));
        return question.from().datesUntil(question.to().plusDays(1)).map(day -> new Day(day, now.getOrDefault(day, 0L).intValue(),
                then.getOrDefault(day.minusDays(length), 0L).intValue())).toList();
    }

    private LocalDate day(Member member) {
        return member.at().atZoneSameInstant(city.zone()).toLocalDate();
    }

    private List<List<Integer>> hours(List<Member> members) {
        var grid = new int[7][24];
        for (var member : members) {
            var at = member.at().atZoneSameInstant(city.zone());
            grid[at.getDayOfWeek().getValue() - 1][at.getHour()]++;
        }
        var hours = new ArrayList<List<Integer>>();
        for (var day : grid) {
            hours.add(java.util.Arrays.stream(day).boxed().toList());
        }
        return hours;
    }

    private List<Member> members(Question question, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select order_id, caller, category, area, place, at from hotspot_member
                         where at >= :from and at < :to and (:category = '' or category like :category || '%') and (cardinality(:areas) = 0 or area = any(:areas))
                         order by at desc
                         limit :most
                        """)
                .param("from", start(from)).param("to", start(to.plusDays(1))).param("category", question.category())
                .param("areas", beneath(question.area())).param("most", MOST)
                .query((row, n) -> new Member(row.getObject("order_id", UUID.class), row.getString("caller"), row.getString("category"), row.getString("area"),
                        row.getString("place"), row.getObject("at", OffsetDateTime.class))).list();
    }

    /** The area and all in it; none for the whole city. */
    private String[] beneath(String code) {
        return departments.areas().keySet().stream().filter(area -> !code.isEmpty() && departments.areasAround(area).contains(code)).toArray(String[]::new);
    }

    private OffsetDateTime start(LocalDate day) {
        return Objects.requireNonNull(Time.sql(day.atStartOfDay(city.zone()).toInstant()));
    }
}

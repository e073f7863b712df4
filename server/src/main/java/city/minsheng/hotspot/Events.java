package city.minsheng.hotspot;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Masking;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import city.minsheng.textmining.PersonNames;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is hot, and everything that is known about one event. */
@Component
public class Events {

    /** @param sentence why it stands where it stands */
    public record Hot(long id, String name, @Nullable String area, @Nullable String areaName, @Nullable String category, @Nullable String categoryName, int requests,
            Instant firstAt, Instant lastAt, Rank rank, String sentence, int related, List<Integer> days) {}

    /** @param hours in which so many different callers asked @param script what an agent may say */
    public record Live(long id, String name, String place, @Nullable String area, @Nullable String category, int callers, int hours, int requests, Instant lastAt, String script) {}

    public record Counted(@Nullable String code, @Nullable String name, int requests) {}

    public record Day(LocalDate day, int callers) {}

    public record Year(int year, int requests) {}

    /** A request without names and numbers. */
    public record Sample(UUID order, String number, Instant at, String title, String text) {}

    /** @param years the category at the same time of each year, four weeks around this day */
    public record One(Hot event, @Nullable String namedBy, List<Day> trend, List<Sample> samples, List<Counted> categories, List<Counted> departments,
            List<Counted> places, List<Year> years, List<Hot> related) {}

    private static final Duration RECENT = Duration.ofDays(28);
    private static final int LIST = 50;
    private static final int DAYS = 28;
    private static final int SAMPLES = 5;
    private static final int SHORT = 160;

    private record Head(long id, @Nullable String name, @Nullable String namedBy, long related, Instant firstAt, Instant lastAt, int requests) {}

    private record Member(long event, UUID order, String caller, @Nullable String category, @Nullable String area, String place, Instant at, boolean question) {

        Rank.Told told() {
            return new Rank.Told(caller, place, at);
        }
    }

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Watching watching;
    private final Departments departments;
    private final People people;
    private final Catalogue catalogue;
    private final Seasons seasons;
    private final CitySettings city;
    private final Words words;
    private final Clock clock;

    Events(JdbcClient jdbc, Contents contents, Watching watching, Departments departments, People people, Catalogue catalogue, Seasons seasons, CitySettings city, Words words,
            Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.watching = watching;
        this.departments = departments;
        this.people = people;
        this.catalogue = catalogue;
        this.seasons = seasons;
        this.city = city;
        this.words = words;
        this.clock = clock;
    }

    /** The hottest first. One caller alone is no hot spot, however often they call; nor are many who asked and were answered. */
    public List<Hot> hot() {
        return shown(heads("callers > 1 and troubled > 1 and into_id is null and last_at > :since order by troubled desc limit 200", Map.of("since", sql(clock.instant().minus(RECENT)))))
                .stream().limit(LIST).toList();
    }

    /** 坐席看的: what several have called about in the last hours. */
    public List<Live> live() {
        var now = clock.instant();
        var heads = heads("callers > 1 and troubled > 1 and into_id is null and last_at > :since order by last_at desc limit 50", Map.of("since", sql(now.minus(Duration.ofHours(24)))));
        var members = members(heads.stream().map(Head::id).toList()).stream().collect(Collectors.groupingBy(Member::event));
        var titles = firstTitles(members);
        return heads.stream().map(head -> live(head, members.get(head.id()), titles, now)).filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Live::callers).reversed().thenComparing(Live::lastAt, Comparator.reverseOrder())).limit(20).toList();
    }

    /** In the shortest time in which two asked: 2, 6 or 24 hours. */
    private @Nullable Live live(Head head, List<Member> members, Map<UUID, String> titles, Instant now) {
        for (int hours : new int[] {2, 6, 24}) {
            var lately = members.stream().filter(member -> !member.question() && member.at().isAfter(now.minus(Duration.ofHours(hours)))).toList();
            int callers = (int) lately.stream().map(Member::caller).distinct().count();
            if (callers > 1) {
                var last = lately.getLast();
                return new Live(head.id(), name(head, members, titles), last.place(), last.area(), last.category(), callers, hours, lately.size(), head.lastAt(),
                        words.say("hotspot.script", last.place().isEmpty() ? words.say("hotspot.here") : last.place(), hours, callers));
            }
        }
        return null;
    }

    public One one(long id) {
        var head = head(id);
        var members = members(List.of(id));
        var orders = contents.of(members.stream().map(Member::order).toList());
        var related = shown(heads("related = :related and id <> :id and into_id is null order by callers desc limit 10", Map.of("related", head.related(), "id", id)));
        var event = shown(List.of(head)).getFirst();
        return new One(event, head.namedBy() == null ? null : people.find(head.namedBy()).map(Person::name).orElse(head.namedBy()), trend(members), samples(members, orders),
                counted(members, Member::category, code -> catalogue.category(code).map(Category::name).orElse(code)),
                counted(orders.values(), Contents.Content::lead, departments::nameOf), counted(members, Member::place, place -> place),
                years(event.category()), related);
    }

    /** The list behind every figure of an event. */
    public List<Row> orders(long id) {
        var rows = watching.rows(members(List.of(head(id).id())).stream().map(Member::order).toList());
        return rows.values().stream().sorted(Comparator.comparing(Row::receivedAt).reversed()).toList();
    }

    String titleOf(long event, UUID order) {
        var head = head(event);
        return head.name() != null ? head.name() : titles(List.of(order)).getOrDefault(order, "");
    }

    private List<Hot> shown(List<Head> heads) {
        var now = clock.instant();
        var members = members(heads.stream().map(Head::id).toList()).stream().collect(Collectors.groupingBy(Member::event));
        var groups = heads.stream().map(Head::related).distinct().toArray(Long[]::new);
        var related = jdbc.sql("select related, count(*) from hotspot_event where related = any(:groups) and into_id is null group by related").param("groups", groups)
                .query((row, n) -> Map.entry(row.getLong(1), row.getInt(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var titles = firstTitles(members);
        var seasons = this.seasons.of(members.values().stream().map(Events::matter).toList(), now);
        return heads.stream().filter(head -> members.containsKey(head.id()))
                .map(head -> hot(head, members.get(head.id()), titles, seasons, now, related.getOrDefault(head.related(), 1) - 1))
                .sorted(Comparator.comparingDouble((Hot hot) -> hot.rank().score()).reversed()).toList();
    }

    private static Seasons.Matter matter(List<Member> members) {
        return new Seasons.Matter(most(members, Member::category), most(members, Member::area));
    }

    private Hot hot(Head head, List<Member> members, Map<UUID, String> titles, Map<Seasons.Matter, Rank.Season> seasons, Instant now, int related) {
        var matter = matter(members);
        var trouble = members.stream().filter(member -> !member.question()).map(Member::told).toList();
        var rank = Rank.of(trouble, seasons.get(matter), now);
        int questions = members.size() - trouble.size();
        return new Hot(head.id(), name(head, members, titles), matter.area(), departments.area(matter.area()).map(Area::name).orElse(null), matter.category(),
                catalogue.category(matter.category()).map(Category::name).orElse(null), head.requests(), head.firstAt(), head.lastAt(), rank,
                words.say("hotspot.rank", rank.sentence().toArray()) + season(rank.season()) + (questions == 0 ? "" : words.say("hotspot.rank.questions", questions)), related, trend(members).stream().map(Day::callers).toList());
    }

    private String season(Rank.@Nullable Season season) {
        return season == null ? "" : words.say("hotspot.rank.season", season.lately(), season.yearAgo());
    }

    /** What others may read of what somebody said: without names and numbers. */
    static String masked(String text) {
        return PersonNames.masked(Masking.text(text));
    }

    /** What people called it, or what the first of its requests was called. */
    private static String name(Head head, List<Member> members, Map<UUID, String> titles) {
        return head.name() != null ? head.name() : titles.getOrDefault(members.getFirst().order(), "");
    }

    private Map<UUID, String> firstTitles(Map<Long, List<Member>> members) {
        return titles(members.values().stream().map(one -> one.getFirst().order()).toList());
    }

    /** As everybody may read them. */
    Map<UUID, String> titles(Collection<UUID> orders) {
        return watching.rows(orders).values().stream().collect(Collectors.toMap(Row::id, row -> masked(row.title())));
    }

    private List<Day> trend(List<Member> members) {
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        var callers = members.stream().collect(Collectors.groupingBy(member -> LocalDate.ofInstant(member.at(), city.zone()),
                Collectors.mapping(Member::caller, Collectors.toSet())));
        return today.minusDays(DAYS - 1).datesUntil(today.plusDays(1)).map(day -> new Day(day, callers.getOrDefault(day, java.util.Set.of()).size())).toList();
    }

    private List<Sample> samples(List<Member> members, Map<UUID, Contents.Content> orders) {
        var shown = members.reversed().stream().map(member -> orders.get(member.order())).filter(order -> order != null && !order.confidential()).limit(SAMPLES).toList();
        var veils = watching.veils(shown.stream().map(Contents.Content::id).toList());
        return shown.stream().map(order -> new Sample(order.id(), order.number(), order.receivedAt(), masked(veils.get(order.id()).apply(order.title())),
                shorter(masked(veils.get(order.id()).apply(order.body()))))).toList();
    }

    private static String shorter(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    static <T> List<Counted> counted(Collection<T> things, Function<T, @Nullable String> of, Function<String, @Nullable String> name) {
        return counted(things, of, name, 20);
    }

    static <T> List<Counted> counted(Collection<T> things, Function<T, @Nullable String> of, Function<String, @Nullable String> name, int most) {
        return things.stream().map(of).filter(code -> code != null && !code.isEmpty()).collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()))
                .entrySet().stream().map(entry -> new Counted(entry.getKey(), name.apply(entry.getKey()), entry.getValue().intValue()))
                .sorted(Comparator.comparingInt(Counted::requests).reversed()).limit(most).toList();
    }

    private static @Nullable String most(List<Member> members, Function<Member, @Nullable String> of) {
        return counted(members, of, code -> code).stream().findFirst().map(Counted::code).orElse(null);
    }

    /** A year of which nothing was kept is left out: it did not have none. */
    private List<Year> years(@Nullable String category) {
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        return category == null ? List.of() : IntStream.rangeClosed(0, 3)
                .filter(back -> back == 0 || seasons.reaches(today.minusYears(back).atStartOfDay(city.zone()).toInstant()))
                .mapToObj(back -> new Year(today.getYear() - back, around(category, today.minusYears(back)))).toList();
    }

    private int around(String category, LocalDate day) {
        return jdbc.sql("select count(*) from hotspot_member where category = :category and at >= :from and at < :to").param("category", category)
                .param("from", start(day.minusDays(14))).param("to", start(day.plusDays(14))).query(Integer.class).single();
    }

    private @Nullable OffsetDateTime start(LocalDate day) {
        return sql(day.atStartOfDay(city.zone()).toInstant());
    }

    private static OffsetDateTime sql(Instant at) {
        return Objects.requireNonNull(Time.sql(at));
    }

    private Head head(long id) {
        return heads("id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new NotFound("event", id));
    }

    private List<Head> heads(String which, Map<String, Object> parameters) {
        return jdbc.sql("select id, name, named_by, related, first_at, last_at, requests from hotspot_event where " + which).params(parameters)
                .query((row, n) -> new Head(row.getLong("id"), row.getString("name"), row.getString("named_by"), row.getLong("related"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(), row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getInt("requests"))).list();
    }

    private List<Member> members(Collection<Long> events) {
        return jdbc.sql("select event_id, order_id, caller, category, area, place, at, question from hotspot_member where event_id = any(:events) order by at")
                .param("events", events.toArray(Long[]::new))
                .query((row, n) -> new Member(row.getLong("event_id"), row.getObject("order_id", UUID.class), row.getString("caller"), row.getString("category"),
                        row.getString("area"), row.getString("place"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getBoolean("question"))).list();
    }
}

package city.minsheng.campaign;

import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Masking;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.OnTopic;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Watching;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 佐证: the requests on a topic, counted, without names and numbers. What was counted when a campaign was proposed is kept with
 * it, so that whoever approves and whoever looks later see the same figures and the same lists.
 */
@Component
public class Evidence {

    /** @param order for the list of the one @param back so many years earlier */
    public record Line(UUID order, int back, UUID caller, @Nullable String department, String place, Instant at) {}

    public record Day(LocalDate day, int requests, int callers) {}

    public record Counted(String code, @Nullable String name, int requests, int callers) {}

    public record Sample(UUID order, String number, Instant at, String title, String text) {}

    public record Shown(int requests, int callers, List<Day> days, List<Counted> departments, List<Counted> places, List<Counted> years, List<Sample> samples) {}

    /** Which of the lines behind the figures. */
    public record Filter(int back, @Nullable LocalDate day, @Nullable String department, @Nullable String place) {}

    static final int YEARS = 3;
    private static final int SAMPLES = 5;
    private static final int SHORT = 160;
    private final JdbcClient jdbc;
    private final OnTopic onTopic;
    private final Contents contents;
    private final Watching watching;
    private final Departments departments;
    private final Catalogue catalogue;
    private final CitySettings city;

    Evidence(JdbcClient jdbc, OnTopic onTopic, Contents contents, Watching watching, Departments departments, Catalogue catalogue, CitySettings city) {
        this.jdbc = jdbc;
        this.onTopic = onTopic;
        this.contents = contents;
        this.watching = watching;
        this.departments = departments;
        this.catalogue = catalogue;
        this.city = city;
    }

    /** What the topic's calls say, on these days. */
    List<UUID> orders(Topic topic) {
        return onTopic.orders(new OnTopic.Asked(topic.category(), topic.area().isEmpty() ? List.of() : departments.areasWithin(topic.area()), topic.words(),
                start(topic.from()), start(topic.to().plusDays(1))));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(city.zone()).toInstant();
    }

    /** @param more orders that belong to it by somebody's word: those of a hot spot */
    List<Line> gather(Topic topic, Collection<UUID> more) {
        var lines = new ArrayList<Line>();
        for (int back = 0; back <= YEARS; back++) {
            var orders = new LinkedHashSet<>(orders(topic.back(back)));
            if (back == 0) {
                orders.addAll(more);
            }
            int years = back;
            contents.of(orders).values().stream().sorted(Comparator.comparing(Contents.Content::receivedAt))
                    .forEach(order -> lines.add(new Line(order.id(), years, order.requester(), order.lead(), place(order), order.receivedAt())));
        }
        return lines;
    }

    /** 小区、路: the address as far as its first number. */
    private String place(Contents.Content order) {
        var named = departments.area(order.area()).filter(area -> area.kind().equals("PLACE"));
        return named.isPresent() ? named.get().name() : order.address().split("\\d", 2)[0].strip();
    }

    Shown show(Topic topic, List<Line> all) {
        var lines = all.stream().filter(line -> line.back() == 0).toList();
        var days = lines.stream().collect(Collectors.groupingBy(line -> LocalDate.ofInstant(line.at(), city.zone())));
        var from = days.keySet().stream().min(Comparator.naturalOrder()).filter(day -> day.isBefore(topic.from())).orElse(topic.from());
        return new Shown(lines.size(), callers(lines),
                from.datesUntil(topic.to().plusDays(1)).map(day -> new Day(day, days.getOrDefault(day, List.of()).size(), callers(days.getOrDefault(day, List.of())))).toList(),
                counted(lines, Line::department, departments::nameOf), counted(lines, Line::place, place -> place),
                IntStream.rangeClosed(0, YEARS).mapToObj(back -> year(topic, all, back)).toList(), samples(lines));
    }

    private Counted year(Topic topic, List<Line> all, int back) {
        var then = all.stream().filter(line -> line.back() == back).toList();
        return new Counted(String.valueOf(back), String.valueOf(topic.back(back).to().getYear()), then.size(), callers(then));
    }

    private static int callers(List<Line> lines) {
        return (int) lines.stream().map(Line::caller).distinct().count();
    }

    private static List<Counted> counted(List<Line> lines, Function<Line, @Nullable String> of, Function<String, @Nullable String> name) {
        return lines.stream().filter(line -> of.apply(line) != null && !of.apply(line).isEmpty()).collect(Collectors.groupingBy(of)).entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), name.apply(entry.getKey()), entry.getValue().size(), callers(entry.getValue())))
                .sorted(Comparator.comparingInt(Counted::requests).reversed().thenComparing(Counted::code)).limit(20).toList();
    }

    /** Secret ones are counted and never quoted. */
    private List<Sample> samples(List<Line> lines) {
        var latest = lines.reversed().stream().limit(4L * SAMPLES).map(Line::order).toList();
        var shown = contents.of(latest).values().stream().filter(order -> !order.confidential()).sorted(Comparator.comparing(Contents.Content::receivedAt).reversed()).limit(SAMPLES).toList();
        var veils = watching.veils(shown.stream().map(Contents.Content::id).toList());
        return shown.stream().map(order -> new Sample(order.id(), order.number(), order.receivedAt(), masked(order.title(), veils.get(order.id())),
                shorter(masked(order.body(), veils.get(order.id()))))).toList();
    }

    private static String masked(String text, UnaryOperator<String> veil) {
        return Masking.text(veil.apply(text));
    }

    private static String shorter(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    String named(Topic topic) {
        var category = catalogue.category(topic.category()).map(Category::name).orElse("");
        return topic.words().isEmpty() ? category : (category + " " + String.join("、", topic.words())).strip();
    }

    // ---- what is kept

    void keep(UUID campaign, List<Line> lines) {
        jdbc.sql("""
                        insert into campaign_evidence (campaign, back, order_id, caller, department, place, at)
                        select :campaign, * from unnest(:backs, :orders, :callers, :departments, :places, cast(:ats as timestamptz[]))
                        on conflict do nothing
                        """)
                .param("campaign", campaign).param("backs", lines.stream().map(Line::back).toArray(Integer[]::new))
                .param("orders", lines.stream().map(Line::order).toArray(UUID[]::new)).param("callers", lines.stream().map(Line::caller).toArray(UUID[]::new))
                .param("departments", lines.stream().map(Line::department).toArray(String[]::new)).param("places", lines.stream().map(Line::place).toArray(String[]::new))
                .param("ats", lines.stream().map(line -> Time.sql(line.at()).toString()).toArray(String[]::new)).update();
    }

    List<Line> kept(UUID campaign) {
        return jdbc.sql("select order_id, back, caller, department, place, at from campaign_evidence where campaign = :campaign order by at").param("campaign", campaign)
                .query((row, n) -> new Line(row.getObject("order_id", UUID.class), row.getInt("back"), row.getObject("caller", UUID.class), row.getString("department"),
                        row.getString("place"), Campaigns.instant(row, "at"))).list();
    }

    /** The list behind one figure. */
    List<Row> list(UUID campaign, Filter filter) {
        return rows(kept(campaign).stream().filter(line -> line.back() == filter.back())
                .filter(line -> filter.day() == null || filter.day().equals(LocalDate.ofInstant(line.at(), city.zone())))
                .filter(line -> filter.department() == null || filter.department().equals(line.department()))
                .filter(line -> filter.place() == null || filter.place().equals(line.place())).map(Line::order).toList());
    }

    List<Row> rows(List<UUID> orders) {
        return watching.rows(orders).values().stream().sorted(Comparator.comparing(Row::receivedAt).reversed()).toList();
    }
}

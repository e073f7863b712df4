package city.minsheng.hotspot;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Json;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.Watching;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 预警: raised by rules that can be read, kept with what became of them. What was false before is asked for more the next time. */
@Service
public class Alarms {

    public enum Kind { SUDDEN, SLOW, SEASONAL }

    public enum State { OPEN, CONFIRMED, FALSE, LAPSED }

    /** @param sentence why it was raised, in the reader's language */
    public record Alarm(UUID id, Kind kind, @Nullable Long event, String title, @Nullable String area, @Nullable String areaName, @Nullable String category,
            @Nullable String categoryName, Instant raisedAt, @Nullable LocalDate dueOn, String sentence, State state, @Nullable String decidedBy,
            @Nullable Instant decidedAt, String note) {}

    private static final Duration HISTORY = Duration.ofDays(60);
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final Duration SAME = Duration.ofDays(7);
    private static final double LEAST_EXPECTED = 0.02;
    private final JdbcClient jdbc;
    private final HotspotSettings settings;
    private final Watching watching;
    private final Departments departments;
    private final People people;
    private final Catalogue catalogue;
    private final CitySettings city;
    private final Words words;
    private final Clock clock;

    Alarms(JdbcClient jdbc, HotspotSettings settings, Watching watching, Departments departments, People people, Catalogue catalogue, CitySettings city, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.watching = watching;
        this.departments = departments;
        this.people = people;
        this.catalogue = catalogue;
        this.city = city;
        this.words = words;
        this.clock = clock;
    }

    /** 突发: looked at with each request that arrives, so that an alarm comes with the third caller and not with a night's job. */
    void sudden(long event, Contents.Content order) {
        var at = order.receivedAt();
        int callers = callers(event, at.minus(settings.suddenWithin()), at);
        int falseBefore = falseBefore(Kind.SUDDEN, order.area(), order.category(), at);
        if (callers < settings.suddenCallers() + falseBefore) {
            return;
        }
        double usual = usual(event, order.area(), order.category(), at);
        double chance = Unusual.chance(callers, usual);
        if (chance <= settings.surprise() / Math.pow(10, falseBefore)) {
            raise(Kind.SUDDEN, event, event + ":" + at.toEpochMilli(), title(order), order.area(), order.category(), at, null,
                    Map.of("callers", callers, "hours", settings.suddenWithin().toMinutes() / 60.0, "usual", usual, "chance", chance, "false", falseBefore));
        }
    }

    private String title(Contents.Content order) {
        return Events.masked(watching.veils(List.of(order.id())).get(order.id()).apply(order.title()));
    }

    private int callers(long event, Instant after, Instant until) {
        return jdbc.sql("select count(distinct caller) from hotspot_member where event_id = :event and not question and at > :after and at <= :until").param("event", event)
                .param("after", Time.sql(after)).param("until", Time.sql(until)).query(Integer.class).single();
    }

    /** How many calls of this category this area makes in the same span of time, this event left out. */
    private double usual(long event, @Nullable String area, @Nullable String category, Instant at) {
        var from = at.minus(HISTORY);
        var before = at.minus(settings.suddenWithin());
        int calls = jdbc.sql("""
                        select count(*) from hotspot_member
                         where area is not distinct from :area and category is not distinct from :category and at > :from and at <= :before and event_id <> :event and not question
                        """).param("area", area, java.sql.Types.VARCHAR).param("category", category, java.sql.Types.VARCHAR).param("from", Time.sql(from))
                .param("before", Time.sql(before)).param("event", event).query(Integer.class).single();
        return Math.max(LEAST_EXPECTED, calls * (double) settings.suddenWithin().toMinutes() / HISTORY.toMinutes());
    }

    private int falseBefore(Kind kind, @Nullable String area, @Nullable String category, Instant at) {
        return jdbc.sql("""
                        select count(*) from hotspot_alarm
                         where state = 'FALSE' and kind = :kind and area is not distinct from :area and category is not distinct from :category and decided_at > :since
                        """).param("kind", kind.name()).param("area", area, java.sql.Types.VARCHAR).param("category", category, java.sql.Types.VARCHAR)
                .param("since", Time.sql(at.minus(REMEMBERED))).query(Integer.class).single();
    }

    /** An event that was told of in the last week is not told of again; its figures are brought up to date. */
    void raise(Kind kind, @Nullable Long event, String topic, String title, @Nullable String area, @Nullable String category, Instant at, @Nullable LocalDate due,
            Map<String, Object> figures) {
        int known = event == null ? 0 : jdbc.sql("""
                        update hotspot_alarm set figures = case when state = 'OPEN' then :figures else figures end
                         where kind = :kind and event_id = :event and raised_at > :since
                        """).param("figures", Json.column(figures)).param("kind", kind.name()).param("event", event).param("since", Time.sql(at.minus(SAME))).update();
        if (known == 0) {
            jdbc.sql("""
                            insert into hotspot_alarm (id, kind, event_id, topic, title, area, category, raised_at, due_on, figures)
                            values (:id, :kind, :event, :topic, :title, :area, :category, :at, :due, :figures)
                            on conflict (kind, topic) do nothing
                            """)
                    .param("id", Ids.next(at)).param("kind", kind.name()).param("event", event, java.sql.Types.BIGINT).param("topic", topic).param("title", title)
                    .param("area", area, java.sql.Types.VARCHAR).param("category", category, java.sql.Types.VARCHAR).param("at", Time.sql(at))
                    .param("due", due, java.sql.Types.DATE).param("figures", Json.column(figures)).update();
        }
    }

    /** @param state null: all of them, the newest first */
    public List<Alarm> list(@Nullable State state) {
        return jdbc.sql("""
                        select id, kind, event_id, title, area, category, raised_at, due_on, figures, state, decided_by, decided_at, note
                          from hotspot_alarm
                         where cast(:state as text) is null or state = :state
                         order by raised_at desc
                         limit 200
                        """).param("state", state == null ? null : state.name(), java.sql.Types.VARCHAR).query(this::read).list();
    }

    @Transactional
    public void decide(UUID id, State state, @Nullable String note, Actor actor) {
        new Invalid.Check().that(state == State.CONFIRMED || state == State.FALSE, "/state", "not-known").atMost(note, 500, "/note").done();
        int rows = jdbc.sql("update hotspot_alarm set state = :state, note = :note, decided_by = :by, decided_at = :at where id = :id")
                .param("state", state.name()).param("note", note == null ? "" : note.strip()).param("by", actor.username())
                .param("at", Time.sql(clock.instant())).param("id", id).update();
        if (rows == 0) {
            throw new NotFound("alarm", id);
        }
    }

    private Alarm read(ResultSet row, int n) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        long event = row.getLong("event_id");
        var area = row.getString("area");
        var category = row.getString("category");
        return new Alarm(row.getObject("id", UUID.class), kind, event == 0 ? null : event, row.getString("title"), area,
                departments.area(area).map(Area::name).orElse(null), category, catalogue.category(category).map(Category::name).orElse(null),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(), row.getObject("due_on", LocalDate.class), sentence(kind, row.getObject("due_on", LocalDate.class), Json.map(row.getString("figures"))),
                State.valueOf(row.getString("state")), nameOf(row.getString("decided_by")), decided == null ? null : decided.toInstant(), row.getString("note"));
    }

    private @Nullable String nameOf(@Nullable String username) {
        return username == null ? null : people.find(username).map(Person::name).orElse(username);
    }

    private String sentence(Kind kind, @Nullable LocalDate due, Map<String, Object> f) {
        return switch (kind) {
            case SUDDEN -> words.say("hotspot.alarm.sudden", f.get("callers"), "%.0f".formatted(number(f, "hours")), "%.2f".formatted(number(f, "usual")), Unusual.oneIn(number(f, "chance")));
            case SLOW -> words.say("hotspot.alarm.slow", f.get("callers"), f.get("first"), f.get("second"), f.get("third"));
            case SEASONAL -> season(due, f);
        };
    }

    private String season(@Nullable LocalDate due, Map<String, Object> f) {
        var days = due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), city.zone()), due));
        if (!Boolean.TRUE.equals(f.get("known"))) {
            return words.say("hotspot.alarm.seasonal-first", days);
        }
        return words.say("hotspot.alarm.seasonal", days, f.get("before"), f.get("after")) + ("".equals(f.get("rose")) ? "" : words.say("hotspot.alarm.seasonal-rose", f.get("rose")));
    }

    private static double number(Map<String, Object> figures, String key) {
        return ((Number) figures.get(key)).doubleValue();
    }
}

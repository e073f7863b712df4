package city.minsheng.supervision;

import city.minsheng.catalogue.Calendars;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Urging;
import city.minsheng.workorder.Watching;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of each 催办: who was urged when by whom, who has read it, and what they did then. */
@Service
public class Reminding {

    /** @param phone of the department @param readBy in a call: who answered @param readByName the same, as people know them @param did what the department did first after it, and when; null while it has done nothing */
    public record Reminder(UUID id, UUID order, String number, String title, String department, @Nullable String departmentName, @Nullable String phone, Urging.Way way, String words,
            String by, Instant at, @Nullable String readBy, @Nullable String readByName, @Nullable Instant readAt, @Nullable Effect did) {}

    public record Effect(String action, Instant at, long minutes) {}

    private final Watching watching;
    private final Departments departments;
    private final People people;
    private final Calendars calendars;
    private final CitySettings city;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminding(Watching watching, Departments departments, People people, Calendars calendars, CitySettings city, JdbcClient jdbc, Clock clock) {
        this.watching = watching;
        this.departments = departments;
        this.people = people;
        this.calendars = calendars;
        this.city = city;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 已阅: by the department that was urged. The first receipt stands. */
    @Transactional
    public void read(UUID id, Actor actor) {
        receipt("way in ('IN_APP', 'SMS') and department = any(:scope)", id, actor.username(), actor.scope());
    }

    /** The call was made. @param answeredBy who took it */
    @Transactional
    public void phoned(UUID id, String answeredBy) {
        new Invalid.Check().given(answeredBy, "/answeredBy").atMost(answeredBy, 40, "/answeredBy").done();
        receipt("way = 'PHONE' and cardinality(:scope) = 0", id, answeredBy.strip(), List.of());
    }

    private void receipt(String which, UUID id, String by, List<String> scope) {
        int rows = jdbc.sql("update reminder set read_by = coalesce(read_by, :by), read_at = coalesce(read_at, :now) where id = :id and " + which)
                .param("by", by).param("now", Time.sql(clock.instant())).param("id", id).param("scope", scope.toArray(String[]::new)).update();
        if (rows == 0) {
            throw new NotFound("reminder", id);
        }
    }

    /** What was urged on a day of the city. */
    public List<Reminder> of(LocalDate day) {
        var from = day.atStartOfDay(city.zone()).toInstant();
        return found("at >= :from and at < :to order by at desc", Map.of("from", Time.sql(from), "to", Time.sql(from.plus(Duration.ofDays(1)))));
    }

    public List<Reminder> ofOrder(UUID order) {
        return found("order_id = :order order by at desc", Map.of("order", order));
    }

    /** What the department has not taken note of yet. */
    public List<Reminder> unread(Actor actor) {
        return found("department = any(:scope) and way in ('IN_APP', 'SMS') and read_at is null order by at", Map.of("scope", actor.scope().toArray(String[]::new)));
    }

    /** 待打电话: calls that somebody has to make, the oldest first, of whatever day. */
    public List<Reminder> toPhone() {
        return found("way = 'PHONE' and read_at is null order by at limit 200", Map.of());
    }

    /** How many reminders of an order were followed by nothing for a working day. */
    Map<UUID, Integer> ignored(List<UUID> orders) {
        var now = clock.instant();
        var reminders = found("order_id = any(:orders)", Map.of("orders", orders.toArray(UUID[]::new)));
        var calendar = calendars.calendar();
        return reminders.stream()
                .filter(one -> calendar.workingDaysBetween(one.at(), one.did() == null ? now : one.did().at()) >= 1)
                .collect(Collectors.toMap(Reminder::order, one -> 1, Integer::sum));
    }

    private record Read(UUID id, UUID order, String department, Urging.Way way, String words, String by, Instant at, @Nullable String readBy, @Nullable Instant readAt) {

        Watching.Urged urged() {
            return new Watching.Urged(order, department, at);
        }
    }

    private List<Reminder> found(String which, Map<String, Object> parameters) {
        var read = jdbc.sql("select id, order_id, department, way, words, by, at, read_by, read_at from reminder where " + which).params(parameters)
                .query(Reminding::read).list();
        var rows = watching.rows(read.stream().map(Read::order).distinct().toList());
        var veils = watching.veils(rows.keySet());
        var done = watching.firstAfter(read.stream().map(Read::urged).toList());
        return read.stream().filter(one -> rows.containsKey(one.order())).map(one -> {
            var row = rows.get(one.order());
            var did = done.get(one.urged());
            return new Reminder(one.id(), one.order(), row.number(), row.title(), one.department(), departments.nameOf(one.department()),
                    departments.find(one.department()).map(Department::phone).orElse(null), one.way(), veils.get(one.order()).apply(one.words()),
                    one.by(), one.at(), one.readBy(), nameOf(one), one.readAt(), did == null ? null : new Effect(did.action().name(), did.at(), Duration.between(one.at(), did.at()).toMinutes()));
        }).toList();
    }

    /** A receipt of a call bears the name that was told. */
    private @Nullable String nameOf(Read one) {
        return one.readBy() == null || one.way() == Urging.Way.PHONE ? one.readBy() : people.find(one.readBy()).map(Person::name).orElse(one.readBy());
    }

    private static Read read(ResultSet row, int n) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Read(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class), row.getString("department"), Urging.Way.valueOf(row.getString("way")),
                row.getString("words"), row.getString("by"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("read_by"),
                readAt == null ? null : readAt.toInstant());
    }
}

package city.minsheng.notification;

import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.Event;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** 站内通知: what has come to a department's people. */
@Component
@Order(2)
public class Notices implements OncePerCity {

    /** @param kind the action that it is about; the screen has the words */
    public record Notice(UUID id, Instant at, String kind, UUID order, String number, String title, String level, @Nullable Instant readAt) {}

    private static final Set<String> TO_DEPARTMENT = Set.of("work-order.dispatch", "work-order.reassign",
            "work-order.bind", "work-order.send-back", "work-order.rework", "work-order.remind",
            "work-order.urge", "clock.run-out", "work-order.grant-extension", "work-order.refuse-extension");
    /** Told only to those whose help is wanted. */
    private static final Set<String> TO_HELPERS = Set.of("work-order.add-support", "work-order.pass-down", "work-order.urge-support");
    private static final Duration NEWS = Duration.ofDays(2);
    private final JdbcClient jdbc;
    private final People people;
    private final Watching watching;
    private final Clock clock;

    Notices(JdbcClient jdbc, People people, Watching watching, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.watching = watching;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public boolean wants(String kind) {
        return TO_DEPARTMENT.contains(kind) || TO_HELPERS.contains(kind);
    }

    @Override
    public void hear(Event event) {
        var usernames = concerned(event).flatMap(department -> people.of(department).stream()).map(Person::username).distinct().toArray(String[]::new);
        boolean old = event.at().plus(NEWS).isBefore(clock.instant());
        if (old || usernames.length == 0) {
            return;
        }
        jdbc.sql("""
                        insert into notice (event_id, username, at, kind, order_id, number, title, level)
                        select :event, username, :at, :kind, :order, :number, :title, :level from unnest(:usernames) as username
                        on conflict (event_id, username) do nothing
                        """)
                .param("event", event.id()).param("usernames", usernames)
                .param("at", Time.sql(event.at()))
                .param("kind", event.data().path("action").asString("")).param("order", event.subject())
                .param("number", event.data().path("number").asString("")).param("title", titleOf(event))
                .param("level", event.data().path("level").asString("")).update();
    }

    /** Without whose it is: everybody of the department reads it, whatever their role. */
    private String titleOf(Event event) {
        var row = watching.rows(List.of(event.subject())).get(event.subject());
        return row == null ? "" : row.title();
    }

    private static Stream<String> concerned(Event event) {
        var helpers = event.data().path("called").valueStream().map(JsonNode::asString);
        var lead = event.data().path("lead").asString("");
        return TO_HELPERS.contains(event.kind()) || lead.isEmpty() ? helpers : Stream.concat(Stream.of(lead), helpers);
    }

    /** The last ones, the newest first. */
    public List<Notice> of(String username) {
        return jdbc.sql("""
                        select event_id, at, kind, order_id, number, title, level, read_at from notice
                         where username = :username order by at desc limit 50
                        """).param("username", username)
                .query((row, n) -> new Notice(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                        row.getObject(4, UUID.class), row.getString(5), row.getString(6), row.getString(7),
                        row.getObject(8, OffsetDateTime.class) == null ? null : row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }

    public void read(UUID id, String username) {
        int rows = jdbc.sql("update notice set read_at = coalesce(read_at, :now) where event_id = :id and username = :username")
                .param("now", Time.sql(clock.instant())).param("id", id).param("username", username).update();
        if (rows == 0) {
            throw new NotFound("notice", id);
        }
    }
}

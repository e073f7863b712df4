package city.minsheng.notification;

import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 知识库与未诉先办通知: of events that say themselves whom to tell: a department, the people of a role, one person. */
@Component
@Order(5)
class NamedNotices implements OncePerCity {

    private static final Duration NEWS = Duration.ofDays(2);
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    NamedNotices(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowledge-notices";
    }

    @Override
    public boolean wants(String kind) {
        return kind.startsWith("knowledge.") || kind.startsWith("campaign.");
    }

    @Override
    public void hear(Event event) {
        var whom = whom(event.data().path("tell").asString(""));
        if (whom.isEmpty() || event.at().plus(NEWS).isBefore(clock.instant())) {
            return;
        }
        jdbc.sql("""
                        insert into notice (event_id, username, at, kind, order_id, number, title, level)
                        select :event, username, :at, :kind, :article, :code, :question, '' from unnest(:usernames) as username
                        on conflict (event_id, username) do nothing
                        """)
                .param("event", event.id()).param("usernames", whom.toArray(String[]::new)).param("at", Time.sql(event.at())).param("kind", event.kind())
                .param("article", event.subject()).param("code", event.data().path("code").asString(""))
                .param("question", event.data().path("question").asString("")).update();
    }

    private List<String> whom(String tell) {
        int colon = tell.indexOf(':');
        var name = tell.substring(colon + 1);
        return switch (colon < 0 ? "" : tell.substring(0, colon)) {
            case "DEPARTMENT" -> people.of(name).stream().filter(person -> person.roles().contains(Role.HEAD) || person.roles().contains(Role.HANDLER))
                    .map(Person::username).toList();
            case "ROLE" -> people.all().stream().filter(person -> person.roles().contains(Role.valueOf(name))).map(Person::username).toList();
            case "PERSON" -> people.find(name).map(person -> List.of(person.username())).orElse(List.of());
            default -> List.of();
        };
    }
}

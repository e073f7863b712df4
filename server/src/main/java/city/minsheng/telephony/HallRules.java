package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.directory.Seats;
import city.minsheng.platform.NotYours;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the city has decided about its hall: queues, skills, codes; and who may lead. */
@Component
public class HallRules {

    public record Code(String code, String name, String english) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Seats seats;

    HallRules(JdbcClient jdbc, People people, Seats seats) {
        this.jdbc = jdbc;
        this.people = people;
        this.seats = seats;
    }

    public List<HallQueue> queues() {
        return jdbc.sql("select code, name, english, kind, lines, skill, level, overflow, overflow_seconds from hall_queue order by position")
                .query((row, n) -> new HallQueue(row.getString(1), row.getString(2), row.getString(3), HallQueue.Kind.valueOf(row.getString(4)),
                        Arrays.asList((String[]) row.getArray(5).getArray()), row.getString(6), row.getInt(7), row.getString(8),
                        Duration.ofSeconds(row.getInt(9)))).list();
    }

    /** @param kind WRAP_UP, BREAK or EMERGENCY */
    public List<Code> codes(String kind) {
        return jdbc.sql("select code, name, english from hall_code where kind = :kind order by position").param("kind", kind)
                .query((row, n) -> new Code(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    Map<String, CallerNumbers.Place> places() {
        var places = new LinkedHashMap<String, CallerNumbers.Place>();
        jdbc.sql("select prefix, name, english from number_place").query(row -> {
            places.put(row.getString(1), new CallerNumbers.Place(row.getString(2), row.getString(3)));
        });
        return places;
    }

    List<CallRouter.Skill> skills(String username) {
        return jdbc.sql("select skill, level from person_skill where username = :username order by skill").param("username", username)
                .query((row, n) -> new CallRouter.Skill(row.getString(1), row.getInt(2))).list();
    }

    /** @throws NotYours for whoever takes no calls */
    Staff staff(Actor actor) {
        if (!maySit(actor)) {
            throw new NotYours("wrong-role-here");
        }
        return staff(people.get(actor.username()));
    }

    public static boolean maySit(Actor actor) {
        return actor.is(Role.AGENT) || actor.is(Role.EXPERT) || actor.is(Role.SUPERVISOR);
    }

    Staff staff(Person person) {
        return new Staff(person.username(), person.name(), person.english(), person.group(), skills(person.username()));
    }

    Optional<Staff> staff(String username) {
        return people.find(username).map(this::staff);
    }

    List<Seats.Seat> seats() {
        return seats.all();
    }

    Optional<String> usualSeat(String username) {
        return seats.usualOf(username);
    }

    /** 班长, and the supervision office. */
    public boolean isLead(Actor actor) {
        return actor.is(Role.SUPERVISOR) || seats.groups().stream().anyMatch(group -> actor.username().equals(group.lead()));
    }

    void onlyLead(Actor actor) {
        if (!isLead(actor)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

package city.minsheng.directory.web;

import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.directory.SignIns;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Demo mode: one click for each role. Does not exist outside demo mode. */
@RestController
@RequestMapping("/api/demo")
@ConditionalOnProperty(name = "minsheng.demo", havingValue = "true")
class DemoController {

    record DemoPerson(String username, String name, String english, Role role, @Nullable String departmentName) {}

    record Who(String username) {}

    record When(OffsetDateTime to) {}

    private final People people;
    private final Departments departments;
    private final SignIns signIns;
    private final SessionController sessions;
    private final Time time;

    DemoController(People people, Departments departments, SignIns signIns, SessionController sessions, Time time) {
        this.people = people;
        this.departments = departments;
        this.signIns = signIns;
        this.sessions = sessions;
        this.time = time;
    }

    /** One person for each role; of the departments, handlers of a few. */
    @GetMapping("/people")
    List<DemoPerson> people() {
        var chosen = new ArrayList<DemoPerson>();
        var missing = EnumSet.range(Role.AGENT, Role.ADMINISTRATOR);
        for (var person : people.all()) {
            var role = person.roles().getFirst();
            if (role != Role.HANDLER && missing.remove(role)) {
                chosen.add(describe(person, role));
            }
        }
        for (var kind : List.of("UTILITY", "BUREAU", "AREA", "SUBUNIT")) {
            people.all().stream().filter(person -> person.roles().getFirst() == Role.HANDLER)
                    .filter(person -> departments.find(person.department()).filter(d -> d.kind().equals(kind)).isPresent())
                    .findFirst().ifPresent(person -> chosen.add(describe(person, Role.HANDLER)));
        }
        return chosen;
    }

    private DemoPerson describe(Person person, Role role) {
        return new DemoPerson(person.username(), person.name(), person.english(), role, departments.nameOf(person.department()));
    }

    @PostMapping("/session")
    SessionController.Session signIn(@RequestBody Who who, HttpServletRequest request, HttpServletResponse response) {
        var person = people.get(who.username());
        SessionController.give(signIns.open(person), request, response);
        return sessions.session(person);
    }

    /** Moves the test clock; refused where the program goes by real time. */
    @PostMapping("/clock")
    SessionController.Session clock(@RequestBody When when) {
        if (!time.isMoved()) {
            throw new Refusal("real-clock");
        }
        time.set(when.to().toInstant());
        return sessions.session((Person) null);
    }
}

package city.minsheng.directory.web;

import city.minsheng.directory.Departments;
import city.minsheng.directory.PeopleAdministration;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.directory.SignIns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 用户: who is there, who is locked out, a new one-time password. */
@RestController
@RequestMapping("/api/admin/people")
class AdminController {

    record Row(String username, String name, List<Role> roles, String department, @Nullable String departmentName,
            boolean locked, boolean hasPassword, @Nullable Instant lastSignIn) {}

    record OneTime(String oneTimePassword) {}

    private final PeopleAdministration people;
    private final SignIns signIns;
    private final Departments departments;
    private final Clock clock;

    AdminController(PeopleAdministration people, SignIns signIns, Departments departments, Clock clock) {
        this.people = people;
        this.signIns = signIns;
        this.departments = departments;
        this.clock = clock;
    }

    @GetMapping
    List<Row> find(@RequestParam(defaultValue = "") String q) {
        return people.find(q.strip()).stream().map(this::row).toList();
    }

    private Row row(Person person) {
        boolean locked = person.lockedUntil() != null && person.lockedUntil().isAfter(clock.instant());
        return new Row(person.username(), person.name(), person.roles(), person.department(),
                departments.nameOf(person.department()), locked, person.passwordHash() != null, person.lastSignInAt());
    }

    @PostMapping("/{username}/password-reset")
    OneTime reset(@PathVariable String username) {
        return new OneTime(signIns.resetPassword(username));
    }

    @PostMapping("/{username}/unlock")
    Row unlock(@PathVariable String username) {
        return row(people.unlock(username));
    }
}

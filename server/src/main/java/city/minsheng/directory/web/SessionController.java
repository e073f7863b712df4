package city.minsheng.directory.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.directory.SignIns;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and who one is. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    record City(String code, String name, String english, String hotline, String areaCode) {}

    record Me(String username, String name, String english, String department, @Nullable String departmentName,
            List<Role> roles, @Nullable String group, boolean mustChangePassword) {}

    /** @param simulatedNow set where the program goes by a test clock */
    record Session(boolean signedIn, @Nullable Me person, boolean demo, City city, @Nullable Instant simulatedNow) {}

    record Credentials(String username, String password) {}

    record Change(String old, String fresh) {}

    private final SignIns signIns;
    private final People people;
    private final Departments departments;
    private final CitySettings city;
    private final Time time;
    private final boolean demo;

    SessionController(SignIns signIns, People people, Departments departments, CitySettings city, Time time,
            @Value("${minsheng.demo}") boolean demo) {
        this.signIns = signIns;
        this.people = people;
        this.departments = departments;
        this.city = city;
        this.time = time;
        this.demo = demo;
    }

    @GetMapping
    Session session(@AuthenticationPrincipal @Nullable Actor actor) {
        return session(actor == null ? null : people.get(actor.username()));
    }

    @PostMapping
    Session signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var token = signIns.signIn(credentials.username(), credentials.password());
        give(token, request, response);
        return session(people.get(credentials.username()));
    }

    @DeleteMapping
    Session signOut(HttpServletRequest request, HttpServletResponse response) {
        Security.token(request).ifPresent(signIns::end);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", request, Duration.ZERO));
        return session((Person) null);
    }

    @PostMapping("/password")
    Session change(@AuthenticationPrincipal Actor actor, @RequestBody Change change, HttpServletRequest request) {
        signIns.changePassword(actor.username(), change.old(), change.fresh(), Security.token(request).orElse(""));
        return session(people.get(actor.username()));
    }

    Session session(@Nullable Person person) {
        var me = person == null ? null : new Me(person.username(), person.name(), person.english(), person.department(),
                departments.nameOf(person.department()), person.roles(), person.group(), person.mustChangePassword());
        return new Session(me != null, me, demo,
                new City(city.code(), city.name(), city.english(), city.hotline(), city.areaCode()),
                time.isMoved() ? time.instant() : null);
    }

    static void give(String token, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, request, Duration.ofHours(24)));
    }

    private static String cookie(String token, HttpServletRequest request, Duration age) {
        return ResponseCookie.from(Security.COOKIE, token).httpOnly(true).secure(request.isSecure()).path("/")
                .sameSite("Lax").maxAge(age).build().toString();
    }
}

package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Reminding;
import city.minsheng.workorder.Reading;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The receipts of reminders, and what they did. */
@RestController
@RequestMapping("/api/supervision")
class ReminderController {

    record Phoned(String answeredBy) {}

    private final Reminding reminding;
    private final Reading reading;
    private final CitySettings city;
    private final Clock clock;

    ReminderController(Reminding reminding, Reading reading, CitySettings city, Clock clock) {
        this.reminding = reminding;
        this.reading = reading;
        this.city = city;
        this.clock = clock;
    }

    @GetMapping("/reminders")
    List<Reminding.Reminder> ofDay(@RequestParam(required = false) @Nullable LocalDate day, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return reminding.of(day == null ? LocalDate.ofInstant(clock.instant(), city.zone()) : day);
    }

    /** What the reader's department has not taken note of. */
    @GetMapping("/reminders/unread")
    List<Reminding.Reminder> unread(@AuthenticationPrincipal Actor actor) {
        return reminding.unread(actor);
    }

    @GetMapping("/reminders/to-phone")
    List<Reminding.Reminder> toPhone(@AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return reminding.toPhone();
    }

    @GetMapping("/orders/{id}/reminders")
    List<Reminding.Reminder> ofOrder(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        reading.get(id, actor);
        return reminding.ofOrder(id);
    }

    @PostMapping("/reminders/{id}/read")
    void read(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        reminding.read(id, actor);
    }

    @PostMapping("/reminders/{id}/phoned")
    void phoned(@PathVariable UUID id, @RequestBody Phoned body, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        reminding.phoned(id, body.answeredBy());
    }

    private static void supervises(Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

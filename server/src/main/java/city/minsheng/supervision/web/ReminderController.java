package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import city.minsheng.supervision.Reminding;
import city.minsheng.workorder.On;
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

/** 催办 of one or of many, with receipts and effect. */
@RestController
@RequestMapping("/api/supervision")
class ReminderController {

    record Target(UUID id, int version) {}

    record Wish(List<Target> orders, Reminding.Way way, @Nullable String words) {}

    record Done(UUID id, boolean ok, @Nullable String problem) {}

    record Phoned(String answeredBy) {}

    private static final int MOST = 100;
    private final Reminding reminding;
    private final Reading reading;
    private final CitySettings city;
    private final Words words;
    private final Clock clock;

    ReminderController(Reminding reminding, Reading reading, CitySettings city, Words words, Clock clock) {
        this.reminding = reminding;
        this.reading = reading;
        this.city = city;
        this.words = words;
        this.clock = clock;
    }

    /** Each for itself: what cannot be urged says why. Sent twice it is refused by the version, so nobody is urged twice. */
    @PostMapping("/reminders")
    List<Done> remind(@RequestBody Wish wish, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        new Invalid.Check().that(wish.orders() != null && !wish.orders().isEmpty() && wish.orders().size() <= MOST, "/orders", "between", 1, MOST).given(wish.way(), "/way").done();
        return wish.orders().stream().map(target -> one(target, wish, actor)).toList();
    }

    private Done one(Target target, Wish wish, Actor actor) {
        try {
            reminding.remind(new On(target.id(), actor, target.version()), new Reminding.Wish(wish.way(), wish.words()));
            return new Done(target.id(), true, null);
        } catch (Refusal refusal) {
            return new Done(target.id(), false, words.say("problem." + refusal.code(), refusal.arguments()));
        } catch (NotFound missing) {
            return new Done(target.id(), false, words.say("problem.not-found"));
        }
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

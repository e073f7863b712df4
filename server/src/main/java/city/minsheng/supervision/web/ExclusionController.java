package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Excluding;
import city.minsheng.supervision.Watchful;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 剔除: asked, decided by somebody else, open to be read. */
@RestController
@RequestMapping("/api/supervision")
class ExclusionController {

    record Decision(boolean granted, String words) {}

    record Asked(UUID id) {}

    private static final int DAYS = 30;
    private final Excluding excluding;
    private final Watchful watchful;
    private final Reading reading;
    private final CitySettings city;
    private final Clock clock;
    private final Idempotency idempotency;

    ExclusionController(Excluding excluding, Watchful watchful, Reading reading, CitySettings city, Clock clock, Idempotency idempotency) {
        this.excluding = excluding;
        this.watchful = watchful;
        this.reading = reading;
        this.city = city;
        this.clock = clock;
        this.idempotency = idempotency;
    }

    @GetMapping("/exclusions")
    List<Excluding.Exclusion> list(@AuthenticationPrincipal Actor actor) {
        return excluding.list(actor);
    }

    /** Whose share stands out in the last thirty days: for whoever decides on the next one. */
    @GetMapping("/exclusions/warned")
    List<Watchful.Warned> warned(@AuthenticationPrincipal Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ANALYST)) {
            throw new NotYours("wrong-role-here");
        }
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        return watchful.warned(today.minusDays(DAYS - 1), today);
    }

    @GetMapping("/orders/{id}/exclusions")
    List<Excluding.Exclusion> ofOrder(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        reading.get(id, actor);
        return actor.isLastMile() ? List.of() : excluding.ofOrder(id);
    }

    @PostMapping("/orders/{id}/exclusions")
    Asked ask(@PathVariable UUID id, @RequestBody Excluding.Wish wish, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.HEAD) && !actor.is(Role.HANDLER)) {
            throw new NotYours("wrong-role-here");
        }
        return idempotency.once(key, actor.username(), id + " " + wish, Asked.class, () -> new Asked(excluding.ask(id, wish, actor)));
    }

    @PostMapping("/exclusions/{id}/decide")
    void decide(@PathVariable UUID id, @RequestBody Decision decision, @AuthenticationPrincipal Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        excluding.decide(id, decision.granted(), decision.words(), actor);
    }
}

package city.minsheng.hotspot.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.hotspot.Alarms;
import city.minsheng.hotspot.Events;
import city.minsheng.hotspot.Profile;
import city.minsheng.hotspot.Sorting;
import city.minsheng.platform.CityFolder;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.workorder.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is hot, what was alarmed, and what people know better. */
@RestController
@RequestMapping("/api/hotspots")
class HotspotController {

    record Name(String name) {}

    record Other(long other) {}

    record Leaving(List<UUID> orders) {}

    record Fresh(long event) {}

    record Decision(Alarms.State state, @Nullable String note) {}

    private static final int LONGEST = 366;
    private static final String MAP = "map.geojson";
    private final Events events;
    private final Sorting sorting;
    private final Alarms alarms;
    private final Profile profile;
    private final CityFolder folder;
    private final Idempotency idempotency;

    HotspotController(Events events, Sorting sorting, Alarms alarms, Profile profile, CityFolder folder, Idempotency idempotency) {
        this.events = events;
        this.sorting = sorting;
        this.alarms = alarms;
        this.profile = profile;
        this.folder = folder;
        this.idempotency = idempotency;
    }

    @GetMapping
    List<Events.Hot> hot(@AuthenticationPrincipal Actor actor) {
        looks(actor);
        return events.hot();
    }

    /** For the agents' right column too. */
    @GetMapping("/live")
    List<Events.Live> live(@AuthenticationPrincipal Actor actor) {
        hall(actor);
        return events.live();
    }

    @GetMapping("/{id}")
    Events.One one(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        long event = event(id);
        hall(actor);
        return events.one(event);
    }

    @GetMapping("/{id}/orders")
    List<Row> orders(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        long event = event(id);
        hall(actor);
        return events.orders(event);
    }

    /** What is no number is no event. */
    private static long event(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("event", id);
        }
        return Long.parseLong(id);
    }

    @PostMapping("/{id}/rename")
    Events.One rename(@PathVariable long id, @RequestBody Name body, @AuthenticationPrincipal Actor actor) {
        sorts(actor);
        sorting.rename(id, body.name(), actor);
        return events.one(id);
    }

    @PostMapping("/{id}/merge")
    Events.One merge(@PathVariable long id, @RequestBody Other body, @AuthenticationPrincipal Actor actor) {
        sorts(actor);
        sorting.merge(id, body.other(), actor);
        return events.one(id);
    }

    @PostMapping("/{id}/split")
    Fresh split(@PathVariable long id, @RequestBody Leaving body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        sorts(actor);
        return idempotency.once(key, actor.username(), body, Fresh.class, () -> new Fresh(sorting.split(id, body.orders(), actor)));
    }

    @GetMapping("/alarms")
    List<Alarms.Alarm> alarms(@RequestParam(required = false) Alarms.@Nullable State state, @AuthenticationPrincipal Actor actor) {
        looks(actor);
        return alarms.list(state);
    }

    @PostMapping("/alarms/{id}/decide")
    List<Alarms.Alarm> decide(@PathVariable UUID id, @RequestBody Decision body, @AuthenticationPrincipal Actor actor) {
        sorts(actor);
        alarms.decide(id, body.state(), body.note(), actor);
        return alarms.list(null);
    }

    @GetMapping("/profile")
    Profile.Picture profile(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String area, @RequestParam LocalDate from,
            @RequestParam LocalDate to, @AuthenticationPrincipal Actor actor) {
        looks(actor);
        new Invalid.Check().that(!to.isBefore(from) && !to.isAfter(from.plusDays(LONGEST)), "/to", "between-days", LONGEST).done();
        return profile.of(new Profile.Question(category, area, from, to));
    }

    /** The city's own borders and points, as it has them; nothing where it has given none. */
    @GetMapping(path = "/map", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Resource> map(@AuthenticationPrincipal Actor actor) {
        hall(actor);
        return folder.has(MAP) ? ResponseEntity.ok(new FileSystemResource(folder.path().resolve(MAP))) : ResponseEntity.noContent().build();
    }

    private static void hall(Actor actor) {
        if (!actor.seesWholeCity() && !actor.is(Role.ANALYST)) {
            throw new NotYours("wrong-role-here");
        }
    }

    private static void looks(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ANALYST) && !actor.is(Role.DISPATCHER)) {
            throw new NotYours("wrong-role-here");
        }
    }

    private static void sorts(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ANALYST)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

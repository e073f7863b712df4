package city.minsheng.desk.web;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.Channel;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.desk.Drafts;
import city.minsheng.desk.Live;
import city.minsheng.desk.Naming;
import city.minsheng.desk.SavedViews;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Status;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the staff screens need beside the orders themselves. */
@RestController
@RequestMapping("/api")
class DeskController {

    record Verb(Action action, String verb) {}

    record Rules(int returnDays, int returnsMost, int extensionDays, int attempts, int reopenDays) {}

    record Reference(Collection<Department> departments, Collection<Area> areas, Collection<Category> categories,
            Collection<Channel> channels, List<Kind> kinds, List<Level> levels, List<Status> statuses, List<Verb> actions, Rules rules,
            Map<String, String> readings) {}

    record NewView(String name, Map<String, Object> query) {}

    private final Departments departments;
    private final Catalogue catalogue;
    private final Drafts drafts;
    private final SavedViews views;
    private final Live live;
    private final CitySettings city;
    private final Naming naming;

    DeskController(Departments departments, Catalogue catalogue, Drafts drafts, SavedViews views, Live live, CitySettings city, Naming naming) {
        this.departments = departments;
        this.catalogue = catalogue;
        this.drafts = drafts;
        this.views = views;
        this.live = live;
        this.city = city;
        this.naming = naming;
    }

    @GetMapping("/reference")
    Reference reference() {
        var actions = Arrays.stream(Action.values()).map(action -> new Verb(action, action.verb())).toList();
        return new Reference(departments.all().values(), departments.areas().values(), catalogue.categories().values(),
                catalogue.channels().values(), List.of(Kind.values()), List.of(Level.values()), List.of(Status.values()), actions,
                new Rules(city.returnDays(), city.returnsMost(), city.extensionDays(), city.attempts(), city.reopenDays()), naming.readings());
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal Actor actor) {
        return live.open(actor);
    }

    @GetMapping("/drafts")
    List<Drafts.Draft> drafts(@AuthenticationPrincipal Actor actor) {
        return drafts.of(actor.username());
    }

    /** Empty where nothing was typed: no fault. */
    @GetMapping(path = "/drafts/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> draft(@PathVariable String key, @AuthenticationPrincipal Actor actor) {
        return drafts.find(actor.username(), key).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping("/drafts/{key}")
    void keep(@PathVariable String key, @RequestBody String body, @AuthenticationPrincipal Actor actor) {
        drafts.keep(actor.username(), key, body);
    }

    @DeleteMapping("/drafts/{key}")
    void forget(@PathVariable String key, @AuthenticationPrincipal Actor actor) {
        drafts.forget(actor.username(), key);
    }

    @GetMapping("/views")
    List<SavedViews.SavedView> views(@AuthenticationPrincipal Actor actor) {
        return views.of(actor.username());
    }

    @PostMapping("/views")
    SavedViews.SavedView save(@RequestBody NewView view, @AuthenticationPrincipal Actor actor) {
        return views.save(actor.username(), view.name(), view.query());
    }

    @DeleteMapping("/views/{id}")
    void delete(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        views.delete(actor.username(), id);
    }
}

package city.minsheng.catalogue.web;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Clause;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.DueDate;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.LimitRule;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar, and "if this were dispatched now, when would it be due?" */
@RestController
@RequestMapping("/api")
class CatalogueController {

    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Clock clock;

    CatalogueController(Catalogue catalogue, Calendars calendars, Clock clock) {
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/due-date")
    DueDate due(@RequestParam(name = "clock", defaultValue = "HANDLE") ClockKind kind,
            @RequestParam(defaultValue = "GENERAL") Level level, @RequestParam(name = "kind", defaultValue = "COMPLAINT") Kind of,
            @RequestParam(required = false) @Nullable OffsetDateTime at) {
        return catalogue.due(kind, level, of, at == null ? clock.instant() : at.toInstant());
    }

    @GetMapping("/calendar/{year}")
    Calendars.Year year(@PathVariable int year) {
        return calendars.year(year);
    }

    @PutMapping("/calendar/{year}")
    Calendars.Year put(@PathVariable int year, @RequestBody Calendars.Year announced) {
        return calendars.put(new Calendars.Year(year, true, announced.notice(), announced.days()));
    }

    @GetMapping("/catalogue/limits")
    List<LimitRule> limits() {
        return catalogue.limits();
    }

    @GetMapping("/catalogue/clauses")
    List<Clause> clauses() {
        return catalogue.clauses();
    }
}

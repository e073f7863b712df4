package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotYours;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The supervision office's day: four lists, what waits for a decision, and how each department stands. */
@RestController
class SupervisionController {

    record Today(Instant asOf, Watching.Owed unaccepted, Watching.Owed dueToday, Watching.Owed overdue, Watching.Owed notCalledBack,
            Watching.Decisions decisions, List<Watching.Standing> departments) {}

    private final Watching watching;
    private final Clock clock;

    SupervisionController(Watching watching, Clock clock) {
        this.watching = watching;
        this.clock = clock;
    }

    @GetMapping("/api/supervision/today")
    Today today(@AuthenticationPrincipal Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.DISPATCHER)) {
            throw new NotYours("wrong-role-here");
        }
        return new Today(clock.instant(), watching.unaccepted(), watching.dueToday(), watching.overdue(), watching.notCalledBack(),
                watching.decisions(), watching.departments());
    }
}

package city.minsheng.intake.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.intake.Models;
import city.minsheng.intake.Understanding;
import city.minsheng.platform.NotYours;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the answer desk shows while the agent types. */
@RestController
@RequestMapping("/api")
class UnderstandingController {

    private final Understanding understanding;
    private final Models models;

    UnderstandingController(Understanding understanding, Models models) {
        this.understanding = understanding;
        this.models = models;
    }

    /** By POST, so that nothing a caller says stands in an address; changes nothing. */
    @PostMapping("/understanding")
    Understanding.Findings understand(@RequestBody Understanding.Said said, @AuthenticationPrincipal Actor actor) {
        if (!actor.seesWholeCity()) {
            throw new NotYours("not-reception");
        }
        return understanding.understand(said, actor);
    }

    /** How good the models are, and which were refused. */
    @GetMapping("/models")
    List<Models.Entry> models(@AuthenticationPrincipal Actor actor) {
        if (!actor.seesWholeCity() && !actor.is(Role.ADMINISTRATOR) && !actor.is(Role.ANALYST)) {
            throw new NotYours("not-reception");
        }
        return models.all(60);
    }
}

package city.minsheng.intake.web;

import city.minsheng.directory.Actor;
import city.minsheng.intake.Drafting;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of a language model, where the city has one. They change nothing. */
@RestController
@RequestMapping("/api")
class DraftingController {

    record Available(boolean on) {}

    private final Drafting drafting;

    DraftingController(Drafting drafting) {
        this.drafting = drafting;
    }

    @GetMapping("/drafting")
    Available available() {
        return new Available(drafting.isOn());
    }

    @PostMapping("/work-orders/{id}/draft-summary")
    Drafting.Draft summary(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return drafting.summary(id, actor);
    }

    @PostMapping("/work-orders/{id}/draft-reply")
    Drafting.Draft reply(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return drafting.reply(id, actor);
    }
}

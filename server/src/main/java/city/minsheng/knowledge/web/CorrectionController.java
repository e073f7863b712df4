package city.minsheng.knowledge.web;

import city.minsheng.directory.Actor;
import city.minsheng.knowledge.Corrections;
import city.minsheng.platform.Idempotency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 纠错. */
@RestController
@RequestMapping("/api/knowledge")
class CorrectionController {

    record Decision(@Nullable String reason) {}

    private final Corrections corrections;
    private final Idempotency idempotency;

    CorrectionController(Corrections corrections, Idempotency idempotency) {
        this.corrections = corrections;
        this.idempotency = idempotency;
    }

    @PostMapping("/articles/{article}/versions/{version}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Corrections.Correction raise(@PathVariable String article, @PathVariable int version, @RequestBody Corrections.Doubt doubt,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), article + version + doubt, Corrections.Correction.class, () -> corrections.raise(article, version, doubt, actor));
    }

    @GetMapping("/corrections")
    List<Corrections.Correction> list(@RequestParam(defaultValue = "true") boolean open, @AuthenticationPrincipal Actor actor) {
        return corrections.list(open, actor);
    }

    @PostMapping("/corrections/{id}/take")
    Corrections.Correction take(@PathVariable UUID id, @RequestBody Decision decision, @AuthenticationPrincipal Actor actor) {
        return corrections.take(id, decision.reason(), actor);
    }

    @PostMapping("/corrections/{id}/decline")
    Corrections.Correction decline(@PathVariable UUID id, @RequestBody Decision decision, @AuthenticationPrincipal Actor actor) {
        return corrections.decline(id, decision.reason() == null ? "" : decision.reason(), actor);
    }
}

package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Issuing;
import city.minsheng.supervision.Measure;
import city.minsheng.supervision.Measures;
import city.minsheng.supervision.Proposing;
import city.minsheng.workorder.Reading;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 督办: what the rules propose, what was issued, what came back. */
@RestController
@RequestMapping("/api/supervision")
class MeasureController {

    record Feedback(String feedback) {}

    record Again(String department) {}

    record Conclusion(String conclusion) {}

    private final Measures measures;
    private final Issuing issuing;
    private final Proposing proposing;
    private final Reading reading;
    private final Idempotency idempotency;

    MeasureController(Measures measures, Issuing issuing, Proposing proposing, Reading reading, Idempotency idempotency) {
        this.measures = measures;
        this.issuing = issuing;
        this.proposing = proposing;
        this.reading = reading;
        this.idempotency = idempotency;
    }

    @GetMapping("/proposals")
    List<Proposing.Proposed> proposals(@AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return proposing.proposals();
    }

    /** The hall sees all, a department those that are addressed to it. */
    @GetMapping("/measures")
    List<Measure> list(@RequestParam(defaultValue = "true") boolean open, @AuthenticationPrincipal Actor actor) {
        return measures.list(open, actor);
    }

    @GetMapping("/measures/{id}")
    Measure get(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return measures.get(id, actor);
    }

    @GetMapping("/orders/{id}/measures")
    List<Measure> ofOrder(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        reading.get(id, actor);
        return measures.ofOrder(id, actor);
    }

    @PostMapping("/measures")
    Measure issue(@RequestBody Issuing.Draft draft, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return idempotency.once(key, actor.username(), draft, Measure.class, () -> issuing.issue(draft, actor));
    }

    @PostMapping("/measures/{id}/receive")
    Measure receive(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return issuing.receive(id, actor);
    }

    @PostMapping("/measures/{id}/feed-back")
    Measure feedBack(@PathVariable UUID id, @RequestBody Feedback body, @AuthenticationPrincipal Actor actor) {
        return issuing.feedBack(id, body.feedback(), actor);
    }

    @PostMapping("/measures/{id}/ask-again")
    Measure askAgain(@PathVariable UUID id, @RequestBody Again body, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return issuing.askAgain(id, body.department(), actor);
    }

    @PostMapping("/measures/{id}/close")
    Measure close(@PathVariable UUID id, @RequestBody Conclusion body, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return issuing.close(id, body.conclusion(), actor);
    }

    private static void supervises(Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

package city.minsheng.supervision.web;

import city.minsheng.catalogue.Clause;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Disputing;
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

/** 派单异议: what whoever rules must have before the eyes. */
@RestController
@RequestMapping("/api/supervision/orders/{id}")
class DisputeController {

    record Wish(boolean wholeCity) {}

    private final Disputing disputing;
    private final Idempotency idempotency;

    DisputeController(Disputing disputing, Idempotency idempotency) {
        this.disputing = disputing;
        this.idempotency = idempotency;
    }

    @GetMapping("/dispute")
    Disputing.Dispute dispute(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var dispute = disputing.of(id, actor); // an order that is not the reader's is not there at all
        rules(actor);
        return dispute;
    }

    /** The ruling becomes a clause of the dispatch catalogue. */
    @PostMapping("/clause")
    Clause clause(@PathVariable UUID id, @RequestBody Wish wish, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        rules(actor);
        return idempotency.once(key, actor.username(), id + " clause " + wish, Clause.class, () -> disputing.becomesClause(id, wish.wholeCity(), actor));
    }

    private static void rules(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.DISPATCHER)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

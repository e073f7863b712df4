package city.minsheng.intake.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.intake.Suggesting;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.NotYours;
import city.minsheng.requester.Requester;
import city.minsheng.requester.Requesters;
import city.minsheng.workorder.Experience;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.TrackingCode;
import city.minsheng.workorder.WorkOrder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** What the answer desk sends: a request that came by phone or another channel. */
@RestController
@RequestMapping("/api")
class IntakeController {

    /** @param queryCode with the number, what the citizen tracks it by */
    record Receipt(UUID id, String number, int version, Status status, String queryCode, Instant receivedAt) {}

    record Phone(String phone) {}

    record Known(UUID id, @Nullable String name, @Nullable String phone, int openCount, List<Row> orders) {}

    private static final List<Role> RECEIVE = List.of(Role.AGENT, Role.EXPERT, Role.DISPATCHER);
    private final Receiving receiving;
    private final Suggesting suggesting;
    private final Experience experience;
    private final Requesters requesters;
    private final TrackingCode codes;
    private final Idempotency idempotency;

    IntakeController(Receiving receiving, Suggesting suggesting, Experience experience, Requesters requesters, TrackingCode codes, Idempotency idempotency) {
        this.receiving = receiving;
        this.suggesting = suggesting;
        this.experience = experience;
        this.requesters = requesters;
        this.codes = codes;
        this.idempotency = idempotency;
    }

    @PostMapping("/work-orders")
    ResponseEntity<Receipt> receive(@RequestBody Receiving.Incoming incoming, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        var role = RECEIVE.stream().filter(actor::is).findFirst().orElseThrow(() -> new NotYours("not-reception"));
        var receipt = idempotency.once(key, actor.username(), incoming, Receipt.class, () -> receipt(receiving.receive(incoming, actor, role)));
        return ResponseEntity.created(URI.create("/api/work-orders/" + receipt.id())).eTag("\"" + receipt.version() + "\"").body(receipt);
    }

    private Receipt receipt(WorkOrder order) {
        return new Receipt(order.id(), order.number(), order.version(), order.status(), codes.of(order.number()), order.receivedAt());
    }

    @GetMapping("/dispatch-suggestions")
    List<Suggesting.Suggestion> suggest(@RequestParam String category, @RequestParam(required = false) @Nullable String area) {
        return suggesting.suggest(category, area);
    }

    /** By POST, so that no number stands in an address. Empty where nobody is known by it. */
    @PostMapping("/requesters/look-up")
    ResponseEntity<Known> lookUp(@RequestBody Phone phone, @AuthenticationPrincipal Actor actor) {
        if (!actor.seesWholeCity()) {
            throw new NotYours("not-reception");
        }
        return requesters.byPhone(phone.phone()).map(id -> ResponseEntity.ok(known(requesters.get(id), actor)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Known known(Requester requester, Actor actor) {
        var orders = experience.of(List.of(requester.id()), actor, 10);
        int open = (int) orders.stream().filter(row -> row.status().isOpen()).count();
        return new Known(requester.id(), requester.name(), requester.phone(), open, orders);
    }

    @GetMapping("/work-orders/{id}/similar")
    List<Row> similar(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return experience.similar(id, actor);
    }
}

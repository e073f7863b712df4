package city.minsheng.desk.web;

import city.minsheng.desk.CallOrders;
import city.minsheng.desk.CallPop;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.telephony.MaskedCalls;
import city.minsheng.telephony.SeatView;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.TrackingCode;
import city.minsheng.workorder.WorkOrder;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls and orders together: the screen pop, registering from a call, the calls of an order, calling for an order's sake. */
@RestController
@RequestMapping("/api/desk")
class CallDeskController {

    record Subject(@Nullable UUID order) {}

    record Receipt(UUID id, String number, int version, Status status, String queryCode, Instant receivedAt) {}

    private static final List<Role> RECEIVE = List.of(Role.AGENT, Role.EXPERT, Role.DISPATCHER);
    private final CallPop pop;
    private final CallOrders orders;
    private final TrackingCode codes;
    private final Idempotency idempotency;

    CallDeskController(CallPop pop, CallOrders orders, TrackingCode codes, Idempotency idempotency) {
        this.pop = pop;
        this.orders = orders;
        this.codes = codes;
        this.idempotency = idempotency;
    }

    @GetMapping("/calls/{id}/pop")
    CallPop.Pop pop(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return pop.pop(id, actor);
    }

    /** As POST /api/work-orders; where no phone is given the order gets the caller's. */
    @PostMapping("/calls/{id}/register")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt register(@PathVariable UUID id, @RequestBody Receiving.Incoming incoming,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        var role = RECEIVE.stream().filter(actor::is).findFirst().orElseThrow(() -> new NotYours("not-reception"));
        return idempotency.once(key, actor.username(), id + " " + incoming, Receipt.class, () -> receipt(orders.register(id, incoming, actor, role)));
    }

    private Receipt receipt(WorkOrder order) {
        return new Receipt(order.id(), order.number(), order.version(), order.status(), codes.of(order.number()), order.receivedAt());
    }

    @PostMapping("/calls/{id}/orders")
    void link(@PathVariable UUID id, @RequestBody Subject subject, @AuthenticationPrincipal Actor actor) {
        if (subject.order() == null) {
            throw new Invalid("/order", "required");
        }
        orders.link(id, subject.order(), actor);
    }

    @GetMapping("/orders/{id}/calls")
    List<CallOrders.CallOfOrder> calls(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return orders.calls(id, actor);
    }

    @PostMapping("/orders/{id}/masked-call")
    MaskedCalls.Ringing callMasked(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return orders.callMasked(id, key, actor);
    }

    @PostMapping("/orders/{id}/call")
    SeatView call(@PathVariable UUID id, @RequestBody CallOrders.Wish wish, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return orders.call(id, wish, key, actor);
    }
}

package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.Avoiding;
import city.minsheng.workorder.Calls;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Correcting;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.Informing;
import city.minsheng.workorder.Joining;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Supporting;
import city.minsheng.workorder.Urging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the hall does with an order. */
@RestController
@RequestMapping("/api/work-orders/{id}")
class HotlineActions {

    private final Calls calls;
    private final Answering answering;
    private final Avoiding avoiding;
    private final Closing closing;
    private final Correcting correcting;
    private final Dispatching dispatching;
    private final Informing informing;
    private final Joining joining;
    private final Reworking reworking;
    private final Supporting supporting;
    private final Urging urging;

    HotlineActions(Calls calls, Answering answering, Avoiding avoiding, Closing closing, Correcting correcting, Dispatching dispatching, Informing informing, Joining joining, Reworking reworking, Supporting supporting, Urging urging) {
        this.calls = calls;
        this.answering = answering;
        this.avoiding = avoiding;
        this.closing = closing;
        this.correcting = correcting;
        this.dispatching = dispatching;
        this.informing = informing;
        this.joining = joining;
        this.reworking = reworking;
        this.supporting = supporting;
        this.urging = urging;
    }

    @PostMapping("/answer-directly")
    ResponseEntity<Reading.View> answerDirectly(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Answering.Answer body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> answering.answer(on, body));
    }

    @PostMapping("/transfer-emergency")
    ResponseEntity<Reading.View> transferEmergency(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Answering.Transfer body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> answering.transfer(on, body));
    }

    @PostMapping("/decline")
    ResponseEntity<Reading.View> decline(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Answering.Decline body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> answering.decline(on, body));
    }

    @PostMapping("/ask-for-information")
    ResponseEntity<Reading.View> askForInformation(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Informing.Question body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> informing.ask(on, body));
    }

    @PostMapping("/add-information")
    ResponseEntity<Reading.View> addInformation(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Informing.Information body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> informing.add(on, body));
    }

    @PostMapping("/join")
    ResponseEntity<Reading.View> join(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Joining.Join body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> joining.join(on, body));
    }

    @PostMapping("/leave")
    ResponseEntity<Reading.View> leave(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Joining.Leave body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> joining.leave(on, body));
    }

    @PostMapping("/dispatch")
    ResponseEntity<Reading.View> dispatch(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Dispatching.Dispatch body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> {
            avoiding.check(id, body.department(), body.note());
            dispatching.dispatch(on, body);
        });
    }

    @PostMapping("/recall")
    ResponseEntity<Reading.View> recall(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, "recall", dispatching::recall);
    }

    @PostMapping("/phone")
    ResponseEntity<Reading.View> phone(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Dispatching.PhoneCall body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> dispatching.phone(on, body));
    }

    @PostMapping("/add-support")
    ResponseEntity<Reading.View> addSupport(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Dispatching.Support body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> supporting.add(on, body));
    }

    @PostMapping("/urge")
    ResponseEntity<Reading.View> urge(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Urging.Urge body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> urging.urge(on, body));
    }

    @PostMapping("/correct")
    ResponseEntity<Reading.View> correct(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Correcting.Correction body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> correcting.correct(on, body));
    }

    @PostMapping("/note")
    ResponseEntity<Reading.View> note(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Correcting.Note body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> correcting.note(on, body));
    }

    @PostMapping("/withdraw")
    ResponseEntity<Reading.View> withdraw(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Closing.Withdrawal body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> closing.withdraw(on, body));
    }

    @PostMapping("/reopen")
    ResponseEntity<Reading.View> reopen(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reworking.Reopen body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> reworking.reopen(on, body));
    }
}

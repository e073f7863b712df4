package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.workorder.Calls;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Extending;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Reviewing;
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

/** What is decided about an order: rulings, extensions, reviews, the end. */
@RestController
@RequestMapping("/api/work-orders/{id}")
class RulingActions {

    private final Calls calls;
    private final Closing closing;
    private final Extending extending;
    private final Returning returning;
    private final Reviewing reviewing;
    private final Urging urging;

    RulingActions(Calls calls, Closing closing, Extending extending, Returning returning, Reviewing reviewing, Urging urging) {
        this.calls = calls;
        this.closing = closing;
        this.extending = extending;
        this.returning = returning;
        this.reviewing = reviewing;
        this.urging = urging;
    }

    @PostMapping("/reassign")
    ResponseEntity<Reading.View> reassign(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Returning.Reassign body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> returning.reassign(on, body));
    }

    @PostMapping("/bind")
    ResponseEntity<Reading.View> bind(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Returning.Bind body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> returning.bind(on, body));
    }

    @PostMapping("/grant-extension")
    ResponseEntity<Reading.View> grantExtension(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Extending.Grant body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> extending.grant(on, body));
    }

    @PostMapping("/refuse-extension")
    ResponseEntity<Reading.View> refuseExtension(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Extending.Refuse body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> extending.refuse(on, body));
    }

    @PostMapping("/approve")
    ResponseEntity<Reading.View> approve(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reviewing.Approval body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> reviewing.approve(on, body));
    }

    @PostMapping("/send-back")
    ResponseEntity<Reading.View> sendBack(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reviewing.SendBack body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> reviewing.sendBack(on, body));
    }

    @PostMapping("/defer")
    ResponseEntity<Reading.View> defer(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reviewing.Deferral body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> reviewing.defer(on, body));
    }

    @PostMapping("/terminate")
    ResponseEntity<Reading.View> terminate(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Closing.Termination body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> closing.terminate(on, body));
    }

    @PostMapping("/remind")
    ResponseEntity<Reading.View> remind(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Urging.Reminder body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> urging.remind(on, body));
    }

    @PostMapping("/archive")
    ResponseEntity<Reading.View> archive(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, "archive", closing::archive);
    }
}

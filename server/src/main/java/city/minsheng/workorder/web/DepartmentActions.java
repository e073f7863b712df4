package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Calls;
import city.minsheng.workorder.Extending;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Reviewing;
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

/** What a department does with an order. */
@RestController
@RequestMapping("/api/work-orders/{id}")
class DepartmentActions {

    private final Calls calls;
    private final Accepting accepting;
    private final Extending extending;
    private final Replying replying;
    private final Returning returning;
    private final Reviewing reviewing;
    private final Supporting supporting;

    DepartmentActions(Calls calls, Accepting accepting, Extending extending, Replying replying, Returning returning, Reviewing reviewing, Supporting supporting) {
        this.calls = calls;
        this.accepting = accepting;
        this.extending = extending;
        this.replying = replying;
        this.returning = returning;
        this.reviewing = reviewing;
        this.supporting = supporting;
    }

    @PostMapping("/accept")
    ResponseEntity<Reading.View> accept(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, "accept", accepting::accept);
    }

    @PostMapping("/record-contact")
    ResponseEntity<Reading.View> recordContact(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Accepting.Contacted body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> accepting.contacted(on, body));
    }

    @PostMapping("/return")
    ResponseEntity<Reading.View> giveBack(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Returning.Return body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> returning.giveBack(on, body));
    }

    @PostMapping("/request-extension")
    ResponseEntity<Reading.View> requestExtension(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Extending.Wish body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> extending.ask(on, body));
    }

    @PostMapping("/pass-down")
    ResponseEntity<Reading.View> passDown(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Supporting.PassDown body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> supporting.passDown(on, body));
    }

    @PostMapping("/support-reply")
    ResponseEntity<Reading.View> supportReply(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Supporting.SupportReply body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> supporting.reply(on, body));
    }

    @PostMapping("/urge-support")
    ResponseEntity<Reading.View> urgeSupport(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Urging.Urge body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> supporting.urge(on, body));
    }

    @PostMapping("/reply")
    ResponseEntity<Reading.View> reply(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Replying.Reply body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> replying.reply(on, body));
    }

    @PostMapping("/resume")
    ResponseEntity<Reading.View> resume(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reviewing.Resume body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> reviewing.resume(on, body));
    }
}

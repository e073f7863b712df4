package city.minsheng.followup.web;

import city.minsheng.directory.Actor;
import city.minsheng.followup.Calling;
import city.minsheng.workorder.Calls;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Reworking;
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
import org.springframework.web.bind.annotation.RestController;

/** The follow-up call card. */
@RestController
@RequestMapping("/api/work-orders/{id}")
class FollowUpController {

    private final Calls calls;
    private final Calling calling;
    private final Reading reading;

    FollowUpController(Calls calls, Calling calling, Reading reading) {
        this.calls = calls;
        this.calling = calling;
        this.reading = reading;
    }

    @GetMapping("/follow-ups")
    List<Calling.FollowUp> followUps(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        reading.get(id, actor);
        return calling.of(id);
    }

    @PostMapping("/follow-up-attempt")
    ResponseEntity<Reading.View> attempt(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Calling.Attempt body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> calling.attempted(on, body));
    }

    @PostMapping("/close")
    ResponseEntity<Reading.View> close(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Closing.Verdict body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> calling.close(on, body));
    }

    @PostMapping("/rework")
    ResponseEntity<Reading.View> rework(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody Reworking.Rework body, @AuthenticationPrincipal Actor actor) {
        return calls.call(id, match, key, actor, body, on -> calling.rework(on, body));
    }
}

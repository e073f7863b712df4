package city.minsheng.notification.web;

import city.minsheng.directory.Actor;
import city.minsheng.notification.Messages;
import city.minsheng.notification.Notices;
import city.minsheng.workorder.Reading;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices for staff, and what a citizen was told. */
@RestController
class NoticeController {

    private final Notices notices;
    private final Messages messages;
    private final Reading reading;

    NoticeController(Notices notices, Messages messages, Reading reading) {
        this.notices = notices;
        this.messages = messages;
        this.reading = reading;
    }

    @GetMapping("/api/notices")
    List<Notices.Notice> notices(@AuthenticationPrincipal Actor actor) {
        return notices.of(actor.username());
    }

    @PostMapping("/api/notices/{id}/read")
    List<Notices.Notice> read(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        notices.read(id, actor.username());
        return notices.of(actor.username());
    }

    @GetMapping("/api/work-orders/{id}/messages")
    List<Messages.Message> messages(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return reading.namesRequester(id, actor) ? messages.of(id) : List.of(); // a message may greet by name
    }
}

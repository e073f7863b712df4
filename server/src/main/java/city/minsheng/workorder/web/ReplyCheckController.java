package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.textmining.reply.Mark;
import city.minsheng.workorder.Checking;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Marks on a reply that is being written. By POST, for it is a text; changes nothing. */
@RestController
@RequestMapping("/api/work-orders/{id}/reply-check")
class ReplyCheckController {

    record Draft(@Nullable String answer) {

        @Override
        public String toString() { // must not show what was written
            return "Draft[" + (answer == null ? 0 : answer.length()) + " characters]";
        }
    }

    private final Checking checking;

    ReplyCheckController(Checking checking) {
        this.checking = checking;
    }

    @PostMapping
    List<Mark> check(@PathVariable UUID id, @RequestBody Draft draft, @AuthenticationPrincipal Actor actor) {
        return checking.marks(id, draft.answer(), actor);
    }
}

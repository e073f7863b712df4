package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Refusal;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How the API calls an action: with the version that the person saw (If-Match) and a key that makes a retry safe. */
@Component
public class Calls {

    private final Idempotency idempotency;
    private final Reading reading;

    Calls(Idempotency idempotency, Reading reading) {
        this.idempotency = idempotency;
        this.reading = reading;
    }

    /** Does it once, and answers with the order as the person then sees it. */
    public ResponseEntity<Reading.View> call(UUID id, @Nullable String match, @Nullable String key, Actor actor, Object body, Consumer<On> work) {
        var on = new On(id, actor, version(match));
        var view = idempotency.once(key, actor.username(), id + " " + match + " " + body.getClass().getSimpleName() + body, Reading.View.class, () -> {
            work.accept(on);
            return reading.view(id, actor);
        });
        return answer(view);
    }

    public static ResponseEntity<Reading.View> answer(Reading.View view) {
        return ResponseEntity.ok().eTag("\"" + view.order().version() + "\"").body(view);
    }

    private static int version(@Nullable String match) {
        if (match == null || !match.matches("\"?\\d{1,9}\"?")) {
            throw new Refusal("version-missing");
        }
        return Integer.parseInt(match.replace("\"", ""));
    }
}

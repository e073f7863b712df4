package city.minsheng.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text that somebody wants a template to have, and what its department said to it. */
public record TemplateChange(UUID id, String code, @Nullable String category, String title, String body, String basis, String department,
        boolean withdrawal, String reason, String writtenBy, Instant writtenAt, State state, @Nullable String decidedBy, @Nullable Instant decidedAt,
        String decision) {

    public enum State { OPEN, SIGNED, DECLINED, TAKEN_BACK }
}

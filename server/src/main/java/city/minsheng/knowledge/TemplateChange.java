package city.minsheng.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody wants a template to have, and what its department said to it.
 *
 * @param former     原责任单位, where the template is to move to another department: both must sign
 * @param agreedBy   who signed for the department, and
 * @param releasedBy for the former one
 */
public record TemplateChange(UUID id, String code, @Nullable String category, String title, String body, String basis, String department,
        @Nullable String former, boolean withdrawal, String reason, String writtenBy, Instant writtenAt, State state, @Nullable String agreedBy,
        @Nullable String releasedBy, @Nullable String decidedBy, @Nullable Instant decidedAt, String decision) {

    public enum State { OPEN, SIGNED, DECLINED, TAKEN_BACK }

    boolean isSignedByAll() {
        return agreedBy != null && (former == null || releasedBy != null);
    }
}

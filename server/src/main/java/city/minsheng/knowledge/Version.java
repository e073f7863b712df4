package city.minsheng.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of an article. @param revision the article's last step, which a person must have seen to change it */
public record Version(UUID article, String code, int revision, int version, Status status, Text text, String writtenBy, Instant writtenAt,
        @Nullable String signedBy, @Nullable Instant publishedAt, @Nullable Instant endedAt) {

    /** Whether it may be told at this moment; exact to the hour, however late the job comes round. */
    public boolean isInForce(Instant now) {
        return status.isLive() && text.effectiveAt() != null && !text.effectiveAt().isAfter(now)
                && (text.expiresAt() == null || text.expiresAt().isAfter(now));
    }
}

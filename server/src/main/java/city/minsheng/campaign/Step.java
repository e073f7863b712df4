package city.minsheng.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a campaign's history. @param task the task that it is about; null: the campaign itself @param action of either table */
public record Step(int seq, @Nullable UUID task, String action, Instant at, String actor, String actorName, String role, @Nullable String from, String to,
        String reason) {}

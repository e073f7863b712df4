package city.minsheng.workorder;

import city.minsheng.directory.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of an order's history: who did what, when and why, and what it changed. */
public record Step(int seq, Action action, Instant at, String actor, String actorName, Role role,
        @Nullable String department, @Nullable Status from, Status to, String reason,
        Map<String, @Nullable String> changes, List<ClockMove.Written> clocks, JsonNode data) {}

package city.minsheng.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 督办件: one numbered document to one department or many, about one order, many, or none yet.
 *
 * @param number 〔2026〕督字第12号
 * @param dueAt  feedback by
 */
public record Measure(UUID id, String number, Rung rung, String title, String cause, String demand, Instant dueAt, String issuedBy, Instant issuedAt,
        @Nullable String closedBy, @Nullable Instant closedAt, @Nullable String conclusion, List<Part> departments, List<Order> orders) {

    /** A department's share: received, then answered. */
    public record Part(String department, @Nullable String departmentName, @Nullable String receivedBy, @Nullable Instant receivedAt,
            @Nullable String feedback, @Nullable String feedbackBy, @Nullable Instant feedbackAt, boolean overdue) {}

    public record Order(UUID id, String number, String title) {}
}

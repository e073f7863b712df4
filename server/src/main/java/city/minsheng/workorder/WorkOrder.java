package city.minsheng.workorder;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 工单, at one version. Immutable; the version is the number of its last step.
 *
 * @param number 工单编号, read out to the caller
 */
public record WorkOrder(UUID id, String number, int version, Map<Fact, Object> facts) {

    public WorkOrder {
        facts = Collections.unmodifiableMap(facts.isEmpty() ? new EnumMap<>(Fact.class) : new EnumMap<>(facts));
    }

    @SuppressWarnings("unchecked")
    <T> @Nullable T get(Fact fact) {
        return (T) facts.get(fact);
    }

    private <T> T need(Fact fact) {
        return Objects.requireNonNull(this.<T>get(fact), fact.name());
    }

    int count(Fact fact) {
        Integer count = get(fact);
        return count == null ? 0 : count;
    }

    public Status status() {
        return need(Fact.STATUS);
    }

    public @Nullable Outcome outcome() {
        return get(Fact.OUTCOME);
    }

    public Kind kind() {
        return need(Fact.KIND);
    }

    public Level level() {
        return need(Fact.LEVEL);
    }

    public @Nullable String category() {
        return get(Fact.CATEGORY);
    }

    public @Nullable String area() {
        return get(Fact.AREA);
    }

    public String address() {
        return need(Fact.ADDRESS);
    }

    public String title() {
        return need(Fact.TITLE);
    }

    public String body() {
        return need(Fact.BODY);
    }

    public String channel() {
        return need(Fact.CHANNEL);
    }

    public UUID requester() {
        return need(Fact.REQUESTER);
    }

    public boolean isConfidential() {
        return Boolean.TRUE.equals(get(Fact.CONFIDENTIAL));
    }

    public Instant receivedAt() {
        return need(Fact.RECEIVED_AT);
    }

    public @Nullable String lead() {
        return get(Fact.LEAD);
    }

    public boolean isBound() {
        return Boolean.TRUE.equals(get(Fact.BOUND));
    }

    public @Nullable UUID parent() {
        return get(Fact.PARENT);
    }

    public @Nullable Result result() {
        return get(Fact.RESULT);
    }

    public @Nullable String article() {
        return get(Fact.ARTICLE);
    }

    public @Nullable Integer articleVersion() {
        return get(Fact.ARTICLE_VERSION);
    }

    public @Nullable String answer() {
        return get(Fact.ANSWER);
    }

    public int reworks() {
        return count(Fact.REWORKS);
    }

    public boolean isProblem() {
        return get(Fact.PROBLEM_SINCE) != null;
    }

    public int attempts() {
        return count(Fact.ATTEMPTS);
    }

    public @Nullable Instant closedAt() {
        return get(Fact.CLOSED_AT);
    }
}

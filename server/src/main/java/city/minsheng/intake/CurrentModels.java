package city.minsheng.intake;

import city.minsheng.intake.Models.Subject;
import city.minsheng.textmining.triage.Triage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The models in use, in the memory of this node. Another node may have learned: looked after once a minute. */
@Component
class CurrentModels {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Held(int version, @Nullable Triage triage, Instant until) {}

    private final Map<Subject, Held> held = new EnumMap<>(Subject.class);
    private final Models models;
    private final Clock clock;

    CurrentModels(Models models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    Optional<Triage> of(Subject subject) {
        return Optional.ofNullable(held(subject).triage());
    }

    @Nullable Integer version(Subject subject) {
        var model = held(subject);
        return model.triage() == null ? null : model.version();
    }

    void forget() {
        synchronized (held) {
            held.clear();
        }
    }

    private Held held(Subject subject) {
        synchronized (held) {
            var now = clock.instant();
            var model = held.get(subject);
            if (model == null || model.until().isBefore(now)) {
                model = look(subject, model, now.plus(FRESH));
                held.put(subject, model);
            }
            return model;
        }
    }

    private Held look(Subject subject, @Nullable Held before, Instant until) {
        var entry = models.current(subject).orElse(null);
        if (entry == null) {
            return new Held(0, null, until);
        }
        boolean same = before != null && before.version() == entry.version();
        return new Held(entry.version(), same ? before.triage() : models.read(entry).orElse(null), until);
    }
}

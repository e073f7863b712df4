package city.minsheng.intake;

import city.minsheng.intake.Models.Subject;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Job;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Learns at night, when nobody waits; and at once where there is no model yet, so that a city is helped on its first day. */
@Component
class NightlyLearning implements Job {

    private static final int NIGHT = 2;
    private static final int MORNING = 5;
    private static final Duration A_NIGHT_AGO = Duration.ofHours(12);

    /** A start has better things to do. */
    private static final Duration SETTLED = Duration.ofSeconds(45);

    private final Learner learner;
    private final Models models;
    private final CitySettings city;
    private final Clock clock;
    private final boolean wanted;

    NightlyLearning(Learner learner, Models models, CitySettings city, Clock clock, @Value("${minsheng.learning:true}") boolean wanted) {
        this.learner = learner;
        this.models = models;
        this.city = city;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "intake-learning";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        boolean settled = ManagementFactory.getRuntimeMXBean().getUptime() > SETTLED.toMillis();
        if (wanted && settled && isTime(clock.instant())) {
            learner.learn();
        }
    }

    private boolean isTime(Instant now) {
        int hour = now.atZone(city.zone()).getHour();
        boolean night = hour >= NIGHT && hour < MORNING;
        return models.current(Subject.CATEGORY).isEmpty()
                || night && models.lastLearned().map(last -> last.isBefore(now.minus(A_NIGHT_AGO))).orElse(true);
    }
}

package city.minsheng.demo;

import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.hotspot.Alarms;
import city.minsheng.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Decides the alarms of invented events, as somebody would have done at the time. They are raised a little after the orders are there. */
@Component
class DemoAlarms {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration THINKS = Duration.ofMinutes(35);
    private final Alarms alarms;

    DemoAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    void settle(DemoEvents events, Cast cast) {
        var waiting = new ArrayList<>(events.decided());
        var patience = Instant.now().plus(PATIENCE);
        while (!waiting.isEmpty() && Instant.now().isBefore(patience)) {
            waiting.removeIf(event -> decide(event, alarms.list(Alarms.State.OPEN), cast));
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean decide(DemoEvents.Event event, List<Alarms.Alarm> open, Cast cast) {
        var raised = open.stream().filter(alarm -> alarm.kind() == Alarms.Kind.SUDDEN)
                .filter(alarm -> event.raised(Objects.toString(alarm.category(), ""), Objects.toString(alarm.area(), ""), alarm.raisedAt())).findFirst();
        raised.ifPresent(alarm -> Time.at(alarm.raisedAt().plus(THINKS), () -> {
            alarms.decide(alarm.id(), Alarms.State.valueOf(event.outcome()), event.note(), cast.the(Role.SUPERVISOR));
            return true;
        }));
        return raised.isPresent();
    }
}

package city.minsheng.notification;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is written and may leave; rows are claimed by SKIP LOCKED, so every node may try. */
@Component
class Sending {

    private final Telling telling;
    private final Clock clock;
    private final boolean serving;

    Sending(Telling telling, Clock clock, @Value("${minsheng.serving:true}") boolean serving) {
        this.telling = telling;
        this.clock = clock;
        this.serving = serving;
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 5_000)
    void send() {
        if (serving) {
            telling.sendWaiting(clock.instant());
        }
    }
}

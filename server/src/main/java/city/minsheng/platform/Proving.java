package city.minsheng.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** {@code run proof}: recomputes everything that is promised; exits non-zero where one thing is not so, and names it. */
@Component
public class Proving implements Command {

    private static final int SHOWN = 20;
    private static final int WAITS = 300;
    private final List<Promise> promises;
    private final CityDelivery delivery;

    Proving(List<Promise> promises, CityDelivery delivery) {
        this.promises = promises;
        this.delivery = delivery;
    }

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public int run(List<String> arguments) {
        deliver();
        long total = 0;
        for (var promise : promises) {
            var lies = new AtomicLong();
            long count = promise.check(lie -> {
                if (lies.incrementAndGet() <= SHOWN) {
                    System.out.println("  LIE  " + lie.subject() + ": " + lie.what());
                }
            });
            System.out.printf("%s  %,d checked, %,d lies: %s%n", lies.get() == 0 ? "holds" : "BROKEN", count, lies.get(), promise.name());
            total += lies.get();
        }
        return total == 0 ? 0 : 1;
    }

    /** What is still on its way is no lie; but it must arrive. */
    private void deliver() {
        for (int i = 0; i < WAITS; i++) {
            delivery.deliver();
            if (delivery.isDone()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        System.out.println("  events are still waiting after " + WAITS / 10 + " s; what depends on them may look like a lie");
    }
}

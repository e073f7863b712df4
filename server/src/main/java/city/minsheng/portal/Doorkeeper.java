package city.minsheng.portal;

import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets in who has number and code, and keeps guessers out: so many calls from one address, so many wrong codes at one number. */
@Component
public class Doorkeeper {

    private static final int CALLS = 120;
    private static final int WRONG_CODES = 10;
    private final Cache<String, AtomicInteger> counted = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(15)).maximumSize(100_000).build();
    private final Tracking tracking;

    Doorkeeper(Tracking tracking) {
        this.tracking = tracking;
    }

    /** @throws Refusal {@code too-many} */
    public void pass(String address) {
        if (counter("from " + address).incrementAndGet() > CALLS) {
            throw new Refusal("too-many");
        }
    }

    public UUID open(@Nullable String number, @Nullable String code, String address) {
        pass(address);
        if (number == null || code == null) {
            throw new NotFound("work order", "");
        }
        var wrong = counter("at " + number);
        if (wrong.get() >= WRONG_CODES) {
            throw new Refusal("too-many");
        }
        try {
            return tracking.open(number, code);
        } catch (NotFound e) {
            wrong.incrementAndGet();
            throw e;
        }
    }

    private AtomicInteger counter(String what) {
        return counted.get(what, key -> new AtomicInteger());
    }
}

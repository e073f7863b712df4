package city.minsheng.telephony;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where the hall writes down what happens. The hall never waits for it: a slow database delays no call. Whoever must
 * know that it is written waits for {@link #written}.
 */
interface Journal {

    void call(Call call);

    void log(Call call, Instant at, String kind, @Nullable String seat, @Nullable String by, String words);

    void seat(Seat seat, @Nullable Staff staff, SeatState from, Instant at, @Nullable UUID call);

    void callBack(CallBack callBack);

    void attempt(CallBack callBack, Instant at, String by, CallBack.Result result, UUID call);

    void recordingBegun(Call call, String name, Instant at);

    void recordingEnded(String name, @Nullable Path file, @Nullable Duration length, @Nullable String why);

    void rating(Call call, int stars, String by, Instant at);

    /** Nobody pressed a key: the caller is asked by a message. */
    void ratingWanted(Call call, Instant at);

    void handOver(Call call, String service, String place, String summary, String mode, Staff by, Instant at);

    /** Idempotency-Key: the person has used it. */
    void key(String username, String key, Instant at);

    /** Done when all that was handed over before is in the database. */
    CompletableFuture<Void> written();
}

package city.minsheng.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same call sent twice happens once (Idempotency-Key). The answer is written in the transaction of what it answers,
 * so a client that never heard of its commit asks again and gets it, also after a restart.
 */
@Component
public class Idempotency {

    private static final int TRIES = 4;
    private final JdbcClient jdbc;
    private final Tail tail;
    private final TransactionTemplate transaction;
    private final java.time.Clock clock;

    Idempotency(JdbcClient jdbc, Tail tail, PlatformTransactionManager transactions, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.tail = tail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param who     the keys of two people never meet
     * @param request everything that makes the call what it is; another request under the same key is refused
     * @throws Refusal {@code key-reused}, and {@code key-missing} where there is no key
     */
    public <T> T once(@Nullable String key, String who, Object request, Class<T> type, Supplier<T> work) {
        if (key == null || key.isBlank() || key.length() > 100) {
            throw new Refusal("key-missing");
        }
        var digest = digest(request);
        for (int tries = 1; ; tries++) {
            try {
                return first(key, who, digest, work);
            } catch (Refusal e) {
                return stored(key, who, digest, type).orElseThrow(() -> e);
            } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
                // the same call came first; or somebody else did, and this one sees it when it looks again
                var done = stored(key, who, digest, type);
                if (done.isPresent()) {
                    return done.get();
                }
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private <T> T first(String key, String who, String digest, Supplier<T> work) {
        var answer = transaction.execute(status -> {
            var done = work.get();
            insert(key, who, digest, done);
            return done;
        });
        return java.util.Objects.requireNonNull(answer);
    }

    private void insert(String key, String who, String digest, Object answer) {
        tail.add("insert into idempotency_key (who, key, digest, answer, at) values (?, ?, ?, ?, ?)",
                who, key, digest, Json.write(answer), Time.sql(clock.instant()));
    }

    private <T> Optional<T> stored(String key, String who, String digest, Class<T> type) {
        record Row(String digest, String answer) {}
        return jdbc.sql("select digest, answer from idempotency_key where who = :who and key = :key")
                .param("who", who).param("key", key)
                .query((row, n) -> new Row(row.getString(1), row.getString(2))).optional()
                .map(row -> {
                    if (!row.digest().equals(digest)) {
                        throw new Refusal("key-reused");
                    }
                    return Json.read(row.answer(), type);
                });
    }

    private static String digest(Object request) {
        try {
            var bytes = request.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package city.minsheng.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers that sort by time (UUID version 7, RFC 9562): new rows lie side by side in the index. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant at) {
        long most = at.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long least = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** The smallest id of an instant: the edge of a month's partition. */
    static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L);
    }
}

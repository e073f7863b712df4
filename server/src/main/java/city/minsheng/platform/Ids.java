package city.minsheng.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers that sort by time (UUID version 7, RFC 9562): new rows lie side by side in the index. Within a millisecond
 * they sort by the fraction (§6.2, method 3), so that two events of one transaction keep their order.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next(Instant at) {
        long fraction = at.getNano() % 1_000_000 * 0x1000L / 1_000_000;
        long most = at.toEpochMilli() << 16 | 0x7000 | fraction;
        long least = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** The smallest id of an instant: the edge of a month's partition. */
    public static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L);
    }
}

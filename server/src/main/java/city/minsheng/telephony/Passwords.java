package city.minsheng.telephony;

import java.security.SecureRandom;
import java.util.Base64;

/** A telephone's password: new at each sign-in, known to one browser and the switch, kept nowhere. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String fresh() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package city.minsheng.telephony;

import org.jspecify.annotations.Nullable;

/**
 * Whom an agent can call in.
 *
 * @param dial the number, for departments and emergencies
 */
public record Target(Kind kind, String code, String name, String english, @Nullable String dial) {

    public enum Kind { SEAT, QUEUE, DEPARTMENT, EMERGENCY }
}

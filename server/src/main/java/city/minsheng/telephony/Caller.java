package city.minsheng.telephony;

import city.minsheng.platform.Masking;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the other side, in clear: never logged, never on a screen.
 *
 * @param number E.164, or what the network gave where it is no number; null: hidden
 * @param index  the same for the same number, and gives nothing away; null: hidden
 */
public record Caller(@Nullable String number, @Nullable String index, String area, String areaEnglish) {

    public static final Caller HIDDEN = new Caller(null, null, "", "");

    public boolean isHidden() {
        return number == null;
    }

    /** As a screen may show it. */
    public @Nullable String masked() {
        return Masking.phone(national());
    }

    /** As it is dialled. */
    public @Nullable String national() {
        if (number == null || !number.startsWith("+86")) {
            return number;
        }
        var rest = number.substring(3);
        return rest.matches("1[3-9]\\d{9}") ? rest : "0" + rest;
    }

    @Override
    public String toString() {
        return "Caller[sealed]";
    }
}

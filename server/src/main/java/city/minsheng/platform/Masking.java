package city.minsheng.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 去敏, in the form that public notices use: 王**, 138****1234, an address up to its number. */
public final class Masking {

    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(1\\d{2})\\d{4}(\\d{4})(?!\\d)");
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)(\\d{2})\\d{13}(\\d{2}[\\dXx])(?!\\d)");

    private Masking() {}

    public static @Nullable String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        int shown = Math.min(4, (phone.length() + 1) / 3);
        int head = Math.min(3, phone.length() / 3);
        return phone.substring(0, head) + "****" + phone.substring(phone.length() - shown);
    }

    /** Mobile numbers and identity numbers inside free text. */
    public static String text(String text) {
        return NUMBERS.matcher(IDENTITY.matcher(text).replaceAll("$1*************$2")).replaceAll("$1****$2");
    }
}

package city.minsheng.requester;

import city.minsheng.platform.CitySettings;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One form for one number: 2550001, 0312-2550001 and +86 312 255 0001 are the same line. */
@Component
public class PhoneNumbers {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private final CitySettings city;

    PhoneNumbers(CitySettings city) {
        this.city = city;
    }

    /** E.164; empty where it is no number. Local numbers get the city's area code. */
    public Optional<String> normal(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        if (MOBILE.matcher(typed).matches()) {
            return Optional.of("+86" + typed); // most of them; the library would say the same
        }
        var digits = typed.replaceAll("[\\s\\-()（）]", "");
        if (digits.matches("[2-8]\\d{6,7}")) {
            digits = city.areaCode() + digits;
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var parsed = numbers.parse(digits, "CN");
            return numbers.isPossibleNumber(parsed)
                    ? Optional.of(numbers.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}

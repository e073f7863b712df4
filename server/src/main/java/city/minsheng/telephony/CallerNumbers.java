package city.minsheng.telephony;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Secrets;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what the network says to one form for one number, and where that number is at home. */
final class CallerNumbers {

    /** A place by the digits that numbers there begin with, after the country code: 312, 1990000. */
    record Place(String name, String english) {}

    private static final Set<String> NOBODY = Set.of("", "anonymous", "unknown", "restricted", "unavailable", "private", "withheld", "asserted");
    private static final int LONGEST_PREFIX = 7;
    private static final int LONGEST = 32;
    private final CitySettings city;
    private final Secrets secrets;
    private volatile Map<String, Place> places = Map.of();

    CallerNumbers(CitySettings city, Secrets secrets) {
        this.city = city;
        this.secrets = secrets;
    }

    void places(Map<String, Place> known) {
        places = Map.copyOf(known);
    }

    /** Anything is taken: a number in any writing, a hidden one, a name where a number should be. */
    Caller of(@Nullable String said) {
        var digits = said == null ? "" : said.strip().replaceAll("[\\s\\-()（）]", "").replaceFirst("^(?i)(sip|tel):", "").replaceFirst("@.*", "");
        if (NOBODY.contains(digits.toLowerCase(Locale.ROOT))) {
            return Caller.HIDDEN;
        }
        var parsed = parse(digits.matches("[2-8]\\d{6,7}") ? city.areaCode() + digits : digits);
        if (parsed == null) {
            var raw = digits.substring(0, Math.min(LONGEST, digits.length()));
            return new Caller(raw, secrets.index("phone", raw), "", "");
        }
        var number = PhoneNumberUtil.getInstance().format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164);
        var home = home(parsed);
        return new Caller(number, secrets.index("phone", number), home.name(), home.english());
    }

    private static @Nullable PhoneNumber parse(String digits) {
        try {
            var parsed = PhoneNumberUtil.getInstance().parse(digits, "CN");
            return PhoneNumberUtil.getInstance().isPossibleNumber(parsed) ? parsed : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private Place home(PhoneNumber number) {
        if (number.getCountryCode() != 86) {
            var region = new Locale.Builder().setRegion(regionOf(number)).build();
            return new Place(region.getDisplayCountry(Locale.CHINESE), region.getDisplayCountry(Locale.ENGLISH));
        }
        var digits = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
        for (int length = Math.min(LONGEST_PREFIX, digits.length()); length >= 2; length--) {
            var place = places.get(digits.substring(0, length));
            if (place != null) {
                return place;
            }
        }
        return new Place("", "");
    }

    private static String regionOf(PhoneNumber number) {
        var region = PhoneNumberUtil.getInstance().getRegionCodeForNumber(number);
        return region == null || region.length() != 2 ? "" : region;
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.NotFound;
import city.minsheng.platform.Secrets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** 查询码: together with the number it lets the citizen in. Computed, never stored. */
@Component
public class TrackingCode {

    private final Secrets secrets;

    TrackingCode(Secrets secrets) {
        this.secrets = secrets;
    }

    public String of(String number) {
        return secrets.code("tracking", number);
    }

    /** A wrong code and an unknown number are the same to who asks. */
    public void check(String number, String code) {
        var given = code.strip().toUpperCase(Locale.ROOT).getBytes();
        if (!MessageDigest.isEqual(of(number).getBytes(), given)) {
            throw new NotFound("work order", number);
        }
    }
}

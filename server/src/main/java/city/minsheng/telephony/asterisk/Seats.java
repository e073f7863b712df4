package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.asterisk.Ari.Answer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The seats' telephones. Made at run time in Asterisk's memory with a fresh password for each sign-in, and made again
 * when Asterisk has come back. A seat that the operator has written into own/pjsip.conf, such as a telephone of
 * plastic, is left as it is.
 */
final class Seats {

    private static final String PREFIX = "seat-";
    private final Requests requests;
    private final Consumer<SwitchEvent> tell;
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Set<String> online = new HashSet<>();

    Seats(Requests requests, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.tell = tell;
    }

    static String name(String number) {
        return PREFIX + number;
    }

    static @Nullable String number(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : null;
    }

    void provision(String number, String password) {
        passwords.put(number, password);
        online.remove(number); // whether it is there is told anew, also of a telephone that always is
        make(number, password);
    }

    private CompletableFuture<Answer> make(String number, String password) {
        var name = name(number);
        requests.put(object("auth", name), fields("auth_type", "digest", "username", name, "password", password));
        requests.put(object("aor", name), fields("max_contacts", "1", "remove_existing", "yes", "minimum_expiration", "30"));
        return requests.put(object("endpoint", name), fields("context", "agents", "transport", "ws", "webrtc", "yes", "disallow", "all", "allow", "alaw,ulaw",
                "direct_media", "no", "dtmf_mode", "rfc4733", "aors", name, "auth", name, "language", "zh", "rtp_timeout", "30", "rtp_timeout_hold", "600",
                "device_state_busy_at", "1"));
    }

    void revoke(String number) {
        passwords.remove(number);
        for (var type : List.of("endpoint", "aor", "auth")) {
            requests.delete(object(type, name(number)));
        }
        offline(number);
    }

    /** Asterisk has forgotten them with its process. Done when the last one is known. */
    CompletableFuture<?> again() {
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (var seat : passwords.entrySet()) {
            last = make(seat.getKey(), seat.getValue());
        }
        return last;
    }

    /** Tells who has come and who has gone since the last look. */
    void see(Set<String> now) {
        List.copyOf(online).stream().filter(number -> !now.contains(number)).forEach(this::offline);
        for (var number : now) {
            if (online.add(number)) {
                tell.accept(new SwitchEvent.SeatOnline(number));
            }
        }
    }

    private void offline(String number) {
        if (online.remove(number)) {
            tell.accept(new SwitchEvent.SeatOffline(number));
        }
    }

    void know(Set<String> numbers) {
        online.clear();
        online.addAll(numbers);
    }

    private static String object(String type, String name) {
        return "asterisk/config/dynamic/res_pjsip/" + type + "/" + name;
    }

    private static Map<String, Object> fields(String... words) {
        var fields = new java.util.ArrayList<Map<String, String>>();
        for (int i = 0; i < words.length; i += 2) {
            fields.add(Map.of("attribute", words[i], "value", words[i + 1]));
        }
        return Map.of("fields", List.copyOf(fields));
    }
}

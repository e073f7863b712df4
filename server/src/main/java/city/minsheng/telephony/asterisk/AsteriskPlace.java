package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.IceServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Asterisk is.
 *
 * @param home       its folder inside the data folder: prompts, recordings, secret
 * @param script     that fetches and starts it; null where somebody else does
 * @param port       of its HTTP on this machine's loopback
 * @param iceServers what the seats' browsers may need to reach it
 */
record AsteriskPlace(Path home, @Nullable Path script, int port, List<IceServer> iceServers) {

    static final String USER = "minsheng";
    /** The way of the seats' SIP through our own origin. */
    static final String SOCKET = "/api/telephony/sip";

    URI address() {
        return URI.create("ws://127.0.0.1:" + port);
    }

    Path secret() {
        return home.resolve("ari.secret");
    }

    /** As Asterisk wants it: without ending; null where there is no such file. */
    @Nullable String prompt(String name) {
        var file = home.resolve("prompts/zh").resolve(name + ".wav");
        return Files.exists(file) ? "sound:" + home.resolve("prompts/zh").resolve(name) : null;
    }

    Path recording(String name) {
        return home.resolve("spool/recording").resolve(name + ".wav");
    }
}

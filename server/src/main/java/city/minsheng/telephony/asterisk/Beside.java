package city.minsheng.telephony.asterisk;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that Asterisk runs: by a script that fetches it once and starts it as a process with a life of its own. */
final class Beside {

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private final AsteriskPlace place;

    Beside(AsteriskPlace place) {
        this.place = place;
    }

    /** Does nothing where it runs. What the script says, it says to the person at the console. */
    synchronized void start() {
        var script = place.script();
        if (script == null) {
            return;
        }
        try {
            var command = new ProcessBuilder(script.toString(), "start").inheritIO();
            command.environment().put("MINSHENG_DATA", String.valueOf(place.home().getParent()));
            command.environment().put("MINSHENG_ASTERISK_PORT", "" + place.port());
            int result = command.start().waitFor();
            if (result != 0) {
                LOG.warn("telephone: Asterisk could not be started ({})", result);
            }
        } catch (IOException e) {
            LOG.warn("telephone: Asterisk could not be started: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

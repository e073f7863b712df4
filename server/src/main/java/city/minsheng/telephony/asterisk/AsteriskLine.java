package city.minsheng.telephony.asterisk;

import city.minsheng.platform.DataFolder;
import city.minsheng.telephony.Switch.IceServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the real telephone was chosen: {@code ./run --telephone}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "minsheng.telephony", havingValue = "asterisk")
class AsteriskLine {

    /** An empty script leaves the start to somebody else, such as systemd. */
    @Bean
    AsteriskPlace asteriskPlace(DataFolder data, @Value("${minsheng.asterisk.script:deploy/asterisk/telephone}") String script,
            @Value("${minsheng.asterisk.home:}") String home, @Value("${minsheng.asterisk.port:8088}") int port, @Value("${minsheng.turn:}") String turn,
            @Value("${minsheng.turn.user:}") String user, @Value("${minsheng.turn.password:}") String password) {
        var ice = turn.isBlank() ? List.<IceServer>of() : List.of(new IceServer("turn:" + turn, user, password));
        var place = home.isBlank() ? data.folder("asterisk") : Path.of(home).toAbsolutePath();
        return new AsteriskPlace(place, script.isBlank() ? null : Path.of(script).toAbsolutePath(), port, ice);
    }

    @Bean(destroyMethod = "close")
    Asterisk asterisk(AsteriskPlace place, Clock clock) {
        return new Asterisk(place, new Beside(place), clock);
    }
}

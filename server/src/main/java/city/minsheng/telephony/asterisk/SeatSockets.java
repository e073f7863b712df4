package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Hall;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where the seats' browsers knock. No origin but our own is allowed: that is what naming none means. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "minsheng.telephony", havingValue = "asterisk")
class SeatSockets {

    @Bean
    SeatSocket seatSocket(Hall hall, Asterisk line, AsteriskPlace place) throws IOException {
        return new SeatSocket(hall, line, place);
    }

    @Bean
    WebSocketConfigurer seatSocketRoutes(SeatSocket socket) {
        return (WebSocketHandlerRegistry registry) -> registry.addHandler(socket, AsteriskPlace.SOCKET);
    }
}

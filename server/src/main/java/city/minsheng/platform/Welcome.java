package city.minsheng.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the program is to be found, once it can be. */
@Component
class Welcome {

    private final CitySettings city;
    private final Time time;
    private final boolean demo;
    private int port;

    Welcome(CitySettings city, Time time, @Value("${minsheng.demo}") boolean demo) {
        this.city = city;
        this.time = time;
        this.demo = demo;
    }

    @EventListener
    void listening(WebServerInitializedEvent server) {
        port = server.getWebServer().getPort();
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (port > 0) {
            System.out.printf("%n  民声 Minsheng · %s%s%s%n  citizens  http://localhost:%d/%n  staff     http://localhost:%d/desk/%n%n",
                    city.hotline(), demo ? " · DEMO (this machine only)" : "", time.isMoved() ? " · test clock" : "", port, port);
        }
    }
}

package city.minsheng.telephony.simulated;

import city.minsheng.platform.CityLoading;
import city.minsheng.platform.CitySettings;
import city.minsheng.telephony.PastDay;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 演示数据: the calls and the seats' states of the last days, so that wall and figures have life. Always the same ones. */
@Component
@ConditionalOnProperty(name = "minsheng.demo", havingValue = "true")
class PastCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PastCalls.class);
    private static final String PART = "PastCalls";
    private static final int LEAST = 8; // the wall shows last week's ghost
    private static final int MOST = 28;
    private final PastDay past;
    private final CityLoading loading;
    private final CitySettings city;
    private final Clock clock;
    private final boolean wanted;
    private final int days;

    PastCalls(PastDay past, CityLoading loading, CitySettings city, Clock clock, @Value("${minsheng.serving:true}") boolean serving,
            @Value("${minsheng.demo-days:90}") int days) {
        this.past = past;
        this.loading = loading;
        this.city = city;
        this.clock = clock;
        this.wanted = serving && days > 0;
        this.days = Math.clamp(days, LEAST, MOST);
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        if (wanted && !loading.isLoaded(PART)) {
            Thread.ofPlatform().daemon().name("demo-calls").start(this::play);
        }
    }

    private void play() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, city.zone());
        for (int back = days; back >= 0; back--) {
            past.invent(today.minusDays(back), days - back, now);
        }
        loading.loaded(PART);
        LOG.info("demo=calls days={}", days);
    }
}

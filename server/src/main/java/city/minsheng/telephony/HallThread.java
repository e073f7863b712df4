package city.minsheng.telephony;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hall's thread, where there is a hall. */
@Configuration(proxyBeanMethods = false)
class HallThread {

    @Bean
    @ConditionalOnExpression("'${minsheng.telephony:}' != 'off'")
    Loop hallLoop(Clock clock) {
        return new RealLoop(clock);
    }
}

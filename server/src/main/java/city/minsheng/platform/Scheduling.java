package city.minsheng.platform;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Short beats of a single node; what must happen once per city is a {@link Job}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}

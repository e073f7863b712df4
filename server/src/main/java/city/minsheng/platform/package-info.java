/**
 * 底座: what every room stands on and none of them owns.
 *
 * <p>The embedded database, the city's DataSource and migrations, time, ids, problems, idempotency, the outbox and
 * its relay, secrets and masking. Knows nothing of orders or people.
 */
@NullMarked
@ApplicationModule(displayName = "Platform 底座", allowedDependencies = {})
package city.minsheng.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 通知: tells the citizen what has happened and the staff what has come. Listens only; no rule ever calls it.
 *
 * <p>Owns {@code message} and {@code notice}.
 */
@NullMarked
@ApplicationModule(displayName = "Notification 通知", allowedDependencies = {"platform", "directory", "requester", "workorder", "catalogue", "telephony"})
package city.minsheng.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

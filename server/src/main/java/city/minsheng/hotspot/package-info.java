/**
 * 热点: what many people ask about at once. Finds events in the text of orders as they arrive, says how hot they are and
 * why, raises alarms, and learns from people who merge and split.
 *
 * <p>Owns {@code hotspot_event}, {@code hotspot_member}, {@code hotspot_pair} and {@code hotspot_alarm}. Changes no order.
 */
@NullMarked
@ApplicationModule(displayName = "Hot spots 热点", allowedDependencies = {"platform", "directory", "catalogue", "workorder"})
package city.minsheng.hotspot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

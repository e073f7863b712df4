/**
 * 话务: calls, queues, seat states and routing. Media belong to the switch.
 *
 * <p>A {@link city.minsheng.telephony.Switch} carries legs and sound and tells what happens on them; a {@link
 * city.minsheng.telephony.CallRouter} owns the queue. With a raw switch the router is our own; a vendor's suite that
 * owns its queue brings both. Knows nothing of work orders: the desk joins the two.
 */
@NullMarked
@ApplicationModule(displayName = "Telephony 话务", allowedDependencies = {"platform", "directory"})
package city.minsheng.telephony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

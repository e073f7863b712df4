/**
 * 未诉先办: from a hot spot or an analyst's pick to a sweep of all like places: proposal, approval, tasks with clocks and
 * photos, joint notice, and what became of the calls afterwards, at places swept against places not swept.
 *
 * <p>Owns {@code campaign}, {@code campaign_count}, {@code campaign_step}, {@code campaign_evidence}, {@code campaign_task}, {@code
 * campaign_photo} and {@code campaign_call}. Changes no order. Knows neither hot spots nor supervision: the desk joins them.
 */
@NullMarked
@ApplicationModule(displayName = "Campaign 未诉先办", allowedDependencies = {"platform", "directory", "catalogue", "knowledge", "workorder"})
package city.minsheng.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

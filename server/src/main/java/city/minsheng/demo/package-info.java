/**
 * 演示: fills the sample city with invented orders of the last ninety days, through the same use cases as the screens, so
 * that every screen has life and the proof holds. Only in demo mode.
 */
@NullMarked
@ApplicationModule(displayName = "Demo 演示", allowedDependencies = {"platform", "directory", "catalogue", "knowledge", "requester", "workorder", "intake", "followup", "supervision", "hotspot", "campaign"})
package city.minsheng.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 督查: what is not accepted, due today, overdue, not called back; every day, each one. The ladder grows here.
 *
 * <p>Owns no table yet. Never changes an order's facts.
 */
@NullMarked
@ApplicationModule(displayName = "Supervision 督查", allowedDependencies = {"platform", "directory", "workorder"})
package city.minsheng.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

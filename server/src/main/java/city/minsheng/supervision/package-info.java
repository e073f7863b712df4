/**
 * 督查: what is not accepted, due today, overdue, not called back; every day, each one. Who was urged and with what
 * effect; the ladder of measures 督办; what does not count 剔除; and the rates that all this is about.
 *
 * <p>Owns {@code reminder}, {@code measure}, {@code measure_order}, {@code measure_department}, {@code measure_count}
 * and {@code exclusion}. Never changes an order's facts.
 */
@NullMarked
@ApplicationModule(displayName = "Supervision 督查", allowedDependencies = {"platform", "directory", "catalogue", "workorder"})
package city.minsheng.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

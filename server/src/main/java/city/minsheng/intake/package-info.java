/**
 * 受理: whatever channel a request comes by, it becomes one work order, and often ends in the same minute.
 *
 * <p>Joins requester and work order in one transaction. Owns {@code model} and {@code learned_place}: what the city's decided
 * orders teach about the next ones.
 */
@NullMarked
@ApplicationModule(displayName = "Intake 受理", allowedDependencies = {"platform", "directory", "catalogue", "requester", "knowledge", "workorder"})
package city.minsheng.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 受理: whatever channel a request comes by, it becomes one work order, and often ends in the same minute.
 *
 * <p>Owns no table: it joins requester and work order in one transaction.
 */
@NullMarked
@ApplicationModule(displayName = "Intake 受理", allowedDependencies = {"platform", "directory", "catalogue", "requester", "knowledge", "workorder"})
package city.minsheng.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

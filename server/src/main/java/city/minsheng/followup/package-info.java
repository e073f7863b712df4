/**
 * 回访: every dispatched order is called back; three questions, each asked on its own; what is not done is done again.
 *
 * <p>Owns {@code follow_up}.
 */
@NullMarked
@ApplicationModule(displayName = "Follow-up 回访", allowedDependencies = {"platform", "directory", "workorder"})
package city.minsheng.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

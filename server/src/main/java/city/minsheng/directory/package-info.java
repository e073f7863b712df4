/**
 * 组织人员: departments, areas, people with their roles, seats; who may sign in, and whose data somebody may see.
 *
 * <p>Owns {@code department}, {@code area}, {@code person}, {@code staff_group}, {@code seat}, {@code sign_in}.
 */
@NullMarked
@ApplicationModule(displayName = "Directory 组织人员", allowedDependencies = {"platform"})
package city.minsheng.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

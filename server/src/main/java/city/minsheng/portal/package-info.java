/**
 * 群众端: what a citizen can do without an account: submit, track, add, urge, withdraw, rate, ask for rework.
 *
 * <p>Owns no table. Number and code let one in; neither ever stands in an address. Shows no internal word and nobody's
 * name.
 */
@NullMarked
@ApplicationModule(displayName = "Portal 群众端", allowedDependencies = {"platform", "directory", "catalogue", "knowledge", "workorder", "intake", "followup", "telephony"})
package city.minsheng.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 诉求人: who asks, and how they can be reached. Contacts are sealed at rest, masked on screens, and revealed only with
 * a reason that is kept.
 *
 * <p>Owns {@code requester} and {@code contact_reveal}. (PIPL art. 51; GB/T 35273-2020 §6.3, §7.2)
 */
@NullMarked
@ApplicationModule(displayName = "Requester 诉求人", allowedDependencies = {"platform", "directory"})
package city.minsheng.requester;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

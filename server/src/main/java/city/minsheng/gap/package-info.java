/**
 * 知识缺口: what was passed on though a like question had been answered at once, and what was looked for in vain; grouped, and
 * ranked by the transfers that an article would save.
 *
 * <p>Owns {@code gap} and {@code gap_order}. Reads orders and searches through their rooms; makes drafts in the knowledge base.
 */
@NullMarked
@ApplicationModule(displayName = "Gap 知识缺口", allowedDependencies = {"platform", "directory", "catalogue", "knowledge", "workorder"})
package city.minsheng.gap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

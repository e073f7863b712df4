/**
 * 事项目录: what a request can be about, who handles it, and by when.
 *
 * <p>Owns {@code channel}, {@code category}, {@code dispatch_clause}, {@code limit_rule}, {@code calendar_year} and
 * {@code calendar_day}. Knows no order: it answers questions about any moment.
 */
@NullMarked
@ApplicationModule(displayName = "Catalogue 事项目录", allowedDependencies = {"platform", "directory"})
package city.minsheng.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

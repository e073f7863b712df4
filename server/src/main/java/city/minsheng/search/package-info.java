/**
 * 检索: one index on each node over what the rooms hand it, fed from the outbox, built anew from the database at any time.
 *
 * <p>Owns no table; its files lie in the data folder under {@code search}. Knows no orders and no articles: a room declares a
 * {@link city.minsheng.search.Searchable} and asks {@link city.minsheng.search.Search}. Who may find what stands inside the
 * query: a document without a reader's key does not exist for that reader.
 */
@NullMarked
@ApplicationModule(displayName = "Search 检索", allowedDependencies = {"platform", "directory"})
package city.minsheng.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

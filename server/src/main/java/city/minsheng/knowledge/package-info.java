/**
 * 知识库: what is asked often, answered with the departments that own the matter. An article is drafted, reviewed by its
 * owner, published, due for review, expired; an answer can always be shown as it was given.
 *
 * <p>Owns {@code answer_template}, {@code article}, {@code article_version}, {@code article_step}, {@code correction}, {@code
 * knowledge_clock}, {@code knowledge_search}, {@code article_use} and {@code knowledge_file}. Knows nothing of work orders:
 * they hand it code and version as values, and it hears of answers through the outbox.
 */
@NullMarked
@ApplicationModule(displayName = "Knowledge 知识库", allowedDependencies = {"platform", "directory", "catalogue", "search"})
package city.minsheng.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 知识库: the answers that were agreed with the departments. For now the templates; the knowledge base grows here.
 *
 * <p>Owns {@code answer_template}.
 */
@NullMarked
@ApplicationModule(displayName = "Knowledge 知识库", allowedDependencies = {"platform", "directory", "catalogue"})
package city.minsheng.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

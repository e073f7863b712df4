/** The knowledge base over HTTP. */
@NullMarked
package city.minsheng.knowledge.web;

import org.jspecify.annotations.NullMarked;

/** The index over HTTP, for administrators. */
@NullMarked
package city.minsheng.search.web;

import org.jspecify.annotations.NullMarked;

/** The room over HTTP. */
@NullMarked
package city.minsheng.supervision.web;

import org.jspecify.annotations.NullMarked;

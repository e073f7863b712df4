/** The room over HTTP. */
@NullMarked
package city.minsheng.gap.web;

import org.jspecify.annotations.NullMarked;

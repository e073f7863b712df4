/** The room over HTTP. */
@NullMarked
package city.minsheng.portal.web;

import org.jspecify.annotations.NullMarked;

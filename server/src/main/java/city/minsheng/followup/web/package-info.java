/** The room over HTTP. */
@NullMarked
package city.minsheng.followup.web;

import org.jspecify.annotations.NullMarked;

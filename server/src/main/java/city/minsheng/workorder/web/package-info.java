/** The work order over HTTP. */
@NullMarked
package city.minsheng.workorder.web;

import org.jspecify.annotations.NullMarked;

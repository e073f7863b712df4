/** The room over HTTP. */
@NullMarked
package city.minsheng.desk.web;

import org.jspecify.annotations.NullMarked;

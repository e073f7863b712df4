/** The directory over HTTP. */
@NullMarked
package city.minsheng.directory.web;

import org.jspecify.annotations.NullMarked;

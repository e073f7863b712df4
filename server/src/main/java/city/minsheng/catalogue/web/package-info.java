/** The catalogue over HTTP. */
@NullMarked
package city.minsheng.catalogue.web;

import org.jspecify.annotations.NullMarked;

/** Hot spots over HTTP. */
@NullMarked
package city.minsheng.hotspot.web;

import org.jspecify.annotations.NullMarked;

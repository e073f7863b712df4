/** Problems, static pages and what every answer has in common. */
@NullMarked
package city.minsheng.platform.web;

import org.jspecify.annotations.NullMarked;

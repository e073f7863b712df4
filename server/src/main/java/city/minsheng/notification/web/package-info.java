/** The room over HTTP. */
@NullMarked
package city.minsheng.notification.web;

import org.jspecify.annotations.NullMarked;

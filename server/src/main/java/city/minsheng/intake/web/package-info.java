/** The room over HTTP. */
@NullMarked
package city.minsheng.intake.web;

import org.jspecify.annotations.NullMarked;

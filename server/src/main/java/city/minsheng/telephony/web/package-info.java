@NullMarked
package city.minsheng.telephony.web;

import org.jspecify.annotations.NullMarked;

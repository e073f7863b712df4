/** 民声, the house: its rooms are the packages beneath. */
@NullMarked
package city.minsheng;

import org.jspecify.annotations.NullMarked;

/**
 * 热点: which requests tell of the same thing. Requests come one by one and each finds its event at once.
 *
 * <p>Works on characters and needs no dictionary: what is rare, where the place stands and what the trouble is called.
 */
@NullMarked
package city.minsheng.textmining.hotspot;

import org.jspecify.annotations.NullMarked;

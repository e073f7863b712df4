/** 模拟线路: invented callers without sound, for demo mode and tests. Labelled SIMULATED on every screen. */
@NullMarked
package city.minsheng.telephony.simulated;

import org.jspecify.annotations.NullMarked;

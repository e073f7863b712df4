package city.minsheng.catalogue;

/** How soon something must happen; the limits go by it. */
public enum Level {
    EMERGENCY, // 紧急: life, property, public order
    UTILITIES, // 水电气热
    GENERAL,   // 一般
    COMPLEX    // 复杂
}

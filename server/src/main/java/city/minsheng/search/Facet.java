package city.minsheng.search;

/** By what hits can be narrowed beside words and time. */
public enum Facet {
    AREA,
    DEPARTMENT,
    /** By the beginning of the code: a group stands for all that is in it. */
    CATEGORY,
    STATUS,
    CHANNEL
}

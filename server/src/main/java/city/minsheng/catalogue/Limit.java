package city.minsheng.catalogue;

/** 办理时限: so many of a unit, and what says so. */
public record Limit(int amount, Unit unit, String basis) {

    /** The unit in which a limit is counted. */
    public enum Unit { MINUTES, HOURS, DAYS, WORKING_DAYS }
}

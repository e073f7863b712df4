package city.minsheng.workorder;

/** What the department says came of it. */
public enum Result {
    RESOLVED,        // 已解决
    PARTLY_RESOLVED, // 部分解决
    UNRESOLVED,      // 未解决，已说明
    CONSTRAINED      // 客观受限: a plan, and a date on which it is looked at again
}

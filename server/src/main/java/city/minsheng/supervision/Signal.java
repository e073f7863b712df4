package city.minsheng.supervision;

/** What makes the supervision office go up a rung. */
public enum Signal {
    MISSED_LIMITS,     // 超期次数
    REWORKS,           // 重办次数
    REASSIGNMENTS,     // 改派次数
    REPEATS,           // 90 天内重复诉求
    IGNORED_REMINDERS  // 催办后一个工作日无动作
}

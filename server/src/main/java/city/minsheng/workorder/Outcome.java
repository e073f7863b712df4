package city.minsheng.workorder;

/** 办理结果: what came of it. Not the state of the process, and not what the citizen thinks of it. */
public enum Outcome {
    ANSWERED_DIRECTLY, // 直接答复
    TRANSFERRED,       // 已转 110/119/120/122
    NOT_ACCEPTED,      // 不予受理
    RESOLVED,          // 已解决
    PARTLY_RESOLVED,   // 部分解决
    UNRESOLVED,        // 未解决，已说明
    TERMINATED,        // 终止办理
    WITHDRAWN          // 诉求人撤回
}

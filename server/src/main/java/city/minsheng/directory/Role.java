package city.minsheng.directory;

/** What a person is in the hotline. The last three are no people of the directory. */
public enum Role {
    AGENT,            // 话务员
    EXPERT,           // 专席
    DISPATCHER,       // 派单员
    HANDLER,          // 承办员
    HEAD,             // 单位负责人
    FIELD_WORKER,     // 一线办理员: 网格员、抢修队
    REVIEWER,         // 审核员
    FOLLOW_UP_CALLER, // 回访员
    SUPERVISOR,       // 督查员
    ANALYST,          // 分析员
    ADMINISTRATOR,    // 管理员
    REQUESTER,        // 诉求人
    SYSTEM            // 系统
}

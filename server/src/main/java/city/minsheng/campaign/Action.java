package city.minsheng.campaign;

import java.util.Locale;

/** What can be done with a campaign. In the order of the buttons. */
public enum Action {
    PROPOSE,  // 提出
    APPROVE,  // 批准
    DECLINE,  // 不批准
    PLAN,     // 定方案: lead, joining ones, end, demands, script
    LIST,     // 列入排查点位
    START,    // 启动: every place becomes a task with a clock
    CARD,     // 发督办卡
    ANNOUNCE, // 发布联合通告
    FINISH,   // 结束排查
    CLOSE,    // 办结
    STOP;     // 终止

    public String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}

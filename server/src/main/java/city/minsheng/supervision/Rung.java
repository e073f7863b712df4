package city.minsheng.supervision;

/** The ladder 督办阶梯, from below: [WF] art. 26, [JN] art. 30. */
public enum Rung {
    REMINDER, // 电话催办
    NOTICE,   // 催办通知书
    CARD,     // 督办卡: to one or to many
    LETTER,   // 工作提醒函
    TALK,     // 约谈、挂牌督办
    MEETING   // 专题会议
}

package city.minsheng.catalogue;

/** What somebody owes by a certain time. */
public enum ClockKind {
    DISPATCH,    // 派单: the hotline owes the order a holder
    ACCEPT,      // 签收
    CONTACT,     // 首次联系诉求人
    HANDLE,      // 办理: runs from dispatch; not signing stops nothing
    SUPPORT,     // 协办
    RULING,      // 退单裁定
    REVIEW,      // 审核
    FOLLOW_UP,   // 回访
    INFORMATION, // 待诉求人补充
    DEFERRAL,    // 客观受限, to be looked at again on a date
    WITH_PARENT  // 并单: goes with its parent
}

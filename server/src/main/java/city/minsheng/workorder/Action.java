package city.minsheng.workorder;

import java.util.Locale;

/** What can be done with a work order; the order here is the order of the buttons. */
public enum Action {
    REGISTER,             // 登记
    ANSWER_DIRECTLY,      // 直办
    DISPATCH,             // 派单
    TRANSFER_EMERGENCY,   // 转紧急热线
    DECLINE,              // 不予受理
    ASK_FOR_INFORMATION,  // 待补充
    ADD_INFORMATION,      // 补充
    JOIN,                 // 并单
    LEAVE,                // 撤销并单
    RECALL,               // 撤回派单
    PHONE,                // 电话通知
    ACCEPT,               // 签收
    RECORD_CONTACT,       // 联系记录
    REPLY,                // 反馈
    RETURN,               // 退单
    REASSIGN,             // 改派
    BIND,                 // 指定承办
    REQUEST_EXTENSION,    // 申请延期
    GRANT_EXTENSION,      // 同意延期
    REFUSE_EXTENSION,     // 不同意延期
    ADD_SUPPORT,          // 加派协办
    PASS_DOWN,            // 下派
    SUPPORT_REPLY,        // 协办反馈
    URGE_SUPPORT,         // 催协办
    APPROVE,              // 审核通过
    SEND_BACK,            // 审核退回
    DEFER,                // 认定客观受限
    RESUME,               // 恢复办理
    FOLLOW_UP_ATTEMPT,    // 回访未接通
    CLOSE,                // 办结
    REWORK,               // 重办
    SHARE_ANSWER,         // 随主单答复
    REMIND,               // 催办
    URGE,                 // 催一下
    CORRECT,              // 更正
    NOTE,                 // 备注
    TERMINATE,            // 终止办理
    WITHDRAW,             // 撤回诉求
    REOPEN,               // 重新办理
    ARCHIVE;              // 归档

    /** As the API spells it: {@code answer-directly}. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

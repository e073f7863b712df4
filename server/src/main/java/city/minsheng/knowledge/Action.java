package city.minsheng.knowledge;

import java.util.Locale;

/** What can be done with an article. In the order of the buttons. */
public enum Action {
    WRITE,      // 修改草稿
    SUBMIT,     // 提交审核
    PUBLISH,    // 审核通过并发布
    SEND_BACK,  // 退回修改
    DISCARD,    // 弃稿
    REVISE,     // 修订: a new version is begun, the old one stays
    RENEW,      // 复审通过: still holds, with new dates
    WITHDRAW,   // 下线
    RETIRE,     // 停用
    FALL_DUE,   // 到复审日期
    EXPIRE,     // 到期失效
    SUPERSEDE;  // 由新版替代

    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where it is about the text that is being worked on; otherwise about the one that was published last. */
    boolean isOnDraft() {
        return ordinal() <= DISCARD.ordinal();
    }
}

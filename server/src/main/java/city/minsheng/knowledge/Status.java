package city.minsheng.knowledge;

import java.util.EnumSet;
import java.util.Set;

/** Where one version of an article stands. */
public enum Status {
    DRAFT,      // 草稿
    IN_REVIEW,  // 部门审核中
    PUBLISHED,  // 已发布
    DUE,        // 待复审: still told, and its owner is asked whether it still holds
    EXPIRED,    // 已失效: nobody is told it any more
    SUPERSEDED, // 已被新版替代
    RETIRED,    // 已停用
    DISCARDED;  // 草稿已弃

    static final Set<Status> AT_WORK = EnumSet.of(DRAFT, IN_REVIEW);
    static final Set<Status> LIVE = EnumSet.of(PUBLISHED, DUE);

    public boolean isAtWork() {
        return AT_WORK.contains(this);
    }

    public boolean isLive() {
        return LIVE.contains(this);
    }
}

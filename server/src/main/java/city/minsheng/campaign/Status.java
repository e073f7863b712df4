package city.minsheng.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where a campaign stands. */
public enum Status {
    PROPOSED,   // 待审批
    DECLINED,   // 未批准
    PREPARING,  // 筹备中: approved; the list of places is drawn up
    RUNNING,    // 排查整治中
    MONITORING, // 跟踪监测中: every place is settled, the calls are watched
    CLOSED,     // 已办结
    STOPPED;    // 已终止

    static final Set<Status> OPEN = EnumSet.of(PROPOSED, PREPARING, RUNNING, MONITORING);

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}

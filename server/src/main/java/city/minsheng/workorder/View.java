package city.minsheng.workorder;

import static city.minsheng.directory.Role.*;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A worklist with a name: each person sees those of the own roles. */
public enum View {
    ALL,
    MY_DESK(AGENT, EXPERT),                      // 我登记的，未办完
    EMERGENCIES(AGENT, EXPERT, DISPATCHER, SUPERVISOR, HANDLER, HEAD),
    TO_DISPATCH(DISPATCHER),                     // 待派单
    WAITING(AGENT, EXPERT, DISPATCHER),          // 待补充
    TO_RULE(DISPATCHER),                         // 退单待裁定
    TO_DECIDE(DISPATCHER, REVIEWER),             // 延期待定
    INBOX(HANDLER, HEAD, FIELD_WORKER),          // 承办收件箱
    TO_ACCEPT(HANDLER, HEAD, SUPERVISOR),        // 待签收
    IN_PROGRESS(HANDLER, HEAD),                  // 办理中
    RETURNED(HANDLER, HEAD),                     // 退单中
    SUPPORTING(HANDLER, HEAD, FIELD_WORKER),     // 协办与下派
    TO_REVIEW(REVIEWER),                         // 待审核
    TO_FOLLOW_UP(FOLLOW_UP_CALLER),              // 待回访
    JOINED(DISPATCHER),                          // 已并单
    DEFERRED(DISPATCHER, REVIEWER, SUPERVISOR, HANDLER, HEAD), // 客观受限
    PROBLEM(DISPATCHER, SUPERVISOR),             // 问题工单
    OVERDUE(SUPERVISOR, DISPATCHER, HANDLER, HEAD),
    CLOSED;

    private static final Set<View> OF_LEAD = EnumSet.of(INBOX, TO_ACCEPT, IN_PROGRESS, RETURNED, DEFERRED, OVERDUE);
    private final Set<Role> counted;

    View(Role... counted) {
        this.counted = counted.length == 0 ? Set.of() : EnumSet.copyOf(java.util.List.of(counted));
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What must be done comes in the order of its due time; what is only looked up, the newest first. */
    boolean isSoonestFirst() {
        return this != ALL && this != CLOSED && this != MY_DESK;
    }

    boolean isOfLead() {
        return OF_LEAD.contains(this);
    }

    boolean isCounted() {
        return !counted.isEmpty();
    }

    public boolean isFor(Actor actor) {
        return counted.isEmpty() || counted.stream().anyMatch(actor::is);
    }
}

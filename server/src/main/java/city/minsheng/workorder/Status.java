package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import org.jspecify.annotations.Nullable;

/** Where a work order stands. What may follow what is said in {@link Lifecycle} and nowhere else. */
public enum Status {
    REGISTERED(ClockKind.DISPATCH),                 // 待派单
    WAITING_FOR_INFORMATION(ClockKind.INFORMATION), // 待补充
    JOINED(ClockKind.WITH_PARENT),                  // 已并单
    DISPATCHED(ClockKind.ACCEPT),                   // 待签收
    RETURN_REQUESTED(ClockKind.RULING),             // 退单待裁定
    IN_PROGRESS(ClockKind.HANDLE),                  // 办理中
    UNDER_REVIEW(ClockKind.REVIEW),                 // 待审核
    DEFERRED(ClockKind.DEFERRAL),                   // 客观受限
    FOLLOWING_UP(ClockKind.FOLLOW_UP),              // 待回访
    CLOSED(null),                                   // 已办结
    ARCHIVED(null);                                 // 已归档

    private final @Nullable ClockKind clock;

    Status(@Nullable ClockKind clock) {
        this.clock = clock;
    }

    /** The clock that must be running here: who holds it holds the order. Null where nobody owes anything any more. */
    public @Nullable ClockKind clock() {
        return clock;
    }

    public boolean isOpen() {
        return clock != null;
    }
}

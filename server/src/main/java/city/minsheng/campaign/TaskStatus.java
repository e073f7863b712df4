package city.minsheng.campaign;

import java.util.EnumSet;
import java.util.Set;

/** Where the task at one place stands. */
public enum TaskStatus {
    LISTED,    // 已列入: the campaign has not begun
    OPEN,      // 待排查
    FOUND,     // 发现问题，整改中
    CLEAR,     // 未发现问题
    FIXED,     // 已整改
    LEFT_OVER, // 遗留: not to be mended for now, and why
    DROPPED;   // 不排查

    static final Set<TaskStatus> WITH_CLOCK = EnumSet.of(OPEN, FOUND);

    public boolean isOpen() {
        return WITH_CLOCK.contains(this);
    }

    /** Somebody has been there. */
    boolean isSwept() {
        return this == FOUND || this == CLEAR || this == FIXED || this == LEFT_OVER;
    }

    /** Something was found there, whatever became of it. */
    boolean isFound() {
        return this == FOUND || this == FIXED || this == LEFT_OVER;
    }
}

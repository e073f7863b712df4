package city.minsheng.campaign;

import java.util.Locale;

/** What can be done with a task. In the order of the buttons. */
public enum TaskAction {
    ADD,        // 列入
    BEGIN,      // 启动
    FIND,       // 发现问题
    CLEAR,      // 未发现问题
    FIX,        // 已整改
    LEAVE,      // 遗留
    LOOK_AGAIN, // 退回重查
    REDO,       // 退回重改
    EXTEND,     // 延期
    REASSIGN,   // 改派
    DROP;       // 不排查

    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

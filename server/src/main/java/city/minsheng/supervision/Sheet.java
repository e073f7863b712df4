package city.minsheng.supervision;

import java.util.List;

/** 每日督办情况, as it stands on paper: everything is a word that can be printed. */
public record Sheet(String office, String day, String asOf, int unaccepted, int dueToday, int overdue, int notCalledBack, int reminded, int read, int acted,
        List<Urged> reminders, List<Standing> standings) {

    /** Who was urged when by whom, and with what result. */
    public record Urged(String at, String by, String department, String order, String way, String receipt, String effect) {}

    public record Standing(String department, int open, int unaccepted, int dueToday, int overdue) {}
}

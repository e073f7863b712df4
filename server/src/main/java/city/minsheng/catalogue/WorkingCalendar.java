package city.minsheng.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * 工作日历: weekdays, less public holidays, plus the make-up days (调休) that each year's notice of the State Council's
 * office names.
 *
 * @param holidays   day → name of the holiday
 * @param makeUpDays weekend days that are worked on
 * @param announced  years whose notice is in the calendar
 */
public record WorkingCalendar(Map<LocalDate, String> holidays, Set<LocalDate> makeUpDays, Set<Integer> announced,
        ZoneId zone, LocalTime workEnd) {

    public boolean isWorkingDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek().getValue() <= 5;
        return makeUpDays.contains(day) || weekday && !holidays.containsKey(day);
    }

    /**
     * When something that began at {@code start} is due. Minutes, hours and days run on; working days begin with the
     * next working day after the start and end at the close of work of the last one.
     */
    public DueDate due(Instant start, Limit limit) {
        return switch (limit.unit()) {
            case MINUTES -> running(start.plus(limit.amount(), ChronoUnit.MINUTES), limit);
            case HOURS -> running(start.plus(limit.amount(), ChronoUnit.HOURS), limit);
            case DAYS -> running(start.plus(limit.amount(), ChronoUnit.DAYS), limit);
            case WORKING_DAYS -> working(start, limit);
        };
    }

    private static DueDate running(Instant dueAt, Limit limit) {
        return new DueDate(dueAt, limit, 0, List.of(), List.of(), List.of());
    }

    private DueDate working(Instant start, Limit limit) {
        var day = start.atZone(zone).toLocalDate();
        var first = day;
        int rest = 0;
        var named = new ArrayList<String>();
        var madeUp = new ArrayList<LocalDate>();
        var unknown = new TreeSet<Integer>();
        for (int counted = 0; counted < limit.amount(); ) {
            day = day.plusDays(1);
            if (!announced.contains(day.getYear())) {
                unknown.add(day.getYear());
            }
            if (isWorkingDay(day)) {
                counted++;
                if (makeUpDays.contains(day)) {
                    madeUp.add(day);
                }
            } else {
                rest++;
                var name = holidays.get(day);
                if (name != null && !named.contains(name)) {
                    named.add(name);
                }
            }
        }
        if (limit.amount() == 0) {
            day = first;
        }
        return new DueDate(day.atTime(workEnd).atZone(zone).toInstant(), limit, rest, List.copyOf(named), List.copyOf(madeUp), List.copyOf(unknown));
    }

    /** Working days from one moment's day to another's, the first not counted: how many are left. */
    public int workingDaysBetween(Instant from, Instant to) {
        var day = from.atZone(zone).toLocalDate();
        var last = to.atZone(zone).toLocalDate();
        int count = 0;
        while (day.isBefore(last)) {
            day = day.plusDays(1);
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }
}

package city.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import city.minsheng.platform.CityFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Working calendar 工作日历")
class WorkingCalendarTests {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final WorkingCalendar CALENDAR = ofTheSampleCity();

    /** The days as the sample city's file has them: the file is part of what is tested. */
    private static WorkingCalendar ofTheSampleCity() {
        var holidays = new HashMap<LocalDate, String>();
        var makeUpDays = new HashSet<LocalDate>();
        var years = new HashSet<Integer>();
        for (var row : new CityFolder(Path.of("../cities/dingzhou")).rows("calendar.csv")) {
            years.add(Integer.parseInt(row.get("year")));
            var day = LocalDate.parse(row.get("day"));
            if (row.get("kind").equals("holiday")) {
                holidays.put(day, row.get("name"));
            } else {
                makeUpDays.add(day);
            }
        }
        return new WorkingCalendar(holidays, makeUpDays, years, ZONE, LocalTime.of(18, 0));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static DueDate due(String start, int amount, Limit.Unit unit) {
        return CALENDAR.due(at(start), new Limit(amount, unit, "test"));
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2025-01-24, 1, 2025-01-26", // a Sunday that is worked
        "2025-01-27, 1, 2025-02-05", // over the whole holiday
        "2025-01-24, 5, 2025-02-07",
        "2025-02-07, 1, 2025-02-08", // a Saturday that is worked
        "2025-02-08, 1, 2025-02-10",
        "2025-03-07, 1, 2025-03-10", // an ordinary weekend
        "2025-03-08, 1, 2025-03-10", // begun on a Saturday
        "2026-09-30, 1, 2026-10-08", // National Day: seven days off
        "2026-09-30, 2, 2026-10-09",
        "2026-09-30, 3, 2026-10-10", // a Saturday that is worked
        "2026-09-30, 4, 2026-10-12",
        "2026-09-19, 1, 2026-09-20", // a Sunday that is worked, before the holiday
        "2026-09-24, 1, 2026-09-28", // Mid-autumn
        "2024-12-31, 1, 2025-01-02", // over New Year, two notices
    })
    void countsMakeUpDaysAndSkipsHolidays(LocalDate start, int count, LocalDate expected) {
        assertThat(due(start + "T10:00:00", count, Limit.Unit.WORKING_DAYS).dueAt()).isEqualTo(at(expected + "T18:00:00"));
    }

    @ParameterizedTest(name = "from {0} to {1} there are {2} working days")
    @CsvSource({
        "2025-01-24, 2025-01-24, 0", "2025-01-24, 2025-01-26, 1", "2025-01-24, 2025-02-05, 3", "2025-02-05, 2025-01-24, 0",
        "2026-09-30, 2026-10-08, 1", "2025-03-07, 2025-03-09, 0",
    })
    void countsTheDaysBetween(LocalDate from, LocalDate to, int expected) {
        assertThat(CALENDAR.workingDaysBetween(at(from + "T23:59:00"), at(to + "T00:01:00"))).isEqualTo(expected);
    }

    /** What falls due "in one working day" is counted as one day away by the other sum too. */
    @ParameterizedTest
    @CsvSource({"2025-01-24", "2025-01-27", "2025-02-07", "2026-09-29", "2026-02-13", "2025-03-05"})
    void bothWaysOfCountingAgree(LocalDate start) {
        for (int days = 1; days <= 30; days++) {
            var due = due(start + "T09:00:00", days, Limit.Unit.WORKING_DAYS).dueAt();

            assertThat(CALENDAR.workingDaysBetween(at(start + "T09:00:00"), due)).isEqualTo(days);
        }
    }

    @Nested
    class MinutesHoursAndDays {

        @ParameterizedTest(name = "{1} {2} after {0} is {3}")
        @CsvSource({
            "2025-01-28T23:58:00, 5, MINUTES, 2025-01-29T00:03:00", // New Year's Eve: an emergency does not wait
            "2025-01-31T19:00:00, 2, HOURS, 2025-01-31T21:00:00",
            "2025-03-07T17:00:00, 24, HOURS, 2025-03-08T17:00:00",  // into a Saturday
            "2025-03-07T17:00:00, 3, DAYS, 2025-03-10T17:00:00",
        })
        void runOnThroughNightsAndHolidays(String start, int amount, Limit.Unit unit, String expected) {
            var due = due(start, amount, unit);

            assertThat(due.dueAt()).isEqualTo(at(expected));
            assertThat(due.restDays()).isZero();
            assertThat(due.holidays()).isEmpty();
            assertThat(due.unannounced()).isEmpty();
        }
    }

    @Nested
    class TheExplanation {

        @Test
        void saysHowManyDaysOfRestWereLeftOut() {
            var due = due("2025-03-05T10:00:00", 5, Limit.Unit.WORKING_DAYS); // a Wednesday

            assertThat(due.dueAt()).isEqualTo(at("2025-03-12T18:00:00"));
            assertThat(due.restDays()).isEqualTo(2); // 扣除 2 个休息日
            assertThat(due.holidays()).isEmpty();
            assertThat(due.makeUpDays()).isEmpty();
        }

        @Test
        void namesTheHolidayOnceAndTheMakeUpDaysThatWereCounted() {
            var due = due("2025-01-24T10:00:00", 5, Limit.Unit.WORKING_DAYS);

            assertThat(due.restDays()).isEqualTo(9); // Saturday the 25th and eight days of Spring Festival
            assertThat(due.holidays()).containsExactly("春节");
            assertThat(due.makeUpDays()).containsExactly(LocalDate.parse("2025-01-26"));
            assertThat(due.unannounced()).isEmpty();
        }

        @Test
        void keepsTheLimitThatItIsAbout() {
            assertThat(due("2025-03-05T10:00:00", 5, Limit.Unit.WORKING_DAYS).limit()).isEqualTo(new Limit(5, Limit.Unit.WORKING_DAYS, "test"));
        }
    }

    @Nested
    class AYearWithoutANotice {

        @Test
        void leavesOutWeekendsOnlyAndSaysSo() {
            var due = due("2027-09-30T10:00:00", 1, Limit.Unit.WORKING_DAYS); // a Thursday; 1 October is a Friday

            assertThat(due.dueAt()).isEqualTo(at("2027-10-01T18:00:00"));
            assertThat(due.unannounced()).containsExactly(2027);
            assertThat(due.restDays()).isZero();
        }

        @Test
        void isNamedAlsoWhereOnlyTheEndLiesInIt() {
            assertThat(due("2026-12-30T10:00:00", 1, Limit.Unit.WORKING_DAYS).unannounced()).isEmpty();
            assertThat(due("2026-12-30T10:00:00", 3, Limit.Unit.WORKING_DAYS).unannounced()).containsExactly(2027);
        }
    }

    @Test
    void goesByTheCitysDayAndNotByTheServers() {
        var lateEvening = Instant.parse("2025-03-05T16:30:00Z"); // 00:30 on the 6th in Dingzhou

        assertThat(CALENDAR.due(lateEvening, new Limit(1, Limit.Unit.WORKING_DAYS, "")).dueAt()).isEqualTo(at("2025-03-07T18:00:00"));
    }

    @Test
    void everyMakeUpDayOfTheFileIsAWeekendAndEveryYearHasItsSevenHolidays() {
        assertThat(CALENDAR.makeUpDays()).allMatch(day -> day.getDayOfWeek().getValue() > 5);
        assertThat(CALENDAR.announced()).contains(2023, 2024, 2025, 2026);
        for (int year : CALENDAR.announced()) {
            var names = new HashSet<String>();
            CALENDAR.holidays().forEach((day, name) -> {
                if (day.plusDays(1).getYear() == year) { // New Year may begin on the day before
                    names.addAll(java.util.List.of(name.split("、")));
                }
            });
            assertThat(names).as(String.format(Locale.ROOT, "holidays of %d", year)).contains("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
        }
    }
}

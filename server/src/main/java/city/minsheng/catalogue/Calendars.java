package city.minsheng.catalogue;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's working calendar, year by year. */
@Component
public class Calendars {

    /** One day that is not what its weekday says. @param kind {@code holiday} or {@code make-up} */
    public record Day(LocalDate day, String kind, String name) {}

    /** @param announced whether a notice is in; without one only weekends are left out, and the screen says so */
    public record Year(int year, boolean announced, String notice, List<Day> days) {}

    private final JdbcClient jdbc;
    private final CitySettings city;
    private final LoadingCache<String, WorkingCalendar> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(name -> read());

    Calendars(JdbcClient jdbc, CitySettings city) {
        this.jdbc = jdbc;
        this.city = city;
    }

    public WorkingCalendar calendar() {
        return known.get("");
    }

    public Year year(int year) {
        var notice = jdbc.sql("select notice from calendar_year where year = :year").param("year", year).query(String.class).optional();
        var days = jdbc.sql("select day, kind, name from calendar_day where extract(year from day) = :year order by day")
                .param("year", year).query(Day.class).list();
        return new Year(year, notice.isPresent(), notice.orElse(""), days);
    }

    /** Takes a year's notice; what was there of the year is replaced. */
    @Transactional
    public Year put(Year year) {
        var check = new Invalid.Check().given(year.notice(), "/notice")
                .that(year.year() >= 2000 && year.year() <= 2100, "/year", "year", 2000, 2100)
                .that(year.days() != null && !year.days().isEmpty(), "/days", "required");
        for (int i = 0; year.days() != null && i < year.days().size(); i++) {
            var day = year.days().get(i);
            if (day == null || day.day() == null || day.kind() == null) {
                check.given(null, "/days/" + i);
                continue;
            }
            boolean weekend = day.day().getDayOfWeek().getValue() > 5;
            // a new year's holiday may begin in the old year: 2022-12-31 stands in the notice of 2023
            check.that(Math.abs(day.day().getYear() - year.year()) <= 1, "/days/" + i + "/day", "other-year", year.year())
                    .that(day.kind().equals("holiday") || day.kind().equals("make-up"), "/days/" + i + "/kind", "choice")
                    .that(!day.kind().equals("make-up") || weekend, "/days/" + i + "/day", "weekday-is-worked");
        }
        check.done();
        jdbc.sql("""
                        insert into calendar_year (year, notice) values (:year, :notice)
                        on conflict (year) do update set notice = excluded.notice
                        """).param("year", year.year()).param("notice", year.notice()).update();
        jdbc.sql("delete from calendar_day where extract(year from day) = :year").param("year", year.year()).update();
        year.days().forEach(this::add);
        known.invalidateAll();
        return year(year.year());
    }

    void add(Day day) {
        jdbc.sql("""
                        insert into calendar_day (day, kind, name) values (:day, :kind, :name)
                        on conflict (day) do update set kind = excluded.kind, name = excluded.name
                        """).param("day", day.day()).param("kind", day.kind()).param("name", day.name()).update();
    }

    void announce(int year, String notice) {
        jdbc.sql("insert into calendar_year (year, notice) values (:year, :notice) on conflict (year) do nothing")
                .param("year", year).param("notice", notice).update();
        known.invalidateAll();
    }

    private WorkingCalendar read() {
        var holidays = new HashMap<LocalDate, String>();
        var makeUpDays = new HashSet<LocalDate>();
        for (var day : jdbc.sql("select day, kind, name from calendar_day").query(Day.class).list()) {
            if (day.kind().equals("holiday")) {
                holidays.put(day.day(), day.name());
            } else {
                makeUpDays.add(day.day());
            }
        }
        var announced = new HashSet<>(jdbc.sql("select year from calendar_year").query(Integer.class).list());
        return new WorkingCalendar(holidays, makeUpDays, announced, city.zone(), city.workEnd());
    }
}

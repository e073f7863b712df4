package city.minsheng.hotspot;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Job;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 瞭望: what builds up over weeks, and what comes back every year. */
@Component
class Lookout implements Job {

    private static final int WEEK = 7;
    private static final int SEASON = 21;
    private static final Duration LAPSES = Duration.ofDays(30);
    private final JdbcClient jdbc;
    private final HotspotSettings settings;
    private final Alarms alarms;
    private final Events events;
    private final Seasons seasons;
    private final CitySettings city;
    private final Clock clock;

    Lookout(JdbcClient jdbc, HotspotSettings settings, Alarms alarms, Events events, Seasons seasons, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.alarms = alarms;
        this.events = events;
        this.seasons = seasons;
        this.city = city;
        this.clock = clock;
    }

    private record Weeks(long event, @Nullable String area, @Nullable String category, UUID order, int all, int first, int second, int third) {}

    @Override
    public String name() {
        return "hotspot-lookout";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    @Transactional
    public void run() {
        var now = clock.instant();
        slow(now);
        seasons(now);
        jdbc.sql("update hotspot_alarm set state = 'LAPSED' where state = 'OPEN' and raised_at < :before and coalesce(due_on, '-infinity') < :today")
                .param("before", Time.sql(now.minus(LAPSES))).param("today", LocalDate.ofInstant(now, city.zone())).update();
    }

    /** 缓升: three weeks, none with fewer different callers than the one before. */
    private void slow(Instant now) {
        var week = Duration.ofDays(WEEK);
        var found = jdbc.sql("""
                        select event_id, min(area) as area, min(category) as category, (array_agg(order_id order by at desc))[1] as order_id, count(distinct caller) as callers,
                               count(distinct caller) filter (where at <= :second) as first_week,
                               count(distinct caller) filter (where at > :second and at <= :third) as second_week,
                               count(distinct caller) filter (where at > :third) as third_week
                          from hotspot_member
                         where at > :first and at <= :now and not question
                         group by event_id
                        having count(distinct caller) >= :callers
                        """)
                .param("first", Time.sql(now.minus(week.multipliedBy(3)))).param("second", Time.sql(now.minus(week.multipliedBy(2)))).param("third", Time.sql(now.minus(week)))
                .param("now", Time.sql(now)).param("callers", settings.slowCallers())
                .query((row, n) -> new Weeks(row.getLong("event_id"), row.getString("area"), row.getString("category"), row.getObject("order_id", UUID.class),
                        row.getInt("callers"), row.getInt("first_week"), row.getInt("second_week"), row.getInt("third_week"))).list();
        found.stream().filter(weeks -> weeks.first() > 0 && weeks.second() >= weeks.first() && weeks.third() > weeks.second())
                .forEach(weeks -> alarms.raise(Alarms.Kind.SLOW, weeks.event(), weeks.event() + ":" + now.toEpochMilli(), events.titleOf(weeks.event(), weeks.order()),
                        weeks.area(), weeks.category(), now, null, Map.of("callers", weeks.all(), "first", weeks.first(), "second", weeks.second(), "third", weeks.third())));
    }

    /** 季节: so many days ahead, with what the last season brought and when its calls began to rise. */
    private void seasons(Instant now) {
        var today = LocalDate.ofInstant(now, city.zone());
        for (var season : settings.seasons()) {
            var onset = season.onset().atYear(today.getYear());
            onset = onset.isBefore(today) ? season.onset().atYear(today.getYear() + 1) : onset;
            var last = lastTime(season, onset.minusYears(1));
            var due = last.rose() == null || !last.rose().plusYears(1).isBefore(onset) ? onset : last.rose().plusYears(1);
            if (!today.isBefore(due.minusDays(season.leadDays()))) {
                alarms.raise(Alarms.Kind.SEASONAL, null, season.code() + ":" + onset.getYear(), season.name(), null, season.category(), now, due, last.figures());
            }
        }
    }

    /** @param rose when the calls began to rise; null where they did not, or nothing was kept */
    private record LastTime(boolean known, int before, int after, @Nullable LocalDate rose) {

        Map<String, Object> figures() {
            return Map.of("known", known, "before", before, "after", after, "rose", rose == null ? "" : rose.toString());
        }
    }

    private LastTime lastTime(HotspotSettings.Season season, LocalDate onset) {
        var from = onset.minusDays(2 * SEASON);
        if (!seasons.reaches(Objects.requireNonNull(at(from.plusDays(1))).toInstant())) {
            return new LastTime(false, 0, 0, null);
        }
        var days = new int[3 * SEASON];
        jdbc.sql("select at from hotspot_member where category like :category || '%' and at >= :from and at < :to").param("category", season.category())
                .param("from", at(from)).param("to", at(onset.plusDays(SEASON)))
                .query((row, n) -> LocalDate.ofInstant(row.getObject("at", OffsetDateTime.class).toInstant(), city.zone())).list()
                .forEach(day -> days[(int) ChronoUnit.DAYS.between(from, day)]++);
        var rise = Onset.rise(days, SEASON);
        return new LastTime(true, Arrays.stream(days, SEASON, 2 * SEASON).sum(), Arrays.stream(days, 2 * SEASON, 3 * SEASON).sum(),
                rise.isPresent() ? from.plusDays(rise.getAsInt()) : null);
    }

    private @Nullable OffsetDateTime at(LocalDate day) {
        return Time.sql(day.atStartOfDay(city.zone()).toInstant());
    }
}

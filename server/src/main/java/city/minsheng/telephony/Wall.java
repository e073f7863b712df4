package city.minsheng.telephony;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 大屏: the hall in figures that everybody may see. Every rate says what is counted and what is left out. */
@Component
public class Wall {

    public record Counted(int offered, int answered, int within15, int abandoned, @Nullable Double within15Rate) {}

    public record Excluded(int abandonedEarly, int fault) {}

    public record Formula(String zh, String en) {}

    /** @param lowest24h the lowest rate of any 24 hours in a row that lie in the last seven days, counted by full hours */
    public record Connect(@Nullable Double rate, Instant from, Instant to, int offered, int answered, Excluded excluded, @Nullable Double lowest24h, Formula formula) {}

    public record Tile(String seat, String kind, @Nullable String skill, SeatState state, Instant since, boolean phoneOnline) {}

    /** @param calls null in the future */
    public record HalfHour(Instant from, @Nullable Integer calls, int lastWeek) {}

    public record Shown(Instant at, String line, boolean simulated, int waiting, long longestWaitSeconds, Counted today, Counted last30, Connect connect,
            List<Tile> seats, List<HalfHour> curve, int callBacks, boolean recordingRoom) {}

    private record Figures(Counted today, Counted last30, Connect connect, List<HalfHour> curve) {}

    private record Hour(int offered, int answered, int early, int fault) {

        Hour plus(Hour other) {
            return new Hour(offered + other.offered, answered + other.answered, early + other.early, fault + other.fault);
        }

        @Nullable Double rate() {
            int counted = offered - early - fault;
            return counted <= 0 ? null : round((double) answered / counted);
        }
    }

    private static final Hour NONE = new Hour(0, 0, 0, 0);
    private static final Duration HALF = Duration.ofMinutes(30);
    private static final int DAY_HOURS = 24;
    private static final String COUNT = """
            select count(*) as offered, count(answered_at) as answered,
                   count(*) filter (where answered_at - since <= interval '15 seconds') as within15,
                   count(*) filter (where ended_as = 'ABANDONED') as abandoned
              from phone_call where direction = 'IN' and since >= :from and since < :to and (ended_at is not null or answered_at is not null)
            """;
    private final JdbcClient jdbc;
    private final Hall hall;
    private final Words words;
    private final CitySettings city;
    private final Clock clock;
    private final LoadingCache<String, Figures> kept = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build(key -> count());

    Wall(JdbcClient jdbc, Hall hall, Words words, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.hall = hall;
        this.words = words;
        this.city = city;
        this.clock = clock;
    }

    public Shown show() {
        var figures = kept.get("");
        return hall.look(opened -> {
            var now = opened.showing.hall();
            var seats = opened.floor.seats.values().stream().map(seat -> new Tile(seat.number, seat.kind, seat.skill, seat.state, seat.since, seat.online)).toList();
            return new Shown(now.at(), now.line(), opened.floor.line instanceof Hands, now.waiting(), now.longestWaitSeconds(), figures.today(), figures.last30(),
                    figures.connect(), seats, figures.curve(), now.callBacks(), now.recordingRoom());
        });
    }

    private Figures count() {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, city.zone()).atStartOfDay(city.zone()).toInstant();
        return new Figures(counted(midnight, now), counted(now.minus(HALF), now), connect(now), curve(midnight, now));
    }

    private Counted counted(Instant from, Instant to) {
        return jdbc.sql(COUNT).param("from", Time.sql(from)).param("to", Time.sql(to))
                .query((row, n) -> new Counted(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getInt(1) == 0 ? null : round(row.getDouble(3) / row.getInt(1)))).single();
    }

    private static double round(double rate) {
        return Math.round(rate * 1000) / 1000.0;
    }

    private Connect connect(Instant now) {
        var day = hours(now.minus(Duration.ofDays(1)), now).values().stream().reduce(NONE, Hour::plus);
        var week = hours(now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(7)), now);
        var formula = new Formula(words.in(Locale.CHINESE, "wall.connect-rate"), words.in(Locale.ENGLISH, "wall.connect-rate"));
        return new Connect(day.rate(), now.minus(Duration.ofDays(1)), now, day.offered(), day.answered(), new Excluded(day.early(), day.fault()), lowest(week, now), formula);
    }

    /** Answered / (offered − hung up within ten seconds − lost with the line). */
    private Map<Long, Hour> hours(Instant from, Instant to) {
        var hours = new TreeMap<Long, Hour>();
        jdbc.sql("""
                        select floor(extract(epoch from since) / 3600)::bigint as hour, count(*) as offered, count(answered_at) as answered,
                               count(*) filter (where ended_as = 'ABANDONED' and ended_at - since < interval '10 seconds') as early,
                               count(*) filter (where ended_as = 'LOST') as fault
                          from phone_call
                         where direction = 'IN' and since >= :from and since < :to and (ended_at is not null or answered_at is not null)
                         group by 1
                        """).param("from", Time.sql(from)).param("to", Time.sql(to))
                .query(row -> {
                    hours.put(row.getLong(1), new Hour(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
                });
        return hours;
    }

    private static @Nullable Double lowest(Map<Long, Hour> hours, Instant now) {
        long last = now.getEpochSecond() / 3600;
        Double lowest = null;
        for (long begin = last - 7 * DAY_HOURS; begin + DAY_HOURS <= last + 1; begin++) {
            var sum = NONE;
            for (long hour = begin; hour < begin + DAY_HOURS; hour++) {
                sum = sum.plus(hours.getOrDefault(hour, NONE));
            }
            var rate = sum.rate();
            lowest = rate == null || lowest != null && lowest <= rate ? lowest : rate;
        }
        return lowest;
    }

    private List<HalfHour> curve(Instant midnight, Instant now) {
        var counts = new TreeMap<Long, Integer>();
        jdbc.sql("""
                        select floor(extract(epoch from since) / 1800)::bigint as half, count(*)
                          from phone_call
                         where direction = 'IN' and (since >= :midnight and since <= :now or since >= :lastWeek and since < :lastWeekEnd)
                         group by 1
                        """)
                .param("midnight", Time.sql(midnight)).param("now", Time.sql(now)).param("lastWeek", Time.sql(midnight.minus(Duration.ofDays(7))))
                .param("lastWeekEnd", Time.sql(midnight.minus(Duration.ofDays(6))))
                .query(row -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        var curve = new ArrayList<HalfHour>();
        for (int i = 0; i < 2 * DAY_HOURS; i++) {
            var from = midnight.plus(HALF.multipliedBy(i));
            long half = from.getEpochSecond() / 1800;
            long week = from.minus(Duration.ofDays(7)).getEpochSecond() / 1800;
            curve.add(new HalfHour(from, from.isAfter(now) ? null : counts.getOrDefault(half, 0), counts.getOrDefault(week, 0)));
        }
        return curve;
    }
}

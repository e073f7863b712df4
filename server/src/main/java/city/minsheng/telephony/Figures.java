package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.directory.Seats;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people and groups have handled; each figure leads to its calls. An agent sees the own line alone. */
@Component
public class Figures {

    record Today(int answered, long talkSeconds, int ratings, int stars) {}

    /** @param occupancy (ringing + talk + wrap-up) / (signed in − break − training) @param rating null where nobody rated */
    public record Line(String code, String name, String english, @Nullable String group, int handled, long talkSeconds, long wrapUpSeconds, long signedInSeconds,
            @Nullable Double occupancy, int transfers, int offered, int refused, @Nullable Double rating, int ratings) {}

    public record Definitions(String zh, String en) {}

    public record Shown(Instant at, LocalDate from, LocalDate to, List<Line> rows, Definitions definitions) {}

    private static final class Sum {
        int handled;
        long talk;
        int transfers;
        int ratings;
        int stars;
        int offered;
        int refused;
        long busy;
        long wrapUp;
        long present;
        long away;

        void add(Sum other) {
            handled += other.handled;
            talk += other.talk;
            transfers += other.transfers;
            ratings += other.ratings;
            stars += other.stars;
            offered += other.offered;
            refused += other.refused;
            busy += other.busy;
            wrapUp += other.wrapUp;
            present += other.present;
            away += other.away;
        }

        Line line(String code, String name, String english, @Nullable String group) {
            long counted = present - away;
            return new Line(code, name, english, group, handled, talk, wrapUp, present, counted <= 0 ? null : Math.round(busy * 1000.0 / counted) / 1000.0,
                    transfers, offered, refused, ratings == 0 ? null : Math.round(stars * 100.0 / ratings) / 100.0, ratings);
        }
    }

    private final JdbcClient jdbc;
    private final People people;
    private final Seats seats;
    private final HallRules data;
    private final Words words;
    private final CitySettings city;
    private final Clock clock;

    Figures(JdbcClient jdbc, People people, Seats seats, HallRules data, Words words, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.seats = seats;
        this.data = data;
        this.words = words;
        this.city = city;
        this.clock = clock;
    }

    static Today today(JdbcClient jdbc, String username, Instant now, ZoneId zone) {
        var midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
        return jdbc.sql("""
                        select count(*) filter (where answered_at is not null) as answered,
                               coalesce(sum(extract(epoch from ended_at - answered_at)) filter (where answered_at is not null), 0)::bigint as talk,
                               count(r.stars) as ratings, coalesce(sum(r.stars), 0) as stars
                          from phone_call c left join call_rating r on r.call_id = c.id
                         where c.username = :username and c.since >= :midnight
                        """).param("username", username).param("midnight", Time.sql(midnight))
                .query((row, n) -> new Today(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4))).single();
    }

    public Shown show(boolean byGroup, @Nullable LocalDate first, @Nullable LocalDate last, Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        var from = first == null ? today : first;
        var to = last == null ? from : last;
        boolean all = data.isLead(actor) || actor.is(Role.ANALYST) || actor.is(Role.ADMINISTRATOR);
        var sums = sums(from.atStartOfDay(city.zone()).toInstant(), to.plusDays(1).atStartOfDay(city.zone()).toInstant());
        if (!all) {
            sums.keySet().retainAll(List.of(actor.username()));
        }
        return new Shown(clock.instant(), from, to, byGroup && all ? groups(sums) : agents(sums),
                new Definitions(words.in(Locale.CHINESE, "figures.definitions"), words.in(Locale.ENGLISH, "figures.definitions")));
    }

    private List<Line> agents(Map<String, Sum> sums) {
        return people.all().stream().filter(person -> sums.containsKey(person.username()))
                .map(person -> sums.get(person.username()).line(person.username(), person.name(), person.english(), person.group())).toList();
    }

    private List<Line> groups(Map<String, Sum> sums) {
        var byGroup = new LinkedHashMap<String, Sum>();
        people.all().stream().filter(person -> person.group() != null && sums.containsKey(person.username()))
                .forEach(person -> byGroup.computeIfAbsent(person.group(), group -> new Sum()).add(sums.get(person.username())));
        return seats.groups().stream().filter(group -> byGroup.containsKey(group.code()))
                .map(group -> byGroup.get(group.code()).line(group.code(), group.name(), group.english(), group.code())).toList();
    }

    private Map<String, Sum> sums(Instant from, Instant to) {
        var sums = new LinkedHashMap<String, Sum>();
        jdbc.sql("""
                        select c.username, count(*) filter (where c.answered_at is not null),
                               coalesce(sum(extract(epoch from c.ended_at - c.answered_at)) filter (where c.answered_at is not null), 0)::bigint,
                               sum(c.transfers), count(r.stars), coalesce(sum(r.stars), 0)
                          from phone_call c left join call_rating r on r.call_id = c.id
                         where c.username is not null and not (c.direction = 'OUT' and c.seat is null) and c.since >= :from and c.since < :to group by c.username
                        """).param("from", Time.sql(from)).param("to", Time.sql(to)).query(row -> {
                            var sum = sums.computeIfAbsent(row.getString(1), name -> new Sum());
                            sum.handled = row.getInt(2);
                            sum.talk = row.getLong(3);
                            sum.transfers = row.getInt(4);
                            sum.ratings = row.getInt(5);
                            sum.stars = row.getInt(6);
                        });
        states(from, to, sums);
        sums.values().removeIf(sum -> sum.present == 0 && sum.handled == 0);
        return sums;
    }

    /** Each state lasts until the seat's next one; the last one until now. */
    private void states(Instant from, Instant to, Map<String, Sum> sums) {
        var now = clock.instant();
        jdbc.sql("""
                        with span as (
                          select username, from_state, to_state, at, coalesce(lead(at) over (partition by seat order by n), :now) as until
                            from seat_change where at >= :early and at < :to)
                        select username, to_state,
                               sum(greatest(0, extract(epoch from least(until, :to) - greatest(at, :from))))::bigint as seconds,
                               count(*) filter (where at >= :from and to_state = 'RINGING') as offered,
                               count(*) filter (where at >= :from and from_state = 'RINGING' and to_state = 'NOT_READY') as refused
                          from span where username is not null and until > :from group by username, to_state
                        """)
                .param("now", Time.sql(now)).param("early", Time.sql(from.minus(Duration.ofDays(1)))).param("from", Time.sql(from))
                .param("to", Time.sql(to.isBefore(now) ? to : now))
                .query(row -> {
                    add(sums.computeIfAbsent(row.getString(1), name -> new Sum()), SeatState.valueOf(row.getString(2)), row.getLong(3), row.getInt(4), row.getInt(5));
                });
    }

    private static void add(Sum sum, SeatState state, long seconds, int offered, int refused) {
        sum.offered += offered;
        sum.refused += refused;
        if (state == SeatState.SIGNED_OUT) {
            return;
        }
        sum.present += seconds;
        if (state.isInCall() || state == SeatState.RINGING || state == SeatState.AFTER_CALL) {
            sum.busy += seconds;
        }
        if (state == SeatState.AFTER_CALL) {
            sum.wrapUp += seconds;
        }
        if (state == SeatState.BREAK || state == SeatState.TRAINING) {
            sum.away += seconds;
        }
    }
}

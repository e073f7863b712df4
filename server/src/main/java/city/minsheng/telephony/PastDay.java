package city.minsheng.telephony;

import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.directory.Seats;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One invented day of the hall: callers, seats, ratings, as their rows would be. Its changes of seats are numbered
 * below zero, so that they stand before everything that really happened.
 */
@Component
public class PastDay {

    private static final int[] HOURS = {2, 1, 1, 1, 1, 3, 6, 12, 26, 30, 28, 24, 14, 12, 22, 26, 25, 22, 14, 12, 10, 8, 5, 3};
    private static final int PER_DAY = 290;
    private static final int FIRST = -1_000_000;
    private static final int A_DAY = 10_000;
    private static final int A_SHIFT = 3_000;
    private static final int[][] SHIFTS = {{1, 470}, {485, 1205}, {1220, 1438}}; // minutes of the day
    private static final int DAY_SHIFT = 1;
    private static final List<String> CODES = List.of("ANSWERED", "ANSWERED", "ANSWERED", "ORDER", "FOLLOW_UP", "TRANSFERRED", "WRONG_NUMBER");

    /** A seat on this day: who sits there, until when it is busy, its chain so far. */
    private static final class Sitting {
        final String seat;
        final Person person;
        final boolean expert;
        final Instant from;
        final Instant until;
        final List<Object[]> rows;
        int n;
        Instant free;
        SeatState state = SeatState.SIGNED_OUT;

        Sitting(String seat, Person person, boolean expert, Instant from, Instant until, int n, List<Object[]> rows) {
            this.seat = seat;
            this.person = person;
            this.expert = expert;
            this.from = from;
            this.until = until;
            this.n = n;
            this.free = from.plusSeconds(60);
            this.rows = rows;
            becomes(SeatState.NOT_READY, "SIGNED_IN", from, null);
            becomes(SeatState.READY, null, from.plusSeconds(50), null);
        }

        void becomes(SeatState next, @Nullable String reason, Instant at, @Nullable UUID call) {
            rows.add(new Object[] {Ids.next(at), seat, n++, person.username(), state.name(), next.name(), reason, Time.sql(at), call});
            state = next;
        }
    }

    private final JdbcTemplate jdbc;
    private final People people;
    private final Seats seats;
    private final Secrets secrets;
    private final CallerNumbers numbers;
    private final CitySettings city;

    PastDay(JdbcTemplate jdbc, People people, Seats seats, Secrets secrets, CitySettings city) {
        this.jdbc = jdbc;
        this.people = people;
        this.seats = seats;
        this.secrets = secrets;
        this.city = city;
        this.numbers = new CallerNumbers(city, secrets);
        this.numbers.places(Map.of("1990000", new CallerNumbers.Place("河北省定州市（示例号段）", "Dingzhou, Hebei (sample range)")));
    }

    /** Invents the day as far as it would have come. @param number of the day, counted from the first one */
    @Transactional
    public void invent(LocalDate day, int number, Instant now) {
        var random = new Random(day.toEpochDay());
        var changes = new ArrayList<Object[]>();
        var sittings = sittings(day, FIRST + number * A_DAY, now.minusSeconds(120), random, changes);
        var rows = new Rows();
        for (var at : times(day, random)) {
            if (at.isBefore(now.minusSeconds(600))) {
                call(at, sittings, rows, random);
            }
        }
        sittings.forEach(sitting -> sitting.becomes(SeatState.SIGNED_OUT, null, sitting.until.isAfter(sitting.free) ? sitting.until : sitting.free, null));
        rows.write(jdbc);
        jdbc.batchUpdate("insert into seat_change (id, seat, n, username, from_state, to_state, reason, at, call_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", changes);
    }

    private List<Instant> times(LocalDate day, Random random) {
        int total = IntStream.of(HOURS).sum();
        return IntStream.range(0, PER_DAY + random.nextInt(40)).mapToObj(i -> {
            int at = random.nextInt(total);
            int hour = 0;
            while ((at -= HOURS[hour]) >= 0) {
                hour++;
            }
            return day.atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60))).atZone(city.zone()).toInstant();
        }).sorted().toList();
    }

    /** The day shift at every seat; before and after it two seats with people of their own. */
    private List<Sitting> sittings(LocalDate day, int first, Instant latest, Random random, List<Object[]> changes) {
        var free = new ArrayList<>(people.all().stream().filter(one -> one.roles().contains(Role.AGENT) || one.roles().contains(Role.EXPERT)).toList());
        var sittings = new ArrayList<Sitting>();
        for (var seat : seats.all()) {
            boolean expert = seat.kind().equals("EXPERT");
            for (int shift = 0; shift < SHIFTS.length; shift++) {
                boolean staffed = shift == DAY_SHIFT || seat.number().equals("1") || seat.number().equals("2");
                var from = day.atStartOfDay(city.zone()).plusMinutes(SHIFTS[shift][0]).plusSeconds(random.nextInt(600)).toInstant();
                var until = day.atStartOfDay(city.zone()).plusMinutes(SHIFTS[shift][1]).plusSeconds(random.nextInt(60)).toInstant();
                var person = free.stream().filter(one -> (one.roles().getFirst() == Role.EXPERT) == expert)
                        .filter(one -> !expert || seats.usualOf(one.username()).filter(seat.number()::equals).isPresent()).findFirst();
                if (staffed && person.isPresent() && from.plusSeconds(120).isBefore(latest)) {
                    free.remove(person.get());
                    sittings.add(new Sitting(seat.number(), person.get(), expert, from, until.isBefore(latest) ? until : latest, first + shift * A_SHIFT, changes));
                }
            }
        }
        return sittings;
    }

    private void call(Instant at, List<Sitting> sittings, Rows rows, Random random) {
        var id = Ids.next(at);
        var caller = numbers.of("199%08d".formatted(random.nextInt(20_000)));
        boolean expert = random.nextInt(100) < 14;
        int wait = random.nextInt(100) < 88 ? 3 + random.nextInt(9) : 12 + random.nextInt(50);
        var answered = at.plusSeconds(wait);
        var seat = sittings.stream().filter(one -> (expert || !one.expert) && one.free.isBefore(answered.minusSeconds(3)) && one.until.isAfter(answered.plusSeconds(150)))
                .min(Comparator.comparing((Sitting one) -> one.expert != expert).thenComparing(one -> one.free)); // no expert: a general seat
        if (seat.isEmpty() || random.nextInt(1000) < 22) {
            lost(id, at, caller, random, rows);
            return;
        }
        var sitting = seat.get();
        int talk = 40 + (int) Math.min(Duration.between(answered, sitting.until).toSeconds() - 110, Math.abs(random.nextGaussian()) * 110);
        var ended = answered.plusSeconds(talk);
        int wrap = 8 + random.nextInt(45);
        sitting.becomes(SeatState.RINGING, null, answered.minusSeconds(2), id);
        sitting.becomes(SeatState.TALKING, null, answered, id);
        sitting.becomes(SeatState.AFTER_CALL, null, ended, id);
        sitting.becomes(SeatState.READY, null, ended.plusSeconds(wrap), null);
        sitting.free = ended.plusSeconds(wrap);
        var queue = !sitting.expert ? "general" : Objects.requireNonNullElse(seats.all().stream().filter(one -> one.number().equals(sitting.seat)).findFirst().orElseThrow().skill(), "general");
        rows.calls.add(row(id, at, caller, queue, answered, ended, "ANSWERED", sitting, CODES.get(random.nextInt(CODES.size())), random.nextInt(100) < 4 ? 1 : 0));
        rate(id, ended, sitting, random, rows);
    }

    private void rate(UUID id, Instant ended, Sitting sitting, Random random, Rows rows) {
        if (random.nextInt(100) < 55) {
            int mood = random.nextInt(200);
            int stars = mood < 160 ? 5 : mood < 186 ? 4 : mood < 196 ? 3 : mood < 199 ? 2 : 1;
            rows.ratings.add(new Object[] {id, stars, Time.sql(ended.plusSeconds(6))});
            if (stars <= Ratings.LOW) {
                rows.reviews.add(new Object[] {id, stars, sitting.person.username(), Time.sql(ended.plusSeconds(6))});
            }
        }
    }

    private void lost(UUID id, Instant at, Caller caller, Random random, Rows rows) {
        var ended = at.plusSeconds(6 + random.nextInt(80));
        rows.calls.add(row(id, at, caller, "general", null, ended, "ABANDONED", null, null, 0));
        var entry = Ids.next(ended);
        var done = ended.plus(Duration.ofMinutes(3 + random.nextInt(40)));
        rows.callBacks.add(new Object[] {entry, secrets.seal(caller.number()), caller.index(), caller.area(), Time.sql(at), Time.sql(done), id});
        rows.owed.add(new Object[] {id, entry});
    }

    private Object[] row(UUID id, Instant at, Caller caller, String queue, @Nullable Instant answered, Instant ended, String end, @Nullable Sitting sitting,
            @Nullable String code, int transfers) {
        return new Object[] {id, "past-" + id, queue, secrets.seal(caller.number()), caller.index(), caller.area(), caller.areaEnglish(), Time.sql(at), Time.sql(answered),
            Time.sql(ended), end, sitting == null ? null : sitting.seat, sitting == null ? null : sitting.person.username(),
            sitting == null ? null : sitting.person.group(), transfers, code};
    }

    private static final class Rows {
        final List<Object[]> calls = new ArrayList<>();
        final List<Object[]> ratings = new ArrayList<>();
        final List<Object[]> reviews = new ArrayList<>();
        final List<Object[]> callBacks = new ArrayList<>();
        final List<Object[]> owed = new ArrayList<>();

        void write(JdbcTemplate jdbc) {
            jdbc.batchUpdate("""
                    insert into phone_call (id, leg, direction, line, queue, number, number_index, area, area_english, priority, phase, since, answered_at,
                        ended_at, ended_as, seat, username, staff_group, transfers, code)
                    values (?, ?, 'IN', '12345', ?, ?, ?, ?, ?, 0, 'OVER', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, calls);
            jdbc.batchUpdate("insert into call_rating (call_id, stars, by, at) values (?, ?, 'KEY', ?)", ratings);
            jdbc.batchUpdate("insert into call_review (call_id, stars, username, at) values (?, ?, ?, ?)", reviews);
            jdbc.batchUpdate("""
                    insert into call_back (id, number, number_index, area, queue, why, since, calls, kept_place, state, result, done_at, last_call)
                    values (?, ?, ?, ?, 'general', 'ABANDONED', ?, 1, false, 'DONE', 'REACHED', ?, ?)
                    """, callBacks);
            jdbc.batchUpdate("insert into call_owed (call_id, call_back_id) values (?, ?)", owed);
        }
    }
}

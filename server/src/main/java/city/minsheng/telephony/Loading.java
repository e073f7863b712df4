package city.minsheng.telephony;

import city.minsheng.platform.Json;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Part;
import city.minsheng.telephony.Call.Party;
import city.minsheng.telephony.Call.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hall knew when the program ended, read from its own tables before the switch is asked. */
final class Loading {

    private static final Duration JUST_ENDED = Duration.ofMinutes(10);
    private static final Duration KEYS = Duration.ofHours(1);
    private static final int AFTER_RESTART = 100;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final CallerNumbers numbers;

    Loading(JdbcClient jdbc, Secrets secrets, CallerNumbers numbers) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.numbers = numbers;
    }

    /** Puts it all back where it was. Offers nothing: the switch must first say what is still there. */
    void fill(Floor floor, Control control, Function<String, Optional<Staff>> staff) {
        var now = floor.now();
        remember(floor.remembered, now, floor.settings.stick());
        floor.endedLegs.addAll(endedSince(now.minus(JUST_ENDED)));
        keys(now.minus(KEYS)).forEach(used -> floor.used(used.username(), used.key()));
        openCallBacks().forEach(entry -> floor.callBacks.put(entry.id, entry));
        seats().forEach(sat -> seat(floor, sat, staff));
        for (var call : openCalls()) {
            floor.begin(call);
            List.copyOf(call.parties.values()).forEach(party -> floor.know(call, party));
            if (call.seat != null && floor.seats.containsKey(call.seat) && call.seatParty() != null) {
                floor.seats.get(call.seat).call = call;
            }
        }
        floor.loop.run(() -> floor.seats.values().stream().filter(seat -> seat.staff != null).forEach(seat -> {
            floor.router.staff(seat.number, seat.staff.skills(), seat.state);
            if (seat.state == SeatState.AFTER_CALL) {
                control.ending.resume(seat);
            }
        }));
    }

    private static void seat(Floor floor, Sat sat, Function<String, Optional<Staff>> staff) {
        var seat = floor.seats.get(sat.seat());
        if (seat != null) {
            seat.changes = sat.n();
            seat.state = sat.state();
            seat.since = sat.at();
            seat.reason = sat.reason();
            seat.staff = sat.state() == SeatState.SIGNED_OUT || sat.username() == null ? null : staff.apply(sat.username()).orElse(null);
        }
    }

    record Sat(String seat, int n, @Nullable String username, SeatState state, @Nullable String reason, Instant at) {}

    /** The last change of each seat. */
    List<Sat> seats() {
        return jdbc.sql("select distinct on (seat) seat, n, username, to_state, reason, at from seat_change order by seat, n desc")
                .query((row, n) -> new Sat(row.getString(1), row.getInt(2), row.getString(3), SeatState.valueOf(row.getString(4)), row.getString(5), at(row, "at"))).list();
    }

    List<Call> openCalls() {
        return jdbc.sql("""
                        select id, leg, direction, purpose, line, queue, number, priority, phase, since, answered_at, seat, seat_leg, far_leg, username,
                               staff_group, transfers, overflowed, notice_cut, code, note, handed, order_id, call_back_id,
                               (select coalesce(max(n), 0) from call_log l where l.call_id = phone_call.id) as logged,
                               (select name from recording r where r.call_id = phone_call.id and r.state = 'RUNNING' order by begun_at desc limit 1) as recording
                          from phone_call where ended_at is null order by since
                        """).query(this::call).list();
    }

    private Call call(ResultSet row, int number) throws SQLException {
        var call = new Call(row.getObject("id", UUID.class), row.getString("leg"), Direction.valueOf(row.getString("direction")),
                numbers.of(secrets.open(row.getString("number"))), row.getString("line"), row.getString("queue"), at(row, "since"));
        var purpose = row.getString("purpose");
        call.purpose = purpose == null ? null : Call.Purpose.valueOf(purpose);
        call.priority = row.getInt("priority");
        call.phase = Phase.valueOf(row.getString("phase"));
        call.answeredAt = row.getObject("answered_at") == null ? null : at(row, "answered_at");
        call.seat = row.getString("seat");
        call.far = row.getString("far_leg");
        call.person = row.getString("username");
        call.group = row.getString("staff_group");
        call.transfers = row.getInt("transfers");
        call.overflowed = row.getBoolean("overflowed");
        call.noticeCut = row.getBoolean("notice_cut");
        call.code = row.getString("code");
        var note = secrets.open(row.getString("note"));
        call.note = note == null ? "" : note;
        var handed = secrets.open(row.getString("handed"));
        call.handed = handed == null ? null : Json.read(handed, Call.Handed.class);
        call.order = row.getObject("order_id", UUID.class);
        call.callBack = row.getObject("call_back_id", UUID.class);
        call.dial = call.caller.national();
        call.logged = row.getInt("logged");
        call.numbers = AFTER_RESTART + (int) Duration.between(call.since, Instant.now()).toSeconds(); // names of legs must not come again
        call.recording = row.getString("recording");
        call.confirmed = false;
        call.greeted = true;
        parties(call, row.getString("seat_leg"));
        return call;
    }

    private static void parties(Call call, @Nullable String seatLeg) {
        if (call.direction == Direction.IN) {
            call.add(new Party(call.leg, Part.CALLER, "来电人", "Caller", null)).in = true;
        } else if (call.far != null) {
            call.add(new Party(call.far, Part.OUTSIDE, "对方", "Other side", null)).in = call.phase == Phase.TALKING;
        }
        if (seatLeg != null && call.seat != null) {
            call.add(new Party(seatLeg, Part.SEAT, "座席 " + call.seat, "Seat " + call.seat, call.seat)).in = call.phase != Phase.WAITING;
        }
    }

    /** The legs of calls that ended a moment ago: what is left of them is hung up, and is no new call. */
    List<String> endedSince(Instant since) {
        return jdbc.sql("select leg from phone_call where ended_at >= :since").param("since", Time.sql(since)).query(String.class).list();
    }

    record Key(String username, String key) {}

    List<Key> keys(Instant since) {
        return jdbc.sql("select username, key from seat_key where at >= :since order by at").param("since", Time.sql(since))
                .query((row, n) -> new Key(row.getString(1), row.getString(2))).list();
    }

    List<CallBack> openCallBacks() {
        return jdbc.sql("""
                        select id, number, queue, since, why, last_call, calls, kept_place, promised_by, notes, attempts
                          from call_back where state in ('OPEN', 'TAKEN') order by since
                        """).query((row, n) -> {
                            var entry = new CallBack(row.getObject("id", UUID.class), numbers.of(secrets.open(row.getString("number"))), row.getString("queue"),
                                    at(row, "since"), CallBack.Why.valueOf(row.getString("why")), row.getObject("last_call", UUID.class));
                            entry.calls = row.getInt("calls");
                            entry.keptPlace = row.getBoolean("kept_place");
                            entry.promisedBy = row.getObject("promised_by") == null ? null : at(row, "promised_by");
                            var notes = secrets.open(row.getString("notes"));
                            entry.notes = notes == null ? "" : notes;
                            entry.attempts = row.getInt("attempts");
                            return entry;
                        }).list();
    }

    void remember(Remembered remembered, Instant now, Duration stick) {
        jdbc.sql("""
                        select number_index, username, answered_at from phone_call
                         where since >= :since and answered_at is not null and number_index is not null and username is not null order by since
                        """).param("since", Time.sql(now.minus(stick)))
                .query(row -> {
                    remembered.spoke(new Caller("", row.getString(1), "", ""), row.getString(2), at(row, "answered_at"));
                });
        jdbc.sql("select number_index from caller_flag where kind = 'DIALECT' and lifted_at is null and until > :now").param("now", Time.sql(now))
                .query(String.class).list().forEach(index -> remembered.needsDialect(index, true));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

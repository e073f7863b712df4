package city.minsheng.telephony;

import city.minsheng.platform.Ids;
import city.minsheng.platform.Json;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes behind the hall's back, what happened in one breath in one transaction and in few statements: of a row that
 * changed several times only its last state, and all rows of a table together. While the database is away everything
 * waits here and the calls go on; what no table takes is told in the log and left out.
 */
final class WrittenJournal implements Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenJournal.class);
    private static final int AT_ONCE = 1000;
    /** Between two transactions while nobody waits: in a rush a call's changes then go out together. */
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(50);

    /** In the order in which they refer to one another. */
    private enum Table {
        CALL("""
                insert into phone_call (id, leg, direction, purpose, line, queue, number, number_index, area, area_english, priority, phase, since,
                    answered_at, ended_at, ended_as, seat, seat_leg, far_leg, username, staff_group, transfers, overflowed, notice_cut, code, note,
                    handed, order_id, call_back_id)
                values (:id, :leg, :direction, :purpose, :line, :queue, :number, :index, :area, :areaEnglish, :priority, :phase, :since,
                    :answered, :ended, :as, :seat, :seatLeg, :farLeg, :username, :group, :transfers, :overflowed, :cut, :code, :note,
                    :handed, :order, :callBack)
                on conflict (id) do update
                   set queue = excluded.queue, priority = excluded.priority, phase = excluded.phase, answered_at = excluded.answered_at,
                       ended_at = excluded.ended_at, ended_as = excluded.ended_as, seat = excluded.seat, seat_leg = excluded.seat_leg,
                       far_leg = excluded.far_leg, username = excluded.username, staff_group = excluded.staff_group,
                       transfers = excluded.transfers, overflowed = excluded.overflowed, notice_cut = excluded.notice_cut,
                       code = excluded.code, note = excluded.note, handed = excluded.handed
                """),
        LOG_LINE("""
                insert into call_log (call_id, n, at, kind, seat, username, words)
                select :call, :n, :at, :kind, :seat, :by, :words where exists (select 1 from phone_call where id = :call)
                on conflict (call_id, n) do nothing
                """),
        SEAT_CHANGE("""
                insert into seat_change (id, seat, n, username, from_state, to_state, reason, at, call_id)
                values (:id, :seat, :n, :username, :from, :to, :reason, :at, :call) on conflict (seat, n) do nothing
                """),
        CALL_BACK("""
                insert into call_back (id, number, number_index, area, queue, why, since, calls, kept_place, promised_by, notes, attempts, state,
                    taken_by, result, done_at, last_call)
                values (:id, :number, :index, :area, :queue, :why, :since, :calls, :kept, :promised, :notes, :attempts, :state,
                    :taken, :result, :done, :last)
                on conflict (id) do update
                   set why = excluded.why, calls = excluded.calls, kept_place = excluded.kept_place, promised_by = excluded.promised_by,
                       notes = excluded.notes, attempts = excluded.attempts, state = excluded.state, taken_by = excluded.taken_by,
                       result = excluded.result, done_at = excluded.done_at, last_call = excluded.last_call
                """),
        OWED("""
                insert into call_owed (call_id, call_back_id) select :call, :entry where exists (select 1 from phone_call where id = :call)
                on conflict (call_id) do nothing
                """),
        ATTEMPT("""
                insert into call_back_attempt (call_back_id, call_id, at, username, result) values (:entry, :call, :at, :by, :result)
                on conflict (call_back_id, call_id) do nothing
                """),
        RECORDING("insert into recording (id, name, call_id, begun_at, state) values (:id, :name, :call, :at, 'RUNNING') on conflict (name) do nothing"),
        KEY("insert into seat_key (username, key, at) values (:username, :key, :at) on conflict (username, key) do nothing");

        private final String sql;

        Table(String sql) {
            this.sql = sql;
        }
    }

    /** @param key of the row: the later of two of the same key stands for both */
    private record Row(Table table, Object key, Map<String, @Nullable Object> values) {}

    /** A row, or something that is to be done after the rows, or somebody who waits. */
    private record Entry(@Nullable Row row, @Nullable Runnable act, @Nullable CompletableFuture<Void> done) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations many;
    private final TransactionTemplate transaction;
    private final Secrets secrets;
    private final Outbox outbox;
    private final Recordings recordings;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean running = true;

    WrittenJournal(JdbcClient jdbc, NamedParameterJdbcOperations many, TransactionTemplate transaction, Secrets secrets, Outbox outbox, Recordings recordings) {
        this.jdbc = jdbc;
        this.many = many;
        this.transaction = transaction;
        this.secrets = secrets;
        this.outbox = outbox;
        this.recordings = recordings;
        this.thread = Thread.ofPlatform().daemon().name("hall-journal").start(this::loop);
    }

    private void add(Runnable act) {
        waiting.add(new Entry(null, act, null));
    }

    private void add(Table table, Object key, Values values) {
        waiting.add(new Entry(new Row(table, key, values.all), null, null));
    }

    /** The values of a row as they are now. */
    private static final class Values {

        private final Map<String, @Nullable Object> all = new HashMap<>();

        Values with(String name, @Nullable Object value) {
            all.put(name, value);
            return this;
        }

        Values at(String name, @Nullable Instant value) {
            return with(name, Time.sql(value));
        }
    }

    @Override
    public CompletableFuture<Void> written() {
        var done = new CompletableFuture<Void>();
        waiting.add(new Entry(null, null, done));
        return done;
    }

    private void loop() {
        var batch = new ArrayList<Entry>();
        long next = System.nanoTime();
        while (running || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    gather(batch, next);
                    next = System.nanoTime() + BREATH;
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    /** What is there, and what comes until then; sooner where somebody waits for it. */
    private void gather(List<Entry> batch, long until) throws InterruptedException {
        boolean awaited = batch.getFirst().done() != null;
        while (running && !awaited && batch.size() < AT_ONCE) {
            var more = waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (more == null) {
                return;
            }
            batch.add(more);
            awaited = more.done() != null;
        }
        waiting.drainTo(batch, AT_ONCE - batch.size());
    }

    private void write(List<Entry> batch) throws InterruptedException {
        while (!together(batch)) {
            if (!running) {
                return;
            }
            Thread.sleep(1000); // the database is away: nothing is lost, it waits
        }
        batch.forEach(entry -> {
            if (entry.done() != null) {
                entry.done().complete(null);
            }
        });
    }

    /** @return false where the database is away */
    private boolean together(List<Entry> batch) {
        try {
            if (batch.stream().anyMatch(entry -> entry.done() == null)) {
                transaction.executeWithoutResult(status -> atOnce(batch));
            }
            return true;
        } catch (DataIntegrityViolationException e) {
            return oneByOne(batch);
        } catch (RuntimeException e) {
            LOG.warn("hall: not written yet, trying again: {}", e.toString());
            return false;
        }
    }

    private void atOnce(List<Entry> batch) {
        var rows = new EnumMap<Table, Map<Object, Map<String, @Nullable Object>>>(Table.class);
        batch.stream().map(Entry::row).filter(Objects::nonNull)
                .forEach(row -> rows.computeIfAbsent(row.table(), table -> new LinkedHashMap<>()).put(row.key(), row.values()));
        rows.forEach((table, values) -> many.batchUpdate(table.sql, values.values().toArray(Map[]::new)));
        batch.stream().map(Entry::act).filter(Objects::nonNull).forEach(Runnable::run);
    }

    private boolean oneByOne(List<Entry> batch) {
        for (var entry : batch) {
            try {
                transaction.executeWithoutResult(status -> atOnce(List.of(entry)));
            } catch (DataIntegrityViolationException e) {
                LOG.error("hall: a row was left out: {}", e.getMostSpecificCause().getMessage());
            } catch (DataAccessException e) {
                return false; // what was written before is written again: every statement takes that
            }
        }
        return true;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // --- rows

    @Override
    public void call(Call call) {
        var seat = call.seatParty();
        add(Table.CALL, call.id, new Values().with("id", call.id).with("leg", call.leg).with("direction", call.direction.name())
                .with("purpose", call.purpose == null ? null : call.purpose.name()).with("line", call.line).with("queue", call.queue)
                .with("number", secrets.seal(call.caller.number())).with("index", call.caller.index()).with("area", call.caller.area())
                .with("areaEnglish", call.caller.areaEnglish()).with("priority", call.priority).with("phase", call.phase.name())
                .at("since", call.since).at("answered", call.answeredAt).at("ended", call.endedAt)
                .with("as", call.end == null ? null : call.end.name()).with("seat", call.seat)
                .with("seatLeg", seat == null ? null : seat.leg).with("farLeg", call.far).with("username", call.person)
                .with("group", call.group).with("transfers", call.transfers).with("overflowed", call.overflowed).with("cut", call.noticeCut)
                .with("code", call.code).with("note", secrets.seal(call.note))
                .with("handed", call.handed == null ? null : secrets.seal(Json.write(call.handed))).with("order", call.order).with("callBack", call.callBack));
    }

    @Override
    public void log(Call call, Instant at, String kind, @Nullable String seat, @Nullable String by, String words) {
        int n = ++call.logged;
        add(Table.LOG_LINE, List.of(call.id, n), new Values().with("call", call.id).with("n", n).at("at", at).with("kind", kind).with("seat", seat).with("by", by).with("words", words));
    }

    @Override
    public void seat(Seat seat, @Nullable Staff staff, SeatState from, Instant at, @Nullable UUID call) {
        int n = ++seat.changes;
        add(Table.SEAT_CHANGE, List.of(seat.number, n), new Values().with("id", Ids.next(at)).with("seat", seat.number).with("n", n)
                .with("username", staff == null ? null : staff.username()).with("from", from.name()).with("to", seat.state.name())
                .with("reason", seat.reason).at("at", at).with("call", call));
    }

    @Override
    public void callBack(CallBack entry) {
        add(Table.CALL_BACK, entry.id, new Values().with("id", entry.id).with("number", secrets.seal(entry.caller.number())).with("index", entry.caller.index())
                .with("area", entry.caller.area()).with("queue", entry.queue).with("why", entry.why.name()).at("since", entry.since)
                .with("calls", entry.calls).with("kept", entry.keptPlace).at("promised", entry.promisedBy)
                .with("notes", secrets.seal(entry.notes)).with("attempts", entry.attempts).with("state", entry.state.name()).with("taken", entry.takenBy)
                .with("result", entry.result == null ? null : entry.result.name()).at("done", entry.doneAt).with("last", entry.lastCall));
        add(Table.OWED, List.of(entry.lastCall, entry.id), new Values().with("call", entry.lastCall).with("entry", entry.id));
    }

    @Override
    public void attempt(CallBack entry, Instant at, String by, CallBack.Result result, UUID call) {
        add(Table.ATTEMPT, List.of(entry.id, call), new Values().with("entry", entry.id).with("call", call).at("at", at).with("by", by).with("result", result.name()));
    }

    @Override
    public void recordingBegun(Call call, String name, Instant at) {
        add(Table.RECORDING, name, new Values().with("id", Ids.next(at)).with("name", name).with("call", call.id).at("at", at));
    }

    @Override
    public void key(String username, String key, Instant at) {
        add(Table.KEY, List.of(username, key), new Values().with("username", username).with("key", key).at("at", at));
    }

    @Override
    public void recordingEnded(String name, @Nullable Path file, @Nullable Duration length, @Nullable String why) {
        add(() -> recordings.ended(name, file, length, why));
    }

    @Override
    public void rating(Call call, int stars, String by, Instant at) {
        var id = call.id;
        var person = call.person;
        add(() -> Ratings.write(jdbc, id, person, stars, by, at));
    }

    @Override
    public void ratingWanted(Call call, Instant at) {
        var id = call.id;
        var code = secrets.code("rating", id.toString());
        add(() -> {
            int fresh = jdbc.sql("insert into rating_wanted (call_id, code, at) values (:call, :code, :at) on conflict (call_id) do nothing")
                    .param("call", id).param("code", code).param("at", Time.sql(at)).update();
            if (fresh == 1) {
                outbox.add(id, "call.rating-wanted", at, Map.of("code", code));
            }
        });
    }

    @Override
    public void handOver(Call call, String service, String place, String summary, String mode, Staff by, Instant at) {
        var id = Ids.next(at);
        var callId = call.id;
        var row = jdbc.sql("""
                        insert into hand_over (id, call_id, service, place, summary, mode, username, at)
                        values (:id, :call, :service, :place, :summary, :mode, :by, :at) on conflict (id) do nothing
                        """)
                .param("id", id).param("call", callId).param("service", service).param("place", secrets.seal(place.isBlank() ? "-" : place))
                .param("summary", secrets.seal(summary.isBlank() ? "-" : summary)).param("mode", mode).param("by", by.username()).param("at", Time.sql(at));
        add(() -> {
            if (row.update() == 1) {
                outbox.add(callId, "call.handed-over", at, Map.of("handOver", id, "service", service, "mode", mode));
            }
        });
    }
}

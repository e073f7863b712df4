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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes behind the hall's back, in the order in which things happened, many in one transaction. While the database is
 * away everything waits here and the calls go on; what no table takes is told in the log and left out.
 */
final class WrittenJournal implements Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WrittenJournal.class);
    private static final int AT_ONCE = 200;

    private record Entry(Runnable write, @Nullable CompletableFuture<Void> done) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Secrets secrets;
    private final Outbox outbox;
    private final Recordings recordings;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean running = true;

    WrittenJournal(JdbcClient jdbc, TransactionTemplate transaction, Secrets secrets, Outbox outbox, Recordings recordings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.secrets = secrets;
        this.outbox = outbox;
        this.recordings = recordings;
        this.thread = Thread.ofPlatform().daemon().name("hall-journal").start(this::loop);
    }

    private void add(Runnable write) {
        waiting.add(new Entry(write, null));
    }

    @Override
    public CompletableFuture<Void> written() {
        var done = new CompletableFuture<Void>();
        waiting.add(new Entry(() -> {}, done));
        return done;
    }

    private void loop() {
        var batch = new ArrayList<Entry>();
        while (running || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE - 1);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                running = false;
            }
        }
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
            transaction.executeWithoutResult(status -> batch.forEach(entry -> entry.write().run()));
            return true;
        } catch (DataIntegrityViolationException e) {
            return oneByOne(batch);
        } catch (RuntimeException e) {
            LOG.warn("hall: not written yet, trying again: {}", e.toString());
            return false;
        }
    }

    private boolean oneByOne(List<Entry> batch) {
        for (var entry : batch) {
            try {
                transaction.executeWithoutResult(status -> entry.write().run());
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
        var row = jdbc.sql("""
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
                        """)
                .param("id", call.id).param("leg", call.leg).param("direction", call.direction.name())
                .param("purpose", call.purpose == null ? null : call.purpose.name()).param("line", call.line).param("queue", call.queue)
                .param("number", secrets.seal(call.caller.number())).param("index", call.caller.index()).param("area", call.caller.area())
                .param("areaEnglish", call.caller.areaEnglish()).param("priority", call.priority).param("phase", call.phase.name())
                .param("since", Time.sql(call.since)).param("answered", Time.sql(call.answeredAt)).param("ended", Time.sql(call.endedAt))
                .param("as", call.end == null ? null : call.end.name()).param("seat", call.seat)
                .param("seatLeg", call.seatParty() == null ? null : call.seatParty().leg).param("farLeg", call.far).param("username", call.person)
                .param("group", call.group).param("transfers", call.transfers).param("overflowed", call.overflowed).param("cut", call.noticeCut)
                .param("code", call.code).param("note", secrets.seal(call.note))
                .param("handed", call.handed == null ? null : secrets.seal(Json.write(call.handed))).param("order", call.order).param("callBack", call.callBack);
        add(row::update);
    }

    @Override
    public void log(Call call, Instant at, String kind, @Nullable String seat, @Nullable String by, String words) {
        int n = ++call.logged;
        var row = jdbc.sql("""
                        insert into call_log (call_id, n, at, kind, seat, username, words)
                        select :call, :n, :at, :kind, :seat, :by, :words where exists (select 1 from phone_call where id = :call)
                        on conflict (call_id, n) do nothing
                        """)
                .param("call", call.id).param("n", n).param("at", Time.sql(at)).param("kind", kind).param("seat", seat).param("by", by).param("words", words);
        add(row::update);
    }

    @Override
    public void seat(Seat seat, @Nullable Staff staff, SeatState from, Instant at, @Nullable UUID call) {
        int n = ++seat.changes;
        var row = jdbc.sql("""
                        insert into seat_change (id, seat, n, username, from_state, to_state, reason, at, call_id)
                        values (:id, :seat, :n, :username, :from, :to, :reason, :at, :call) on conflict (seat, n) do nothing
                        """)
                .param("id", Ids.next(at)).param("seat", seat.number).param("n", n).param("username", staff == null ? null : staff.username())
                .param("from", from.name()).param("to", seat.state.name()).param("reason", seat.reason).param("at", Time.sql(at)).param("call", call);
        add(row::update);
    }

    @Override
    public void callBack(CallBack entry) {
        var row = jdbc.sql("""
                        insert into call_back (id, number, number_index, area, queue, why, since, calls, kept_place, promised_by, notes, attempts, state,
                            taken_by, result, done_at, last_call)
                        values (:id, :number, :index, :area, :queue, :why, :since, :calls, :kept, :promised, :notes, :attempts, :state,
                            :taken, :result, :done, :last)
                        on conflict (id) do update
                           set why = excluded.why, calls = excluded.calls, kept_place = excluded.kept_place, promised_by = excluded.promised_by,
                               notes = excluded.notes, attempts = excluded.attempts, state = excluded.state, taken_by = excluded.taken_by,
                               result = excluded.result, done_at = excluded.done_at, last_call = excluded.last_call
                        """)
                .param("id", entry.id).param("number", secrets.seal(entry.caller.number())).param("index", entry.caller.index())
                .param("area", entry.caller.area()).param("queue", entry.queue).param("why", entry.why.name()).param("since", Time.sql(entry.since))
                .param("calls", entry.calls).param("kept", entry.keptPlace).param("promised", Time.sql(entry.promisedBy))
                .param("notes", secrets.seal(entry.notes)).param("attempts", entry.attempts).param("state", entry.state.name()).param("taken", entry.takenBy)
                .param("result", entry.result == null ? null : entry.result.name()).param("done", Time.sql(entry.doneAt)).param("last", entry.lastCall);
        var owed = jdbc.sql("""
                        insert into call_owed (call_id, call_back_id) select :call, :entry where exists (select 1 from phone_call where id = :call)
                        on conflict (call_id) do nothing
                        """).param("call", entry.lastCall).param("entry", entry.id);
        add(() -> {
            row.update();
            owed.update();
        });
    }

    @Override
    public void attempt(CallBack entry, Instant at, String by, CallBack.Result result, UUID call) {
        var row = jdbc.sql("""
                        insert into call_back_attempt (call_back_id, call_id, at, username, result) values (:entry, :call, :at, :by, :result)
                        on conflict (call_back_id, call_id) do nothing
                        """).param("entry", entry.id).param("call", call).param("at", Time.sql(at)).param("by", by).param("result", result.name());
        add(row::update);
    }

    @Override
    public void recordingBegun(Call call, String name, Instant at) {
        var row = jdbc.sql("""
                        insert into recording (id, name, call_id, begun_at, state) values (:id, :name, :call, :at, 'RUNNING') on conflict (name) do nothing
                        """).param("id", Ids.next(at)).param("name", name).param("call", call.id).param("at", Time.sql(at));
        add(row::update);
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

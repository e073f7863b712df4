package city.minsheng.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One row for each event, in the transaction of what it tells about: nothing is told that did not happen. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Tail tail;
    private final Months months;
    private final Signal signal;
    private Instant last = Instant.EPOCH;

    Outbox(JdbcClient jdbc, Tail tail, Months months, Signal signal) {
        this.jdbc = jdbc;
        this.tail = tail;
        this.months = months;
        this.signal = signal;
    }

    public void add(UUID subject, String kind, Instant at, Object data) {
        months.cover(Instant.now());
        var told = Json.column(data);
        tail.add("insert into outbox (id, subject, kind, at, data) values (?, ?, ?, ?, ?)", () -> {
            months.cover(Instant.now()); // a month may have ended meanwhile
            return new Object[] {nextId(), subject, kind, Time.sql(at), told};
        });
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(afterCommit());
        }
    }

    /** One of many events of a kind. */
    public record Told(UUID subject, Instant at, Object data) {}

    /** Many at once, in one statement: what is told of thousands need not wait for the commit. */
    public void addAll(String kind, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        months.cover(Instant.now());
        jdbc.sql("""
                        insert into outbox (id, subject, kind, at, data)
                        select id, subject, :kind, at, data from unnest(:ids, :subjects, cast(:ats as timestamptz[]), cast(:datas as jsonb[])) as told (id, subject, at, data)
                        """)
                .param("kind", kind).param("ids", told.stream().map(one -> nextId()).toArray(UUID[]::new))
                .param("subjects", told.stream().map(Told::subject).toArray(UUID[]::new))
                .param("ats", told.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param("datas", told.stream().map(one -> Json.write(one.data())).toArray(String[]::new)).update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(afterCommit());
        }
    }

    /**
     * Taken when the row leaves, so that little lies between an id and its commit. Goes by real time, also while a replay
     * plays another year; later events have larger ids, however fast they follow.
     */
    private synchronized UUID nextId() {
        var now = Instant.now();
        last = now.isAfter(last.plusNanos(1000)) ? now : last.plusNanos(1000);
        return Ids.next(last);
    }

    /** Those from this instant on that are committed now, at most so many; more of them {@link #after} the last of these. */
    public List<Event> since(Instant from, int most) {
        return after(Ids.first(from), most);
    }

    public List<Event> after(UUID event, int most) {
        return jdbc.sql("select id, subject, kind, at, data from outbox where id > :id order by id limit :most")
                .param("id", event).param("most", most).query(CityDelivery::read).list();
    }

    public Optional<UUID> newest() {
        return jdbc.sql("select id from outbox order by id desc limit 1").query(UUID.class).optional();
    }

    public boolean has(UUID event) {
        return jdbc.sql("select exists (select 1 from outbox where id = :id)").param("id", event).query(Boolean.class).single();
    }

    /** When the oldest transaction began that is still writing: from then on something may yet appear. */
    Instant horizon() {
        var open = jdbc.sql("select min(xact_start) from pg_stat_activity where datname = current_database() and backend_xid is not null")
                .query(OffsetDateTime.class).optional();
        return open.map(OffsetDateTime::toInstant).orElseGet(Instant::now);
    }

    private TransactionSynchronization afterCommit() {
        return new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        };
    }
}

package city.minsheng.platform;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One row for each event, in the transaction of what it tells about: nothing is told that did not happen. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Months months;
    private final Signal signal;

    Outbox(JdbcClient jdbc, Months months, Signal signal) {
        this.jdbc = jdbc;
        this.months = months;
        this.signal = signal;
    }

    public void add(UUID subject, String kind, Instant at, Object data) {
        var written = Instant.now(); // delivery goes by real time, also while a replay plays another year
        months.cover(written);
        jdbc.sql("insert into outbox (id, subject, kind, at, data) values (:id, :subject, :kind, :at, :data)")
                .param("id", Ids.next(written)).param("subject", subject).param("kind", kind)
                .param("at", Time.sql(at)).param("data", Json.column(data)).update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(afterCommit());
        }
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

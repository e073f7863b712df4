package city.minsheng.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction writes last. Nobody reads it before the commit, so it waits and goes to the server together with the
 * commit: one way instead of one for each statement. Where one of them fails, nothing of the transaction stays. Who reads
 * what may be waiting has it sent first.
 */
@Component
public class Tail {

    private final JdbcTemplate jdbc;

    Tail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sql with a question mark for each value; it returns nothing */
    public void add(String sql, @Nullable Object... values) {
        add(sql, () -> values);
    }

    /** @param values asked for when the statement leaves */
    void add(String sql, Supplier<@Nullable Object[]> values) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            jdbc.update(sql, values.get());
            return;
        }
        var waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting == null) {
            waiting = new Waiting();
            waiting.resume();
            TransactionSynchronizationManager.registerSynchronization(waiting);
        }
        waiting.statements.add(new Statement(sql, values));
    }

    /** Sends what waits in this transaction, which goes on. */
    public void send() {
        var waiting = (Waiting) TransactionSynchronizationManager.getResource(this);
        if (waiting != null) {
            waiting.send();
        }
    }

    private record Statement(String sql, Supplier<@Nullable Object[]> values) {}

    /** The statements of one transaction, and when they leave. */
    private final class Waiting implements TransactionSynchronization {

        private final List<Statement> statements = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();

        void send() {
            if (!statements.isEmpty()) {
                jdbc.update(statements.stream().map(Statement::sql).collect(Collectors.joining(";\n")),
                        statements.stream().flatMap(statement -> Arrays.stream(statement.values().get())).toArray());
                statements.clear();
            }
        }

        /** The driver sees that the transaction is over, and its own commit after this costs nothing. */
        @Override
        public void beforeCommit(boolean readOnly) {
            if (!statements.isEmpty()) {
                statements.add(new Statement("commit", () -> new Object[0]));
                send();
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, statements.size());
        }

        /** What came after it is taken back, what came before it stays. */
        @Override
        public void savepointRollback(Object savepoint) {
            statements.subList(Math.min(savepoints.getOrDefault(savepoint, 0), statements.size()), statements.size()).clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Tail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Tail.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Tail.this);
        }
    }
}

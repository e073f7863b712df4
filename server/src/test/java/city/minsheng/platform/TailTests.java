package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@DisplayName("The tail of a transaction")
class TailTests {

    private final Tail tail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate nested;
    private final TransactionTemplate own;
    private final String name = UUID.randomUUID().toString();

    TailTests(Tail tail, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.tail = tail;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private void write(String part) {
        tail.add("insert into loaded (part, at) values (?, timestamptz '2025-03-03 01:00:00Z')", name + part);
    }

    private String written() {
        return jdbc.sql("select coalesce(string_agg(substr(part, 37), '' order by part), '') from loaded where part like :name || '%'")
                .param("name", name).query(String.class).single();
    }

    @Test
    void waitsForTheCommitAndComesWithIt() {
        transaction.executeWithoutResult(status -> {
            write("a");
            write("b");
            assertThat(written()).isEmpty();
        });

        assertThat(written()).isEqualTo("ab");
    }

    @Test
    void goesAtOnceWhereThereIsNoTransaction() {
        write("a");

        assertThat(written()).isEqualTo("a");
    }

    @Test
    void nothingOfTheTransactionStaysWhereItFails() {
        write("a");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into loaded (part, at) values (:part, timestamptz '2025-03-03 01:00:00Z')").param("part", name + "b").update();
            write("c");
            write("a");
            write("d");
        }));

        assertThat(written()).isEqualTo("a");
    }

    @Test
    void isForgottenWithWhatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            write("a");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> write("b"));

        assertThat(written()).isEqualTo("b");
    }

    @Test
    void goingBackToASavepointTakesBackWhatCameAfterIt() {
        transaction.executeWithoutResult(status -> {
            write("a");
            nested.executeWithoutResult(inner -> write("b"));
            nested.executeWithoutResult(inner -> {
                write("c");
                inner.setRollbackOnly();
            });
            write("d");
        });

        assertThat(written()).isEqualTo("abd");
    }

    @Test
    void aTransactionWithinHasATailOfItsOwn() {
        transaction.executeWithoutResult(status -> {
            write("a");
            own.executeWithoutResult(inner -> write("b"));
            assertThat(written()).isEqualTo("b");
            write("c");
        });

        assertThat(written()).isEqualTo("abc");
    }

    /** The pool gets a connection back on which the next transaction begins as on any other. */
    @Test
    void theNextTransactionOnTheSameConnectionRollsBackAsAny() {
        for (int i = 0; i < 40; i++) {
            var part = "x" + i;
            transaction.executeWithoutResult(status -> write(part));
            transaction.executeWithoutResult(status -> {
                jdbc.sql("insert into loaded (part, at) values (:part, timestamptz '2025-03-03 01:00:00Z')").param("part", name + "never" + part).update();
                status.setRollbackOnly();
            });
        }

        assertThat(written()).doesNotContain("never");
    }
}

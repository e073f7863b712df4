package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.CitySettings;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@DisplayName("An order that is only just being registered")
class FreshTests {

    private static final Receiving.First ANSWERED = new Receiving.First(new Answering.Answer("您好，供暖温度不低于18℃。", null, null, null), null, null, null, null, null);
    private final Stage stage;
    private final JdbcClient jdbc;
    private final CitySettings city;
    private final TransactionTemplate transaction;

    FreshTests(Stage stage, JdbcClient jdbc, CitySettings city, PlatformTransactionManager transactions) {
        this.stage = stage;
        this.jdbc = jdbc;
        this.city = city;
        this.transaction = new TransactionTemplate(transactions);
    }

    private Tale received(Receiving.First first) {
        return stage.tale().received(new Receiving.From("王小明", "13800138000", false), Level.GENERAL, Kind.INQUIRY, first);
    }

    private int changedRows() {
        return jdbc.sql("select sum(n_tup_upd) from pg_stat_xact_user_tables where schemaname = current_schema() and relname in ('work_order', 'clock')")
                .query(Integer.class).single();
    }

    @Test
    void isWrittenOnceHoweverMuchIsDoneWithItInTheSameBreath() {
        transaction.executeWithoutResult(status -> {
            int before = changedRows(); // the session may not have told yet what it changed for somebody else
            var tale = received(ANSWERED);

            assertThat(tale.status()).isEqualTo(Status.CLOSED);
            assertThat(changedRows()).isEqualTo(before);
        });
    }

    @Test
    void hasAStepForEachActAndAClockThatSaysWhatStoppedIt() {
        var tale = received(ANSWERED);

        assertThat(tale.view().steps()).extracting(Step::seq, Step::action, Step::from, Step::to).containsExactly(
                org.assertj.core.groups.Tuple.tuple(1, Action.REGISTER, null, Status.REGISTERED),
                org.assertj.core.groups.Tuple.tuple(2, Action.ANSWER_DIRECTLY, Status.REGISTERED, Status.CLOSED));
        assertThat(jdbc.sql("select kind || ' ' || stopped_by from clock where order_id = :id").param("id", tale.id()).query(String.class).list())
                .containsExactly("DISPATCH ANSWER_DIRECTLY");
        assertThat(stage.lies()).isEmpty();
    }

    @Test
    void isSeenByTheTransactionThatRegistersIt() {
        transaction.executeWithoutResult(status -> {
            var tale = received(null);

            assertThat(tale.view().steps()).hasSize(1);
            assertThat(tale.running()).hasSize(1);
            assertThat(stage.reading.byNumber(tale.order().number())).isEqualTo(tale.id());
        });
    }

    @Test
    void leavesNothingWhereItsTransactionIsTakenBack() {
        var tale = transaction.execute(status -> {
            status.setRollbackOnly();
            return received(ANSWERED);
        });

        assertThat(jdbc.sql("select count(*) from work_order where id = :id").param("id", tale.id()).query(Integer.class).single()).isZero();
    }

    @Test
    void hasANumberThatNoOtherHasAlsoFromAnotherNode() {
        var here = new Numbers(jdbc, city);
        var there = new Numbers(jdbc, city);
        var at = Instant.parse("2025-03-03T17:00:00Z");

        var given = new HashSet<String>();
        for (int i = 0; i < 120; i++) {
            given.add(here.next(at));
            given.add(there.next(at));
        }

        assertThat(given).hasSize(240).allSatisfy(number -> assertThat(number).matches("20250304\\d{6,}"));
    }
}

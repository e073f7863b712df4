package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.platform.Promise;
import city.minsheng.platform.Proving;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody changes rows behind the program's back: the proof must say so, and name the order. */
@HouseTest("proof")
@DisplayName("The proof")
class ProofTests {

    private final Stage stage;
    private final Proving proving;
    private Tale tale;

    ProofTests(Stage stage, Proving proving) {
        this.stage = stage;
        this.proving = proving;
    }

    /** An order with history, and a second one that nobody touches. */
    @BeforeEach
    void twoOrdersThatAreInOrder() {
        stage.tale().registered().answered("reli").closed(Solved.YES, Rating.VERY);
        tale = stage.tale().registered().dispatched("reli").later(Duration.ofHours(1)).accepted().contacted();
        assertThat(stage.lies()).isEmpty();
    }

    @AfterEach
    void takeAllAway() {
        for (var table : List.of("outbox", "outbox_retry", "message", "notice", "follow_up", "reply", "assignment", "clock", "work_order_step", "work_order")) {
            stage.jdbc.sql("delete from " + table).update();
        }
    }

    private void damage(String sql) {
        assertThat(stage.jdbc.sql(sql).param("id", tale.id()).update()).as("rows that were damaged").isPositive();
    }

    private List<Promise.Lie> lies() {
        return stage.lies();
    }

    private void found(String what) {
        assertThat(lies()).isNotEmpty().allSatisfy(lie -> assertThat(lie.subject()).isEqualTo(tale.order().number()))
                .anySatisfy(lie -> assertThat(lie.what()).contains(what));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '"', textBlock = """
            delete from work_order_step where order_id = :id and seq = 2                                               => step 2 is missing
            delete from work_order_step where order_id = :id and seq = 4                                               => its last step is 3
            delete from work_order_step where order_id = :id                                                           => has no steps
            update work_order_step set to_status = 'UNDER_REVIEW' where order_id = :id and seq = 4                     => is in no rule
            update work_order_step set actor_role = 'AGENT' where order_id = :id and seq = 3                           => is in no rule
            update work_order_step set action = 'REPLY' where order_id = :id and seq = 3                               => is in no rule
            update work_order_step set at = at - interval '1 day' where order_id = :id and seq = 3                     => clock
            update work_order set version = 9 where id = :id                                                           => at version 9
            update work_order set status = 'UNDER_REVIEW' where id = :id                                               => status is UNDER_REVIEW
            update work_order set clock_kind = 'REVIEW' where id = :id                                                 => lives by REVIEW
            update work_order set holder = 'DEPARTMENT:zjj' where id = :id                                             => shows DEPARTMENT:zjj
            update work_order set due_at = due_at + interval '1 day' where id = :id                                    => its clock says
            update work_order set title = '改过的标题' where id = :id                                                       => title is 改过的标题
            update work_order set body = body || '。' where id = :id                                                    => body is sha256:
            update work_order set lead = 'zjj' where id = :id                                                          => lead is zjj
            update work_order set level = 'COMPLEX' where id = :id                                                     => level is COMPLEX
            update work_order set returns = 2 where id = :id                                                           => returns is 2
            update work_order set accepted_at = accepted_at - interval '1 hour' where id = :id                         => accepted_at
            update work_order set confidential = true where id = :id                                                   => confidential is true
            update work_order set requester = gen_random_uuid() where id = :id                                         => requester
            delete from clock where order_id = :id and kind = 'HANDLE'                                                 => no running clock HANDLE
            update clock set stopped_at = now(), stopped_by = 'REPLY' where order_id = :id and kind = 'HANDLE'           => no running clock HANDLE
            update clock set stopped_at = null, stopped_by = null where order_id = :id and kind = 'ACCEPT'             => clock
            update clock set stopped_by = 'RETURN' where order_id = :id and kind = 'ACCEPT'                            => clock
            update clock set stopped_at = stopped_at - interval '1 hour' where order_id = :id and kind = 'ACCEPT'      => clock
            update clock set due_at = due_at + interval '1 day' where order_id = :id and kind = 'HANDLE'               => clock
            update clock set first_due_at = due_at + interval '1 day' where order_id = :id and kind = 'HANDLE'         => clock
            update clock set started_at = started_at + interval '1 hour' where order_id = :id and kind = 'HANDLE'      => clock
            update clock set holder = 'DEPARTMENT:zjj' where order_id = :id and kind = 'ACCEPT'                        => clock
            """)
    void findsWhatWasChangedBehindTheProgramsBack(String sql, String what) {
        damage(sql);

        found(what);
    }

    @Test
    void findsAClockThatNoStepStarted() {
        damage("""
                insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, how)
                select order_id, 99, 'SUPPORT', 'DEPARTMENT:zjj', now(), now(), now(), how from clock where order_id = :id and n = 1
                """);

        found("is in no step");
    }

    @Test
    void findsAnOrderThatWasDeletedAndLeftItsStepsBehind() {
        damage("delete from work_order where id = :id");

        assertThat(lies()).extracting(Promise.Lie::subject).contains(tale.id().toString());
    }

    @Test
    void findsAClockWithoutAnOrder() {
        stage.jdbc.sql("delete from work_order_step where order_id = :id").param("id", tale.id()).update();
        damage("delete from work_order where id = :id");

        assertThat(lies()).extracting(Promise.Lie::subject).contains(tale.id().toString());
    }

    @Test
    void findsACitizenWhoWasNeverToldTheEnd() {
        tale.replied(Result.RESOLVED).approved().closed(Solved.YES, Rating.YES);
        assertThat(lies()).isEmpty();
        damage("delete from message where order_id = :id and kind = 'RESULT'");

        found("no message told the citizen");
    }

    @Test
    void findsThatASecondEndWasNotToldThoughTheFirstWas() {
        tale.replied(Result.RESOLVED).approved().closed(Solved.YES, Rating.YES)
                .later(Duration.ofDays(1)).act("requester", on -> stage.reworking.reopen(on, new Reworking.Reopen("又不热了")))
                .later(Duration.ofHours(1)).act("agent01", on -> stage.answering.answer(on, new Answering.Answer("已恢复", null)));
        assertThat(lies()).isEmpty();
        damage("delete from message where order_id = :id and words like '%已恢复%' or order_id = :id and medium = 'VOICE'");

        found("no message told the citizen");
    }

    @Test
    void seesNoLiesInWhatIsJustBeingDone() throws InterruptedException {
        var going = new AtomicBoolean(true);
        var work = Thread.ofPlatform().start(() -> {
            while (going.get()) {
                stage.tale().registered().answered("reli").closed(Solved.YES, Rating.VERY);
            }
        });
        try {
            for (int i = 0; i < 8; i++) {
                assertThat(proving.run(List.of())).isZero();
            }
        } finally {
            going.set(false);
            work.join();
        }
    }

    @Test
    void endsWithAnErrorAndNamesTheOrder() {
        damage("update work_order set title = '改过的标题' where id = :id");
        var before = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            assertThat(proving.run(List.of())).isNotZero();
        } finally {
            System.setOut(before);
        }

        assertThat(heard.toString(StandardCharsets.UTF_8)).contains("LIE  " + tale.order().number(), "BROKEN", "2 checked, 1 lies");
    }
}

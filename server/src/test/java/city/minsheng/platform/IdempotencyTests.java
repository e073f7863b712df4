package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@HouseTest
@DisplayName("Idempotency-Key")
class IdempotencyTests {

    record Answer(UUID id, String number) {}

    private final Stage stage;
    private final Idempotency idempotency;
    private final JdbcClient jdbc;
    private final Tail tail;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger tried = new AtomicInteger();

    IdempotencyTests(Stage stage, Idempotency idempotency, JdbcClient jdbc, Tail tail, PlatformTransactionManager transactions, Clock clock) {
        this.stage = stage;
        this.idempotency = idempotency;
        this.jdbc = jdbc;
        this.tail = tail;
        this.transactions = transactions;
        this.clock = clock;
    }

    private Receiving.Incoming request(String body) {
        return new Receiving.Incoming("hotline", null, null, Kind.INQUIRY, null, Level.GENERAL, null, "钥匙街 " + key, null, body,
                new Receiving.From("钱一", "13900139000", false), null);
    }

    private Supplier<Answer> registering(Receiving.Incoming request) {
        return () -> {
            tried.incrementAndGet();
            var order = stage.receiving.receive(request, stage.who("agent01"), Role.AGENT);
            return new Answer(order.id(), order.number());
        };
    }

    private Answer once(String body) {
        var request = request(body);
        return idempotency.once(key, "agent01", request, Answer.class, registering(request));
    }

    private int orders() {
        return jdbc.sql("select count(*) from work_order where address = :address").param("address", "钥匙街 " + key).query(Integer.class).single();
    }

    @Test
    void theSameCallTwiceIsOneOrderAndOneAnswer() {
        var first = once("几号供暖");
        var second = once("几号供暖");

        assertThat(second).isEqualTo(first);
        assertThat(orders()).isOne();
    }

    @RepeatedTest(3)
    void eightAtOnceAreOneOrderAndOneAnswer() throws Exception {
        var start = new CyclicBarrier(8);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var futures = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 8; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return once("几号供暖");
                }));
            }
            for (var future : futures) {
                answers.add(future.get());
            }
        }

        assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        assertThat(orders()).isOne();
        stage.delivered();
        assertThat(jdbc.sql("select count(*) from outbox where subject = :id").param("id", answers.getFirst().id()).query(Integer.class).single()).isOne();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedAndNotCarriedOut() {
        once("几号供暖");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> once("几号停暖")).extracting(Refusal::code).isEqualTo("key-reused");
        assertThat(orders()).isOne();
    }

    @Test
    void anotherNumberOfTheRequesterIsAnotherRequest() {
        once("几号供暖");
        var other = new Receiving.Incoming("hotline", null, null, Kind.INQUIRY, null, Level.GENERAL, null, "钥匙街 " + key, null, "几号供暖",
                new Receiving.From("钱一", "13900139001", false), null);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> idempotency.once(key, "agent01", other, Answer.class, registering(other)))
                .extracting(Refusal::code).isEqualTo("key-reused");
    }

    @Test
    void theKeysOfTwoPeopleNeverMeet() {
        var request = request("几号供暖");
        once("几号供暖");

        idempotency.once(key, "agent02", request, Answer.class, registering(request));

        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void aProgramThatStartedAnewKnowsTheAnswerStill() {
        var first = once("几号供暖");
        var restarted = new Idempotency(jdbc, tail, transactions, clock); // nothing in memory: as after a restart
        var request = request("几号供暖");

        assertThat(restarted.once(key, "agent01", request, Answer.class, registering(request))).isEqualTo(first);
        assertThat(orders()).isOne();
    }

    @Test
    void whatFailedIsNotRememberedSoThatItCanBeTriedAgain() {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> once(" "));

        assertThat(once("几号供暖").number()).isNotBlank();
        assertThat(orders()).isOne();
    }

    @Test
    void oneThatWasGivenUpInADeadlockIsTriedAgain() {
        var answer = idempotency.once(key, "agent01", "x", Answer.class, () -> {
            if (tried.incrementAndGet() < 3) {
                throw new PessimisticLockingFailureException("deadlock detected");
            }
            return registering(request("几号供暖")).get();
        });

        assertThat(answer.number()).isNotBlank();
        assertThat(orders()).isOne();
    }

    @Test
    void aCallWithoutAKeyIsRefusedBeforeAnythingIsDone() {
        for (var missing : new String[] {null, "", " ", "x".repeat(101)}) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> idempotency.once(missing, "agent01", "x", Answer.class, registering(request("x"))))
                    .extracting(Refusal::code).isEqualTo("key-missing");
        }
        assertThat(tried).hasValue(0);
    }
}

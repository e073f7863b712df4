package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest("outbox")
@Import(OutboxTests.Listeners.class)
@DisplayName("The outbox")
class OutboxTests {

    /** Hears the events that this test wrote; fails as often as it is told to. */
    static class Ear implements OncePerCity {
        final List<Event> heard = Collections.synchronizedList(new ArrayList<>());
        final Map<UUID, AtomicInteger> failures = new ConcurrentHashMap<>();
        private final String name;

        Ear(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void hear(Event event) {
            if (!event.kind().startsWith("test.")) {
                return;
            }
            var left = failures.get(event.subject());
            if (left != null && left.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            heard.add(event);
        }

        List<String> kinds(UUID subject) {
            synchronized (heard) {
                return heard.stream().filter(event -> event.subject().equals(subject)).map(Event::kind).toList();
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listeners {

        @Bean
        Ear goodEar() {
            return new Ear("good-ear");
        }

        @Bean
        Ear badEar() {
            return new Ear("bad-ear");
        }
    }

    private final Stage stage;
    private final Outbox outbox;
    private final Tail tail;
    private final CityDelivery delivery;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;
    private final Ear good;
    private final Ear bad;
    private final UUID subject = UUID.randomUUID();

    OutboxTests(Stage stage, Outbox outbox, Tail tail, CityDelivery delivery, JdbcClient jdbc, PlatformTransactionManager transactions, Ear goodEar, Ear badEar) {
        this.stage = stage;
        this.outbox = outbox;
        this.tail = tail;
        this.delivery = delivery;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.good = goodEar;
        this.bad = badEar;
    }

    @AfterEach
    void nothingIsLeftWaiting() {
        stage.delivered();
    }

    private void tell(UUID about, String... kinds) {
        transaction.executeWithoutResult(status -> {
            for (var kind : kinds) {
                outbox.add(about, "test." + kind, Instant.now(), Map.of());
            }
        });
    }

    private static void until(BooleanSupplier done) {
        for (int i = 0; i < 1000 && !done.getAsBoolean(); i++) {
            Stage.sleep(20);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void tellsEachListenerEachEventOnceInTheOrderOfItsSubject() {
        var subjects = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            subjects.add(UUID.randomUUID());
        }
        for (int round = 0; round < 6; round++) {
            int n = round;
            subjects.forEach(about -> tell(about, "event-" + n));
        }

        stage.delivered();

        for (var ear : List.of(good, bad)) {
            assertThat(subjects).allSatisfy(about -> assertThat(ear.kinds(about))
                    .containsExactly("test.event-0", "test.event-1", "test.event-2", "test.event-3", "test.event-4", "test.event-5"));
        }
    }

    /** A registration and its dispatch are written by one transaction, within one millisecond. */
    @Test
    void keepsTheOrderOfWhatOneTransactionWrote() {
        for (int i = 0; i < 40; i++) {
            var about = UUID.randomUUID();
            tell(about, "a", "b", "c", "d", "e");
            stage.delivered();
            assertThat(good.kinds(about)).containsExactly("test.a", "test.b", "test.c", "test.d", "test.e");
        }
    }

    @Test
    void idsOfOneMillisecondSortByItsFraction() {
        var at = Instant.parse("2025-03-03T01:00:00.123001Z");
        for (int i = 0; i < 900; i++) {
            assertThat(Ids.next(at.plusNanos(i * 1000L + 1000))).isGreaterThan(Ids.next(at.plusNanos(i * 1000L)));
        }
        assertThat(Ids.next(at)).isNotEqualTo(Ids.next(at)).isGreaterThan(Ids.first(at));
        assertThat(Ids.next(at).version()).isEqualTo(7);
        assertThat(Ids.next(at).variant()).isEqualTo(2);
    }

    @Test
    void handsOnEverythingThatIsThereInOneGo() {
        tell(subject, "1", "2", "3", "4", "5", "6", "7", "8");

        delivery.deliver();

        // the relay may have had some of them: but nothing waits any more
        until(() -> good.kinds(subject).size() == 8);
        assertThat(jdbc.sql("select count(*) from outbox where subject = :id and handled_at is null").param("id", subject).query(Integer.class).single()).isZero();
    }

    @Test
    void triesAgainWhereAListenerFailsAndKeepsItsOrderWhileOthersGoOn() {
        bad.failures.put(subject, new AtomicInteger(2));
        tell(subject, "first");
        tell(subject, "second");
        tell(subject, "third");
        var other = UUID.randomUUID();
        tell(other, "elsewhere");

        until(() -> good.kinds(subject).size() == 3);
        until(() -> bad.kinds(other).size() == 1);
        assertThat(bad.kinds(subject)).isEmpty(); // nothing overtook the one that failed

        until(() -> bad.kinds(subject).size() == 3);
        assertThat(bad.kinds(subject)).containsExactly("test.first", "test.second", "test.third");
        assertThat(good.kinds(subject)).containsExactly("test.first", "test.second", "test.third");
    }

    @Test
    void whatAFailingListenerHadWrittenIsTakenBack() {
        var writing = new OncePerCity() {
            private int times;

            @Override
            public String name() {
                return "writing";
            }

            @Override
            public void hear(Event event) {
                if (event.subject().equals(subject)) {
                    jdbc.sql("insert into loaded (part, at) values (:part, now())").param("part", "written-" + subject).update();
                    if (times++ < 2) { // once among others, and once alone
                        throw new IllegalStateException("after writing");
                    }
                }
            }
        };
        var own = new CityDelivery(jdbc, List.of(writing), transactions);
        transaction.executeWithoutResult(status -> {
            outbox.add(subject, "test.half", Instant.now(), Map.of());
            tail.send();
            own.deliver(); // sees the event of its own transaction before the relay can
            assertThat(written()).isZero();
        });

        until(() -> {
            own.deliver();
            return written() == 1;
        });
        until(() -> jdbc.sql("select count(*) = 0 from outbox_retry where listener = 'writing'").query(Boolean.class).single());
    }

    private int written() {
        return jdbc.sql("select count(*) from loaded where part = :part").param("part", "written-" + subject).query(Integer.class).single();
    }

    /** This house's relay and a second node share the work; a listener both have hears each event from one of them. */
    @Test
    void twoNodesTogetherTellEverythingOnceAndInOrder() throws InterruptedException {
        var second = new CityDelivery(jdbc, List.of(good, bad), transactions);
        var subjects = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) {
            subjects.add(UUID.randomUUID());
        }
        var writing = Thread.ofPlatform().start(() -> {
            for (int n = 0; n < 5; n++) {
                int round = n;
                subjects.forEach(about -> tell(about, "n" + round));
            }
        });
        while (writing.isAlive()) {
            second.deliver();
        }
        writing.join();
        stage.delivered();

        assertThat(subjects).allSatisfy(about -> assertThat(good.kinds(about)).containsExactly("test.n0", "test.n1", "test.n2", "test.n3", "test.n4"));
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.add(subject, "test.never", Instant.now(), Map.of());
            status.setRollbackOnly();
        });
        tell(subject, "afterwards");

        stage.delivered();

        assertThat(good.kinds(subject)).containsExactly("test.afterwards");
    }

    /** A slow transaction took its id first and commits last: a cursor that only goes forward would lose it. */
    @Test
    void aNodeHearsAlsoWhatWasCommittedOutOfTheOrderOfItsIds() throws InterruptedException {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var cursor = new NodeCursor(jdbc, outbox, List.of(event -> {
            if (event.subject().equals(subject)) {
                heard.add(event.kind());
            }
        }));
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var slow = Thread.ofPlatform().start(() -> transaction.executeWithoutResult(status -> {
            outbox.add(subject, "test.slow", Instant.now(), Map.of());
            tail.send(); // the row is there long before its commit
            written.countDown();
            await(commit);
        }));
        written.await();
        tell(subject, "quick");
        cursor.deliver();
        assertThat(heard).containsExactly("test.quick");

        commit.countDown();
        slow.join();
        cursor.deliver();
        cursor.deliver();

        assertThat(heard).containsExactly("test.quick", "test.slow");
    }

    /** An import that takes longer than the cursor looks back: what it wrote first is heard all the same. */
    @Test
    void aNodeHearsAlsoWhatATransactionWroteLongBeforeItsEnd() throws InterruptedException {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var cursor = new NodeCursor(jdbc, outbox, List.of(event -> {
            if (event.subject().equals(subject)) {
                heard.add(event.kind());
            }
        }), Duration.ofMillis(60));
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var slow = Thread.ofPlatform().start(() -> transaction.executeWithoutResult(status -> {
            outbox.add(subject, "test.slow", Instant.now(), Map.of());
            tail.send(); // the row is there long before its commit
            written.countDown();
            await(commit);
        }));
        written.await();
        for (int i = 0; i < 10; i++) {
            tell(subject, "quick");
            cursor.deliver();
            Stage.sleep(60);
        }

        commit.countDown();
        slow.join();
        Stage.sleep(30);
        cursor.deliver();

        assertThat(heard).hasSize(11).containsOnlyOnce("test.slow");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNodeHearsAllOfAFloodInOneLook() {
        Set<UUID> heard = ConcurrentHashMap.newKeySet();
        var times = new AtomicInteger();
        var cursor = new NodeCursor(jdbc, outbox, List.of(event -> {
            if (event.subject().equals(subject)) {
                heard.add(event.id());
                times.incrementAndGet();
            }
        }));
        flood(2500);
        cursor.deliver();
        flood(2500);
        cursor.deliver();
        cursor.deliver();

        assertThat(heard).hasSize(5000);
        assertThat(times).hasValue(5000);
    }

    private void flood(int count) {
        jdbc.sql("""
                        insert into outbox (id, subject, kind, at, data, handled_at)
                        select uuidv7(), :subject, 'test.flood', now(), '{}', now() from generate_series(1, :count)
                        """).param("subject", subject).param("count", count).update();
    }

    @Test
    void aListenerOfANodeThatFailsKeepsNobodyElseFromHearing() {
        var heard = Collections.synchronizedList(new ArrayList<String>());
        var cursor = new NodeCursor(jdbc, outbox, List.of(event -> {
            throw new IllegalStateException("deaf");
        }, event -> {
            if (event.subject().equals(subject)) {
                heard.add(event.kind());
            }
        }));
        tell(subject, "a", "b");

        cursor.deliver();

        assertThat(heard).containsExactly("test.a", "test.b");
    }
}

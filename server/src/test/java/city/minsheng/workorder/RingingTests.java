package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.notification.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@HouseTest("ringing")
@DisplayName("A clock that runs out")
class RingingTests {

    private final Stage stage;
    private final Ringing ringing;
    private final Notices notices;

    RingingTests(Stage stage, Ringing ringing, Notices notices) {
        this.stage = stage;
        this.ringing = ringing;
        this.notices = notices;
    }

    private UUID dispatched() {
        return new Tale(stage, Instant.now().minus(Duration.ofMinutes(1))).registered().dispatched("reli").id();
    }

    private void due(List<UUID> orders, Instant at) {
        stage.jdbc.sql("update clock set due_at = :at, rung_at = null where order_id = any(:orders) and kind = 'ACCEPT'")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param("orders", orders.toArray(UUID[]::new)).update();
    }

    private int told(List<UUID> orders) {
        return stage.jdbc.sql("select count(*) from outbox where kind = 'clock.run-out' and subject = any(:orders) and data ->> 'clock' = 'ACCEPT'")
                .param("orders", orders.toArray(UUID[]::new)).query(Integer.class).single();
    }

    private int rung(List<UUID> orders) {
        return stage.jdbc.sql("select count(*) from clock where order_id = any(:orders) and kind = 'ACCEPT' and rung_at is not null")
                .param("orders", orders.toArray(UUID[]::new)).query(Integer.class).single();
    }

    @Test
    void isToldOfOnceHoweverManyLookAtOnce() throws Exception {
        var orders = IntStream.range(0, 30).mapToObj(i -> dispatched()).toList();
        due(orders, Instant.now());

        try (var nodes = Executors.newFixedThreadPool(4)) {
            nodes.invokeAll(IntStream.range(0, 12).mapToObj(i -> (Callable<Integer>) ringing::tick).toList());
        }

        assertThat(rung(orders)).isEqualTo(30);
        assertThat(told(orders)).isEqualTo(30);
    }

    @Test
    void isToldToItsHolder() {
        var order = dispatched();
        due(List.of(order), Instant.now());
        ringing.tick();
        stage.delivered();

        assertThat(notices.of("reli.banli")).anySatisfy(notice -> {
            assertThat(notice.order()).isEqualTo(order);
            assertThat(notice.kind()).isEqualTo("RUN_OUT");
        });
    }

    @Test
    void isNotToldOfWhereItWasStoppedOrHasTimeOrIsNoNews() {
        var stopped = new Tale(stage, Instant.now().minus(Duration.ofMinutes(2))).registered().dispatched("reli").accepted().id();
        var running = dispatched();
        var old = dispatched();
        due(List.of(stopped), Instant.now());
        due(List.of(running), Instant.now().plus(Duration.ofHours(1)));
        due(List.of(old), Instant.now().minus(Duration.ofDays(3)));

        ringing.tick();

        assertThat(told(List.of(stopped, running, old))).isZero();
    }

    @Test
    void isToldOfAgainWhenItWasGivenMoreTimeAndThatRunsOutToo() {
        var order = List.of(dispatched());
        due(order, Instant.now());
        ringing.tick();

        due(order, Instant.now());
        ringing.tick();

        assertThat(told(order)).isEqualTo(2);
    }
}

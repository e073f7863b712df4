package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.platform.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest("hall_lease")
@DisplayName("Of the nodes of a city")
class HallLeaseTests {

    private static final Duration QUARTER = Duration.ofSeconds(15);
    private final ApplicationContext house;
    private final Hall hall;
    private final JdbcClient jdbc;
    private final HallLease one;
    private final HallLease other;

    HallLeaseTests(ApplicationContext house, Hall hall, JdbcClient jdbc) {
        this.house = house;
        this.hall = hall;
        this.jdbc = jdbc;
        this.one = new HallLease(jdbc, UUID.randomUUID(), QUARTER);
        this.other = new HallLease(jdbc, UUID.randomUUID(), QUARTER);
    }

    @BeforeEach
    void nobodyHoldsIt() {
        runsOut();
    }

    private void runsOut() {
        jdbc.sql("update hall_lease set until = clock_timestamp() - interval '1 second'").update();
    }

    @Test
    void oneAloneRunsTheHall() {
        assertThat(one.hold(false)).isTrue();
        assertThat(other.hold(false)).isFalse();
        assertThat(one.hold(true)).as("again and again").isTrue();
    }

    @Test
    void theNextTakesOverWhenItFallsSilent() {
        one.hold(false);
        runsOut();

        assertThat(other.hold(false)).isTrue();
        assertThat(one.hold(true)).as("it learns of it when it comes back").isFalse();
    }

    @Test
    void theNextNeedNotWaitWhereItWasLeft() {
        one.hold(false);
        one.leave();

        assertThat(other.hold(false)).isTrue();
    }

    @Test
    void oneGetsItThoughAllAskAtOnce() {
        var start = new CountDownLatch(1);
        List<Future<Boolean>> asked;
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = IntStream.range(0, 8).mapToObj(n -> nodes.submit(() -> {
                start.await();
                return new HallLease(jdbc, UUID.randomUUID(), QUARTER).hold(false);
            })).toList();
            start.countDown();
        }
        assertThat(asked).extracting(Future::resultNow).containsOnlyOnce(true);
    }

    @Test
    void theHallClosesWhereItWasTakenAndOpensWhereItIsFree() {
        hall.beat(); // takes it
        assertThat(seat().status()).isEqualTo(200);
        long before = version();

        runsOut();
        other.hold(false);
        hall.beat();
        assertThat(seat().status()).isEqualTo(409);
        assertThat(seat().text()).contains("hall-elsewhere");

        other.leave();
        hall.beat();
        assertThat(seat().status()).isEqualTo(200);
        assertThat(version()).as("a page that stayed open takes it").isGreaterThan(before);
    }

    @Test
    void oneThatHasLeftDoesNothingOfWhatWasStillToCome() {
        var loop = new VirtualLoop();
        var term = new Term(loop);
        var done = new ArrayList<String>();
        term.after(Duration.ofSeconds(1), () -> done.add("while it runs the hall"));
        loop.pass(2);
        term.after(Duration.ofSeconds(1), () -> done.add("after it"));

        term.end();
        term.run(() -> done.add("at once"));
        loop.pass(2);

        assertThat(done).containsExactly("while it runs the hall");
    }

    private long version() {
        return Json.read(seat().text()).path("version").asLong();
    }

    private Browser.Answer seat() {
        return new Browser(house).as("agent07").get("/api/telephony/seat");
    }
}

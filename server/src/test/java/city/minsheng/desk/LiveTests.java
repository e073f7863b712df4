package city.minsheng.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.telephony.SeatState;
import city.minsheng.telephony.SeatView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@DisplayName("An open screen")
class LiveTests {

    private final Live live = new Live(Clock.systemUTC());

    /** A page in a browser, which may stop reading. */
    private static final class Page extends SseEmitter {

        final List<Object> read = new CopyOnWriteArrayList<>();
        volatile CountDownLatch reads = new CountDownLatch(0);

        @Override
        public void send(SseEventBuilder event) {
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            event.build().stream().map(part -> part.getData()).filter(data -> data.toString().startsWith("{")).forEach(read::add);
        }

        void sees(String words) {
            await().untilAsserted(() -> assertThat(read).anySatisfy(data -> assertThat(data.toString()).contains(words)));
        }
    }

    private Page opens(String username) {
        var page = new Page();
        live.open(new Actor(username, "名", "Name", Set.of(Role.AGENT), null, List.of()), page);
        page.sees("\"now\"");
        return page;
    }

    private static SeatView.HallView hall(int waiting) {
        return new SeatView.HallView(Instant.EPOCH, "UP", waiting, 0, 1, 0, 0, true);
    }

    private static SeatView rings() {
        return new SeatView(1, Instant.EPOCH, "UP", false, "1", "GENERAL", "1", List.of(), SeatState.RINGING, Instant.EPOCH, null, null, true,
                List.of("refuse"), null, null, null, null, null, hall(1), null, null);
    }

    @Test
    void thatDoesNotReadKeepsNoOtherFromRinging() {
        var stuck = opens("agent01");
        stuck.reads = new CountDownLatch(1);
        var other = opens("agent02");

        live.hall(hall(1));
        live.seat("agent01", rings());
        live.seat("agent02", rings());

        other.sees("RINGING");
        assertThat(stuck.read).hasSize(1);
        stuck.reads.countDown();
        stuck.sees("RINGING");
    }

    @Test
    void thatCouldNotKeepUpFindsTheNewestPictureOfTheHallAndNotAll() {
        var stuck = opens("agent01");
        stuck.reads = new CountDownLatch(1);
        live.hall(hall(0));
        for (int waiting = 1; waiting <= 50; waiting++) {
            live.hall(hall(waiting));
        }
        live.seat("agent01", rings());

        stuck.reads.countDown();
        stuck.sees("RINGING");

        assertThat(stuck.read).hasSizeLessThanOrEqualTo(4);
        assertThat(stuck.read.get(stuck.read.size() - 2).toString()).contains("\"waiting\":50");
    }

    @Test
    void ofManyIsShownTheSamePictureWrittenDownOnce() {
        var one = opens("agent01");
        var other = opens("agent02");

        live.hall(hall(7));

        one.sees("\"waiting\":7");
        other.sees("\"waiting\":7");
        assertThat(one.read.getLast()).isSameAs(other.read.getLast());
    }

    @Test
    void ringsForTheOneAtWhoseSeatItRingsAndForNoOther() {
        var one = opens("agent01");
        var other = opens("agent02");

        live.seat("agent01", rings());
        live.hall(hall(3));

        one.sees("RINGING");
        other.sees("\"waiting\":3");
        assertThat(other.read).noneSatisfy(data -> assertThat(data.toString()).contains("RINGING"));
    }
}

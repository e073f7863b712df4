package city.minsheng.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Event;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Json;
import city.minsheng.platform.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@DisplayName("Telling citizens of many events at once")
class TellingTests {

    private final Stage stage;
    private final Telling telling;
    private final JdbcClient jdbc;
    private final Instant now;

    TellingTests(Stage stage, Telling telling, JdbcClient jdbc, Clock clock) {
        this.stage = stage;
        this.telling = telling;
        this.jdbc = jdbc;
        this.now = clock.instant();
    }

    private UUID order(String name, String phone) {
        return stage.tale().received(new Receiving.From(name, phone, false), Level.GENERAL, Kind.COMPLAINT, null).id();
    }

    private Event event(UUID order, String verb, Map<String, String> more) {
        var data = new java.util.HashMap<>(Map.of("number", "20250303000001", "lead", "reli", "due", "2025-03-10T10:00:00Z",
                "action", verb.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
        data.putAll(more);
        return new Event(Ids.next(Instant.now()), order, "work-order." + verb, now, Json.read(Json.write(data)));
    }

    private String message(Event event) {
        return jdbc.sql("select kind || ' ' || medium || ' ' || state from message where event_id = :id").param("id", event.id())
                .query(String.class).optional().orElse("none");
    }

    @Test
    void writesEachItsOwnMessageByTheWayThatReachesIt() {
        var phoned = order("王小明", "13800138001");
        var nameless = order("", "");
        var registered = event(phoned, "register", Map.of());
        var anonymous = event(nameless, "register", Map.of());
        var told = event(phoned, "answer-directly", Map.of("told", "VOICE"));
        var silent = event(phoned, "accept", Map.of());

        telling.hear(List.of(registered, anonymous, told, silent));

        assertThat(List.of(message(registered), message(anonymous), message(told), message(silent)))
                .containsExactly("REGISTER SMS SENT", "REGISTER PORTAL SENT", "RESULT VOICE SENT", "none");
    }

    @Test
    void takesADispatchBackThatIsRecalledInTheSameLot() {
        var order = order("王小明", "13800138001");
        var dispatched = event(order, "dispatch", Map.of());
        var again = event(order, "dispatch", Map.of());

        telling.hear(List.of(dispatched, event(order, "recall", Map.of()), again));

        assertThat(message(dispatched)).isEqualTo("DISPATCHED SMS TAKEN_BACK");
        assertThat(message(again)).isEqualTo("DISPATCHED SMS WAITING");
    }

    @Test
    void toldTwiceIsToldOnce() {
        var registered = event(order("王小明", "13800138001"), "register", Map.of());

        telling.hear(List.of(registered, registered));
        telling.hear(registered);

        assertThat(message(registered)).isEqualTo("REGISTER SMS SENT");
    }

    @Test
    void anEventOfAnOrderThatIsNotThereIsNotTaken() {
        var lost = event(UUID.randomUUID(), "register", Map.of());

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> telling.hear(List.of(lost)));
    }
}

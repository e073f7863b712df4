package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Stage;
import city.minsheng.platform.NotFound;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dispatch that is taken back")
class RecalledTests extends Life {

    RecalledTests(Stage stage) {
        super(stage);
    }

    @Test
    void withinTenSecondsByTheSamePersonOnly() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(Duration.ofSeconds(10));
        refused("recall-too-late", () -> tale.act("dispatcher02", stage.dispatching::recall));

        tale.act("dispatcher01", stage.dispatching::recall);

        assertThat(tale.status()).isEqualTo(Status.REGISTERED);
        assertThat(tale.runningKinds()).containsExactly("DISPATCH");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("reli.banli"));
    }

    @Test
    void notAfterTheEleventhSecond() {
        var tale = stage.tale().registered().dispatched("reli").later(Duration.ofSeconds(11));

        refused("recall-too-late", () -> tale.act("dispatcher01", stage.dispatching::recall));
    }
}

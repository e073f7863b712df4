package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the lifecycle share: each path goes through the use cases on a moved clock. */
@HouseTest
abstract class Life {

    static final Duration HOUR = Duration.ofHours(1);
    final Stage stage;

    Life(Stage stage) {
        this.stage = stage;
    }

    /** After every path everything that the house promises must hold. */
    @AfterEach
    void everyPromiseHolds() {
        assertThat(stage.lies()).isEmpty();
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::code).isEqualTo(code);
    }

    static void invalid(String pointer, String code, ThrowingCallable act) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(act)
                .satisfies(e -> assertThat(e.fields()).extracting(Invalid.Field::pointer, Invalid.Field::code).contains(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }

    String told(Tale tale) {
        stage.delivered();
        return stage.jdbc.sql("select string_agg(kind || ' ' || words, '\n' order by at, event_id) from message where order_id = :id")
                .param("id", tale.id()).query(String.class).single();
    }

    String medium(Tale tale, String kind) {
        stage.delivered();
        return stage.jdbc.sql("select medium from message where order_id = :id and kind = :kind").param("id", tale.id()).param("kind", kind).query(String.class).single();
    }
}

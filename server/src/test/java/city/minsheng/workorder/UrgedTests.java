package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 催. */
@DisplayName("An order that is urged")
class UrgedTests extends Life {

    UrgedTests(Stage stage) {
        super(stage);
    }

    @Test
    void byTheCitizenOnceADayOfTheCity() {
        var tale = stage.tale("2025-03-03T23:30").registered().dispatched("reli").act("requester", on -> stage.urging.urge(on, new Urging.Urge("快点")));

        refused("urged-today", () -> tale.at("2025-03-03T23:59").act("requester", on -> stage.urging.urge(on, new Urging.Urge(null))));
        tale.at("2025-03-04T00:01").act("requester", on -> stage.urging.urge(on, new Urging.Urge(null)));

        assertThat(tale.view().order().badges()).contains("URGED 2");
    }

    @Test
    void bySupervisionAsOftenAsItSeesFit() {
        var tale = stage.tale().registered().dispatched("reli");
        tale.act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder("请今日签收", null))).act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder(null, null)));

        assertThat(tale.view().order().badges()).contains("REMINDED 2");
    }
}

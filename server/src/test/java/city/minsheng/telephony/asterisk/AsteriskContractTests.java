package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchContract;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.World;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@DisplayName("Asterisk")
@Tag("telephone")
class AsteriskContractTests extends SwitchContract {

    private Asterisk asterisk;

    @Override
    protected World world(Consumer<SwitchEvent> listener) {
        var house = AsteriskHouse.open();
        asterisk = house.connect(listener);
        return house.world(asterisk);
    }

    @AfterEach
    void leave() {
        if (asterisk != null) {
            asterisk.close();
            AsteriskHouse.open().clear();
        }
    }
}

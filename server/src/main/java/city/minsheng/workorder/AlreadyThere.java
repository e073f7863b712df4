package city.minsheng.workorder;

import city.minsheng.platform.Refusal;
import java.util.Map;

/** The channel has sent this message before: it is this order. */
public class AlreadyThere extends Refusal {

    private final WorkOrder order;

    AlreadyThere(WorkOrder order) {
        super("there-already", order.number());
        this.order = order;
    }

    @Override
    public Map<String, Object> more() {
        return Map.of("id", order.id(), "number", order.number());
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.Refusal;
import java.util.Map;

/** The table has no arrow for this action from this status. */
public class ActionNotAllowed extends Refusal {

    private final WorkOrder order;

    ActionNotAllowed(Action action, WorkOrder order) {
        super("action-not-allowed", new Word("action." + action), new Word("status." + order.status()));
        this.order = order;
    }

    @Override
    public Map<String, Object> more() {
        return Map.of("orderStatus", order.status(), "version", order.version());
    }
}

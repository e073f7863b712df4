package city.minsheng.workorder;

import java.util.ArrayList;
import java.util.List;

/**
 * An order that is being registered and not written yet. What is done with it in the same breath, as 93 of 100 are answered,
 * is written with it: one row as it stands in the end, and each step.
 */
public final class Fresh {

    private final List<Act> acts = new ArrayList<>();
    private final List<WorkOrder> versions = new ArrayList<>();

    Fresh(Act registered, String number) {
        var after = registered.after();
        add(registered, new WorkOrder(after.id(), number, after.version(), after.facts()));
    }

    WorkOrder add(Act act) {
        return add(act, act.after());
    }

    private WorkOrder add(Act act, WorkOrder after) {
        acts.add(act);
        versions.add(after);
        return after;
    }

    WorkOrder order() {
        return versions.getLast();
    }

    Act last() {
        return acts.getLast();
    }

    List<Act> acts() {
        return acts;
    }

    /** The order as the n-th act left it. */
    WorkOrder version(int n) {
        return versions.get(n - 1);
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody else saved first. Says who, when and what, so that the slower one can decide anew; what was typed is theirs still. */
public class ChangedMeanwhile extends Refusal {

    private final WorkOrder current;
    private final Step last;

    ChangedMeanwhile(WorkOrder current, Step last) {
        super("changed-meanwhile", last.actorName(), new Word("action." + last.action()), new Word("status." + current.status()));
        this.current = current;
        this.last = last;
    }

    @Override
    public Map<String, Object> more() {
        var more = new LinkedHashMap<String, Object>();
        more.put("changedBy", last.actor());
        more.put("changedByName", last.actorName());
        more.put("changedAt", last.at());
        more.put("change", last.action());
        more.put("orderStatus", current.status());
        more.put("version", current.version());
        return more;
    }
}

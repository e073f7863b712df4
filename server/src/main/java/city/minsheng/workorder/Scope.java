package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;

/**
 * Whose orders a person may see, as a condition in the SQL itself: the hall sees the city, a department what it was
 * given and has not handed back, everyone else nothing. Written for {@code work_order o} and the parameter {@code :scope}.
 */
final class Scope {

    private Scope() {}

    static String condition(Actor actor) {
        boolean everything = actor.seesWholeCity() || actor.is(Role.ANALYST);
        if (everything || actor.is(Role.REQUESTER)) { // number and code have let a requester in before
            return "cardinality(:scope) >= 0";
        }
        if (actor.seesDepartments()) {
            return """
                    exists (select 1 from assignment a
                             where a.order_id = o.id and a.department = any(:scope) and a.ended_at is null)""";
        }
        return "cardinality(:scope) < 0";
    }

    static String[] parameter(Actor actor) {
        return actor.scope().toArray(String[]::new);
    }

    /** A confidential order goes to the department without identity; figures need nobody's name. */
    static boolean showsRequester(Actor actor, WorkOrder order) {
        return actor.seesWholeCity() || actor.seesDepartments() && !order.isConfidential();
    }
}

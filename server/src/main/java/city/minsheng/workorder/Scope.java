package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose orders a person may see, as a condition in the SQL itself: the hall sees the city, a department what it was
 * given and has not handed back, the last mile what the own unit has to do now, everyone else nothing. Written for {@code work_order o} and the parameter {@code :scope}.
 */
final class Scope {

    private static final String HALL = "hall";

    private Scope() {}

    static String condition(Actor actor) {
        boolean everything = actor.seesWholeCity() || actor.is(Role.ANALYST);
        if (everything || actor.is(Role.REQUESTER)) { // number and code have let a requester in before
            return "cardinality(:scope) >= 0";
        }
        if (actor.isLastMile()) { // only while there is something to do
            return """
                    o.clock_kind is not null and exists (select 1 from assignment a
                             where a.order_id = o.id and a.department = any(:scope) and a.ended_at is null)""";
        }
        if (actor.seesDepartments()) {
            return """
                    exists (select 1 from assignment a
                             where a.order_id = o.id and a.department = any(:scope) and a.ended_at is null)""";
        }
        return "cardinality(:scope) < 0";
    }

    /** The same for the search index: what an order is {@link #seenBy} must be among these. */
    static Set<String> keys(Actor actor) {
        if (actor.seesWholeCity() || actor.is(Role.ANALYST)) {
            return Set.of(HALL);
        }
        return actor.seesDepartments() ? actor.scope().stream().map(Scope::key).collect(Collectors.toSet()) : Set.of();
    }

    /** @param departments that it is given to and that have not handed it back */
    static String[] seenBy(Collection<String> departments) {
        return Stream.concat(Stream.of(HALL), departments.stream().map(Scope::key)).distinct().toArray(String[]::new);
    }

    private static String key(String department) {
        return "department/" + department;
    }

    static String[] parameter(Actor actor) {
        return actor.isLastMile() ? new String[] {String.valueOf(actor.department())} : actor.scope().toArray(String[]::new);
    }
}

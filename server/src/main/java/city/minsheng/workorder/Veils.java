package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.requester.Requesters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who learns whose an order is: the hall, and the departments that lead or support it, unless it is confidential. Not who
 * carries it out at the last mile (一线办理员, and a unit that has it by 下派 alone), and not who only counts.
 */
@Component
class Veils {

    private final Assignments assignments;
    private final Requesters requesters;
    private final JdbcClient jdbc;

    Veils(Assignments assignments, Requesters requesters, JdbcClient jdbc) {
        this.assignments = assignments;
        this.requesters = requesters;
        this.jdbc = jdbc;
    }

    /** Null: this reader may know. */
    @Nullable Veil of(WorkOrder order, Actor actor) {
        return of(List.of(order), actor).get(order.id());
    }

    /** Of those that this reader must not know the requester of. */
    Map<UUID, Veil> of(Collection<WorkOrder> orders, Actor actor) {
        if (actor.seesWholeCity() || actor.is(Role.REQUESTER) || orders.isEmpty()) { // number and code have let a requester in before
            return Map.of();
        }
        var hidden = new HashSet<>(orders.stream().map(WorkOrder::id).collect(Collectors.toSet()));
        if (actor.seesDepartments()) {
            hidden.removeAll(known(orders, actor));
        }
        return over(orders.stream().filter(order -> hidden.contains(order.id())).toList());
    }

    private Set<UUID> known(Collection<WorkOrder> orders, Actor actor) {
        var open = orders.stream().filter(order -> !order.isConfidential()).map(WorkOrder::id).toList();
        return open.isEmpty() ? Set.of() : assignments.answeredForBy(open, actor.scope());
    }

    /** Of the confidential ones among these: for the index, in which departments search too. */
    Map<UUID, Veil> secret(Collection<UUID> ids) {
        return overThose("id = any(:ids) and confidential", ids);
    }

    /** Of all of them: for what others wrote about an order, and for samples. */
    Map<UUID, Veil> whole(Collection<UUID> ids) {
        return overThose("id = any(:ids)", ids);
    }

    private Map<UUID, Veil> overThose(String which, Collection<UUID> ids) {
        var requester = new HashMap<UUID, UUID>();
        jdbc.sql("select id, requester from work_order where " + which).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            requester.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        if (requester.isEmpty()) {
            return Map.of();
        }
        var names = requesters.names(requester.values());
        return requester.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> new Veil(names.get(each.getValue()))));
    }

    /** Of all of them: for what leaves the house. */
    Map<UUID, Veil> over(Collection<WorkOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        var names = requesters.names(orders.stream().map(WorkOrder::requester).distinct().toList());
        return orders.stream().collect(Collectors.toMap(WorkOrder::id, order -> new Veil(names.get(order.requester())), (one, same) -> one));
    }
}

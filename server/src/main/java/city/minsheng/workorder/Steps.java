package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.platform.Json;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** All SQL on the table work_order_step. Rows are only ever added. */
@Repository
class Steps {

    static final String COLUMNS = """
            select order_id, seq, action, at, actor, actor_role, actor_department, from_status, to_status, reason, changes, clocks, data
              from work_order_step
            """;
    private final JdbcClient jdbc;
    private final People people;

    Steps(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    void append(Act act) {
        var after = act.after();
        jdbc.sql("""
                        insert into work_order_step (order_id, seq, action, at, actor, actor_role, actor_department,
                                                     from_status, to_status, reason, changes, clocks, data)
                        values (:order, :seq, :action, :at, :actor, :role, :department, :from, :to, :reason, :changes, :clocks, :data)
                        """)
                .param("order", after.id()).param("seq", after.version()).param("action", act.action().name())
                .param("at", Time.sql(act.now())).param("actor", act.actor().username()).param("role", act.role().name())
                .param("department", act.actor().department()).param("from", act.before().status().name())
                .param("to", after.status().name()).param("reason", act.reason())
                .param("changes", Json.column(act.changes()))
                .param("clocks", Json.column(act.moves().stream().map(ClockMove::written).toList()))
                .param("data", Json.column(act.data())).update();
    }

    List<Step> of(UUID order) {
        return jdbc.sql(COLUMNS + " where order_id = :order order by seq").param("order", order).query(this::read).list();
    }

    Step last(UUID order) {
        return jdbc.sql(COLUMNS + " where order_id = :order order by seq desc limit 1").param("order", order).query(this::read).single();
    }

    private Step read(ResultSet row, int number) throws SQLException {
        return read(row, nameOf(row.getString("actor")));
    }

    private String nameOf(String actor) {
        return actor.equals(Actor.SYSTEM.username()) ? Actor.SYSTEM.name()
                : actor.equals(Actor.REQUESTER.username()) ? Actor.REQUESTER.name()
                : Objects.requireNonNullElse(people.nameOf(actor), actor);
    }

    static Step read(ResultSet row, String name) throws SQLException {
        var from = row.getString("from_status");
        return new Step(row.getInt("seq"), Action.valueOf(row.getString("action")),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"), name,
                Role.valueOf(row.getString("actor_role")), row.getString("actor_department"),
                from == null ? null : Status.valueOf(from), Status.valueOf(row.getString("to_status")),
                row.getString("reason"), changes(row.getString("changes")),
                List.of(Json.read(row.getString("clocks"), ClockMove.Written[].class)), Json.read(row.getString("data")));
    }

    private static Map<String, @Nullable String> changes(String json) {
        var changes = new LinkedHashMap<String, @Nullable String>();
        for (var entry : Json.read(json).properties()) {
            JsonNode value = entry.getValue();
            changes.put(entry.getKey(), value.isNull() ? null : value.asString());
        }
        return changes;
    }
}

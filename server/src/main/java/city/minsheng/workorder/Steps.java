package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.platform.Json;
import city.minsheng.platform.Question;
import city.minsheng.platform.Tail;
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
    private final Tail tail;
    private final People people;

    Steps(JdbcClient jdbc, Tail tail, People people) {
        this.jdbc = jdbc;
        this.tail = tail;
        this.people = people;
    }

    void append(Act act) {
        var after = act.after();
        tail.add("""
                        insert into work_order_step (order_id, seq, action, at, actor, actor_role, actor_department,
                                                     from_status, to_status, reason, changes, clocks, data)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                after.id(), after.version(), act.action().name(), Time.sql(act.now()), act.actor().username(), act.role().name(), act.actor().department(),
                act.action() == Action.REGISTER ? null : act.before().status().name(), after.status().name(), act.reason(), Json.column(act.changes()),
                Json.column(act.moves().stream().map(ClockMove::written).toList()), Json.column(act.data()));
    }

    Question<Step> asked(UUID order) {
        return new Question<>(COLUMNS + " where order_id = ? order by seq", this::read, order);
    }

    List<Step> of(UUID order) {
        tail.send();
        return jdbc.sql(COLUMNS + " where order_id = :order order by seq").param("order", order).query(this::read).list();
    }

    Step last(UUID order) {
        tail.send();
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

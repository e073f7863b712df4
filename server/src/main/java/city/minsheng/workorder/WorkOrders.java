package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Question;
import city.minsheng.platform.Tail;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table work_order. Its columns are the {@link Fact}s, so the two cannot drift apart. */
@Repository
class WorkOrders {

    private static final Set<Fact> ALL = EnumSet.allOf(Fact.class);
    static final String COLUMNS = Arrays.stream(Fact.values()).map(fact -> "o." + fact.column()).collect(Collectors.joining(", "));

    /** What a line of a list shows: without the long texts, and without what only the order's own page needs. */
    static final Set<Fact> IN_ROWS = EnumSet.of(Fact.STATUS, Fact.OUTCOME, Fact.KIND, Fact.CATEGORY, Fact.LEVEL, Fact.AREA, Fact.ADDRESS, Fact.TITLE,
            Fact.CHANNEL, Fact.REQUESTER, Fact.CONFIDENTIAL, Fact.RECEIVED_AT, Fact.LEAD, Fact.BOUND, Fact.PHONED_AT, Fact.RATING, Fact.PROBLEM_SINCE,
            Fact.EXTENSION_ASKED, Fact.REASSIGNMENTS, Fact.REWORKS, Fact.URGES, Fact.REMINDERS);
    static final String FOR_ROWS = "o.id, o.number, o.version, o.clock_kind, o.holder, o.clock_started_at, o.due_at, "
            + IN_ROWS.stream().map(fact -> "o." + fact.column()).collect(Collectors.joining(", "));

    private static final String INSERT = "insert into work_order (id, number, version, clock_kind, holder, clock_started_at, due_at, "
            + Arrays.stream(Fact.values()).map(Fact::column).collect(Collectors.joining(", ")) + ") values (?, ?, ?, ?, ?, ?, ?" + ", ?".repeat(Fact.values().length) + ")";

    private final JdbcClient jdbc;
    private final Tail tail;

    WorkOrders(JdbcClient jdbc, Tail tail) {
        this.jdbc = jdbc;
        this.tail = tail;
    }

    /** @param watched the clock that its status lives by */
    void insert(WorkOrder order, @Nullable RunningClock watched) {
        var values = new ArrayList<@Nullable Object>();
        Collections.addAll(values, order.id(), order.number(), order.version());
        if (watched == null) {
            Collections.addAll(values, null, null, null, null);
        } else {
            Collections.addAll(values, watched.kind().name(), watched.holder().toString(), Time.sql(watched.startedAt()), Time.sql(watched.dueAt()));
        }
        for (var fact : Fact.values()) {
            values.add(Fact.sql(order.get(fact)));
        }
        tail.add(INSERT, values.toArray());
    }

    /** Only the columns that change, so that indexes on the others are left alone. */
    void update(Act act, @Nullable RunningClock watched) {
        var changed = act.changed();
        var sets = changed.stream().map(fact -> fact.column() + " = :" + fact.column() + ", ").collect(Collectors.joining());
        var sql = jdbc.sql("""
                        update work_order
                           set %sclock_kind = :clockKind, holder = :holder, clock_started_at = :startedAt, due_at = :dueAt, version = :after
                         where id = :id and version = :before
                        """.formatted(sets))
                .param("clockKind", watched == null ? null : watched.kind().name())
                .param("holder", watched == null ? null : watched.holder().toString())
                .param("startedAt", watched == null ? null : Time.sql(watched.startedAt()))
                .param("dueAt", watched == null ? null : Time.sql(watched.dueAt()))
                .param("after", act.after().version()).param("id", act.before().id()).param("before", act.before().version());
        for (var fact : changed) {
            sql = sql.param(fact.column(), Fact.sql(act.after().get(fact)));
        }
        if (sql.update() != 1) {
            throw new IllegalStateException("work order " + act.before().id() + " was not locked");
        }
    }

    /** The order for one who is going to act; others wait. */
    WorkOrder lock(UUID id, Actor actor) {
        return find(id, actor, "for update of o").orElseThrow(() -> new NotFound("work order", id));
    }

    WorkOrder get(UUID id, Actor actor) {
        return find(id, actor, "").orElseThrow(() -> new NotFound("work order", id));
    }

    /** The order, if this person may see it. */
    static Question<WorkOrder> asked(UUID id, Actor actor) {
        return new Question<>("select o.id, o.number, o.version, %s from work_order o where o.id = ? and %s"
                .formatted(COLUMNS, Scope.condition(actor).replace(":scope", "?")), WorkOrders::read, id, Scope.parameter(actor));
    }

    private Optional<WorkOrder> find(UUID id, Actor actor, String lock) {
        tail.send();
        return jdbc.sql("select o.id, o.number, o.version, %s from work_order o where o.id = :id and %s %s"
                        .formatted(COLUMNS, Scope.condition(actor), lock))
                .param("id", id).param("scope", Scope.parameter(actor)).query(WorkOrders::read).optional();
    }

    Optional<UUID> byNumber(String number) {
        tail.send();
        return jdbc.sql("select id from work_order where number = :number").param("number", number).query(UUID.class).optional();
    }

    Optional<UUID> byExternalId(String channel, String externalId) {
        tail.send();
        return jdbc.sql("select id from work_order where channel = :channel and external_id = :external")
                .param("channel", channel).param("external", externalId).query(UUID.class).optional();
    }

    /** In the order of their ids, so that two who lock several never wait for each other. */
    List<UUID> children(UUID parent) {
        tail.send();
        return jdbc.sql("select id from work_order where parent = :parent and status = 'JOINED' order by id")
                .param("parent", parent).query(UUID.class).list();
    }

    /** The same, for one who acts on them: one that leaves at this moment is left out. */
    List<WorkOrder> lockChildren(UUID parent) {
        tail.send();
        return jdbc.sql("select o.id, o.number, o.version, %s from work_order o where o.parent = :parent and o.status = 'JOINED' order by o.id for update"
                        .formatted(COLUMNS))
                .param("parent", parent).query(WorkOrders::read).list();
    }

    static WorkOrder read(ResultSet row, int number) throws SQLException {
        return read(row, ALL);
    }

    static WorkOrder read(ResultSet row, Set<Fact> known) throws SQLException {
        var facts = new EnumMap<Fact, Object>(Fact.class);
        for (var fact : known) {
            var value = fact.read(row);
            if (value != null) {
                facts.put(fact, value);
            }
        }
        return new WorkOrder(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getString("number"), row.getInt("version"), facts);
    }
}

package city.minsheng.supervision;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Watching;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the tables of measures. The hall sees all of them, a department those that are addressed to it, the last mile none. */
@Repository
public class Measures {

    private static final String COLUMNS = "select id, number, rung, title, cause, demand, due_at, issued_by, issued_at, closed_by, closed_at, conclusion from measure m";
    private static final String MINE = "(:all or exists (select 1 from measure_department d where d.measure = m.id and d.department = any(:scope)))";
    private final JdbcClient jdbc;
    private final Watching watching;
    private final Departments departments;
    private final Clock clock;

    Measures(JdbcClient jdbc, Watching watching, Departments departments, Clock clock) {
        this.jdbc = jdbc;
        this.watching = watching;
        this.departments = departments;
        this.clock = clock;
    }

    public List<Measure> list(boolean open, Actor actor) {
        return whole(asked(COLUMNS + " where (m.closed_at is null) = :open and " + MINE + " order by m.due_at, m.id limit 200", actor).param("open", open).query(Measures::read).list());
    }

    public Measure get(UUID id, Actor actor) {
        return whole(asked(COLUMNS + " where m.id = :id and " + MINE, actor).param("id", id).query(Measures::read).list()).stream().findFirst()
                .orElseThrow(() -> new NotFound("measure", id));
    }

    public List<Measure> ofOrder(UUID order, Actor actor) {
        return whole(asked(COLUMNS + " where exists (select 1 from measure_order o where o.measure = m.id and o.order_id = :order) and " + MINE + " order by m.issued_at", actor)
                .param("order", order).query(Measures::read).list());
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor) {
        return jdbc.sql(sql).param("all", actor.seesWholeCity()).param("scope", actor.isLastMile() ? new String[0] : actor.scope().toArray(String[]::new));
    }

    /** Which rungs each of these orders has been the matter of. */
    Map<UUID, Set<Rung>> climbed(List<UUID> orders) {
        var climbed = new HashMap<UUID, Set<Rung>>();
        jdbc.sql("select o.order_id, m.rung from measure_order o join measure m on m.id = o.measure where o.order_id = any(:orders)")
                .param("orders", orders.toArray(UUID[]::new))
                .query(row -> {
                    climbed.computeIfAbsent(row.getObject(1, UUID.class), id -> EnumSet.noneOf(Rung.class)).add(Rung.valueOf(row.getString(2)));
                });
        return climbed;
    }

    /** The next number of the year; two who issue at once get two. */
    int nextNumber(int year) {
        return jdbc.sql("insert into measure_count (year, last) values (:year, 1) on conflict (year) do update set last = measure_count.last + 1 returning last")
                .param("year", year).query(Integer.class).single();
    }

    void insert(Measure measure) {
        jdbc.sql("""
                        insert into measure (id, number, rung, title, cause, demand, due_at, issued_by, issued_at)
                        values (:id, :number, :rung, :title, :cause, :demand, :dueAt, :by, :at)
                        """)
                .param("id", measure.id()).param("number", measure.number()).param("rung", measure.rung().name()).param("title", measure.title())
                .param("cause", measure.cause()).param("demand", measure.demand()).param("dueAt", Time.sql(measure.dueAt()))
                .param("by", measure.issuedBy()).param("at", Time.sql(measure.issuedAt())).update();
        jdbc.sql("insert into measure_department (measure, department) select :id, unnest(:departments)").param("id", measure.id())
                .param("departments", measure.departments().stream().map(Measure.Part::department).toArray(String[]::new)).update();
        jdbc.sql("insert into measure_order (measure, order_id) select :id, unnest(:orders)").param("id", measure.id())
                .param("orders", measure.orders().stream().map(Measure.Order::id).toArray(UUID[]::new)).update();
    }

    /** @return whether a receipt or feedback of this department was still missing */
    boolean received(UUID id, String department, String by) {
        return jdbc.sql("update measure_department set received_by = :by, received_at = :now where measure = :id and department = :department and received_at is null")
                .param("by", by).param("now", Time.sql(clock.instant())).param("id", id).param("department", department).update() > 0;
    }

    boolean fedBack(UUID id, String department, String by, String feedback) {
        return jdbc.sql("""
                        update measure_department set feedback = :feedback, feedback_by = :by, feedback_at = :now,
                               received_by = coalesce(received_by, :by), received_at = coalesce(received_at, :now)
                         where measure = :id and department = :department and feedback_at is null
                        """)
                .param("feedback", feedback).param("by", by).param("now", Time.sql(clock.instant())).param("id", id).param("department", department).update() > 0;
    }

    /** What was fed back is not enough: the department owes it again. */
    void reopenFeedback(UUID id, String department) {
        jdbc.sql("update measure_department set feedback = null, feedback_by = null, feedback_at = null where measure = :id and department = :department")
                .param("id", id).param("department", department).update();
    }

    boolean closed(UUID id, String by, String conclusion) {
        return jdbc.sql("update measure set closed_by = :by, closed_at = :now, conclusion = :conclusion where id = :id and closed_at is null")
                .param("by", by).param("now", Time.sql(clock.instant())).param("conclusion", conclusion).param("id", id).update() > 0;
    }

    /** With departments and orders, in one look at each table. */
    private List<Measure> whole(List<Measure> found) {
        var ids = found.stream().map(Measure::id).toArray(UUID[]::new);
        var parts = parts(found, ids);
        record Link(UUID measure, UUID order) {}
        var links = jdbc.sql("select measure, order_id from measure_order where measure = any(:ids)").param("ids", ids)
                .query((row, n) -> new Link(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
        var rows = watching.rows(links.stream().map(Link::order).distinct().toList());
        var orders = links.stream().filter(link -> rows.containsKey(link.order())).collect(Collectors.groupingBy(Link::measure, Collectors.mapping(
                link -> new Measure.Order(link.order(), rows.get(link.order()).number(), rows.get(link.order()).title()), Collectors.toList())));
        return found.stream().map(m -> new Measure(m.id(), m.number(), m.rung(), m.title(), m.cause(), m.demand(), m.dueAt(), m.issuedBy(), m.issuedAt(),
                m.closedBy(), m.closedAt(), m.conclusion(), parts.getOrDefault(m.id(), List.of()), orders.getOrDefault(m.id(), List.of()))).toList();
    }

    private Map<UUID, List<Measure.Part>> parts(List<Measure> found, UUID[] ids) {
        var due = found.stream().collect(Collectors.toMap(Measure::id, Measure::dueAt));
        var parts = new HashMap<UUID, List<Measure.Part>>();
        jdbc.sql("select measure, department, received_by, received_at, feedback, feedback_by, feedback_at from measure_department where measure = any(:ids)")
                .param("ids", ids).query(row -> {
                    var id = row.getObject(1, UUID.class);
                    var answered = instant(row, "feedback_at");
                    boolean overdue = (answered == null ? clock.instant() : answered).isAfter(due.get(id));
                    parts.computeIfAbsent(id, one -> new java.util.ArrayList<>()).add(new Measure.Part(row.getString(2), departments.nameOf(row.getString(2)),
                            row.getString(3), instant(row, "received_at"), row.getString(5), row.getString(6), answered, overdue));
                });
        parts.values().forEach(all -> all.sort(Comparator.comparing(Measure.Part::department, departments.officialOrder())));
        return parts;
    }

    private static Measure read(ResultSet row, int n) throws SQLException {
        return new Measure(row.getObject("id", UUID.class), row.getString("number"), Rung.valueOf(row.getString("rung")), row.getString("title"),
                row.getString("cause"), row.getString("demand"), row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(), row.getString("closed_by"), instant(row, "closed_at"), row.getString("conclusion"),
                List.of(), List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package city.minsheng.campaign;

import city.minsheng.catalogue.DueDate;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Json;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on tasks. A department sees its own only; the hall, and the lead department in its campaigns, all of them. */
@Repository
public class Tasks {

    /** What is due, or was. @param number the campaign's */
    record Owed(UUID id, UUID campaign, String number, String place, String department, Instant dueAt) {}

    private static final String COLUMNS = "select t.id, t.campaign, t.place, t.area, t.department, t.status, t.note, t.started_at, t.due_at, t.how, t.settled_at from campaign_task t";
    private static final String MINE = "(:all or t.department = any(:scope) or exists (select 1 from campaign c where c.id = t.campaign and c.lead = any(:scope)))";
    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor) {
        return jdbc.sql(sql).param("all", Campaigns.seesAll(actor)).param("scope", actor.scope().toArray(String[]::new));
    }

    /** The soonest due first, then what is settled. */
    public List<Task> of(UUID campaign, Actor actor) {
        return asked(COLUMNS + " where t.campaign = :campaign and " + MINE + " order by t.due_at nulls last, t.place", actor).param("campaign", campaign)
                .query(Tasks::read).list();
    }

    /** 待办: what the person's own department owes, and what it settled last. */
    public List<Task> inbox(Actor actor) {
        return jdbc.sql(COLUMNS + " where t.department = any(:scope) and t.status not in ('LISTED', 'DROPPED') order by t.due_at nulls last, t.settled_at desc limit 500")
                .param("scope", actor.scope().toArray(String[]::new)).query(Tasks::read).list();
    }

    Task get(UUID id, Actor actor) {
        return asked(COLUMNS + " where t.id = :id and " + MINE, actor).param("id", id).query(Tasks::read).optional().orElseThrow(() -> new NotFound("task", id));
    }

    List<Task> all(UUID campaign) {
        return jdbc.sql(COLUMNS + " where t.campaign = :campaign order by t.place").param("campaign", campaign).query(Tasks::read).list();
    }

    Set<String> places(UUID campaign) {
        return jdbc.sql("select place from campaign_task where campaign = :campaign").param("campaign", campaign).query(String.class).list().stream().collect(Collectors.toSet());
    }

    void insert(Task task) {
        jdbc.sql("""
                        insert into campaign_task (id, campaign, place, area, department, status, started_at, due_at, how)
                        values (:id, :campaign, :place, :area, :department, :status, :started, :due, :how)
                        """)
                .param("id", task.id()).param("campaign", task.campaign()).param("place", task.place()).param("area", task.area(), java.sql.Types.VARCHAR)
                .param("department", task.department()).param("status", task.status().name())
                .param("started", Time.sql(task.startedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", Time.sql(task.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("how", task.how() == null ? null : Json.column(task.how()), java.sql.Types.OTHER).update();
    }

    /** With a clock where the new status has one. */
    void moved(UUID id, TaskStatus to, String note, @Nullable DueDate due, Instant now) {
        jdbc.sql("""
                        update campaign_task set status = :status, note = :note, due_at = :due, how = :how, started_at = coalesce(started_at, :now),
                               reminded_at = null, reported_at = null, settled_at = :settled
                         where id = :id
                        """)
                .param("status", to.name()).param("note", note).param("due", due == null ? null : Time.sql(due.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("how", due == null ? null : Json.column(due), java.sql.Types.OTHER).param("now", Time.sql(now))
                .param("settled", to.isOpen() ? null : Time.sql(now), java.sql.Types.TIMESTAMP_WITH_TIMEZONE).param("id", id).update();
    }

    void reassigned(UUID id, String department) {
        jdbc.sql("update campaign_task set department = :department, reminded_at = null, reported_at = null where id = :id").param("department", department).param("id", id).update();
    }

    List<Owed> toRemind(Instant before) {
        return owed("t.reminded_at is null and t.due_at <= :before", before);
    }

    List<Owed> toReport(Instant now) {
        return owed("t.reported_at is null and t.due_at < :before", now);
    }

    private List<Owed> owed(String which, Instant before) {
        return jdbc.sql("""
                        select t.id, t.campaign, c.number, t.place, t.department, t.due_at
                          from campaign_task t join campaign c on c.id = t.campaign
                         where t.due_at is not null and %s order by t.due_at limit 500
                        """.formatted(which)).param("before", Time.sql(before))
                .query((row, n) -> new Owed(row.getObject("id", UUID.class), row.getObject("campaign", UUID.class), row.getString("number"), row.getString("place"),
                        row.getString("department"), Campaigns.instant(row, "due_at"))).list();
    }

    void reminded(UUID id, Instant now) {
        jdbc.sql("update campaign_task set reminded_at = :now where id = :id").param("now", Time.sql(now)).param("id", id).update();
    }

    void reported(UUID id, Instant now) {
        jdbc.sql("update campaign_task set reported_at = :now where id = :id").param("now", Time.sql(now)).param("id", id).update();
    }

    private static Task read(ResultSet row, int n) throws SQLException {
        var how = row.getString("how");
        return new Task(row.getObject("id", UUID.class), row.getObject("campaign", UUID.class), row.getString("place"), row.getString("area"),
                row.getString("department"), TaskStatus.valueOf(row.getString("status")), row.getString("note"), Campaigns.find(row, "started_at"),
                Campaigns.find(row, "due_at"), how == null ? null : Json.read(how, DueDate.class), Campaigns.find(row, "settled_at"), List.of());
    }
}

package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on campaigns and their steps. The hall and the analysts see all of them, a department those in which it has a part. */
@Repository
public class Campaigns {

    private static final String COLUMNS = """
            select id, number, version, status, title, category, area, words, from_day, to_day, event, reason, month, lead, joining, ends_on, demand, script,
                   notice, noticed_on, card, card_number, proposed_by, proposed_at, decided_by, decided_at, started_at, swept_at, closed_at, conclusion, article
              from campaign c
            """;
    /** A department has a part once the campaign is approved. */
    private static final String MINE = """
            (:all or status in ('PREPARING', 'RUNNING', 'MONITORING', 'CLOSED') and (lead = any(:scope) or joining && cast(:scope as text[])
              or exists (select 1 from campaign_task t where t.campaign = c.id and t.department = any(:scope))))
            """;
    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean seesAll(Actor actor) {
        return actor.seesWholeCity() || actor.is(Role.ANALYST);
    }

    private JdbcClient.StatementSpec asked(String sql, Actor actor) {
        return jdbc.sql(sql).param("all", seesAll(actor)).param("scope", actor.scope().toArray(String[]::new));
    }

    /** The newest first. */
    public List<Campaign> list(Actor actor) {
        return asked(COLUMNS + " where " + MINE + " order by proposed_at desc limit 500", actor).query(Campaigns::read).list();
    }

    public Campaign get(UUID id, Actor actor) {
        return asked(COLUMNS + " where id = :id and " + MINE, actor).param("id", id).query(Campaigns::read).optional().orElseThrow(() -> new NotFound("campaign", id));
    }

    /** Until the end of the transaction: acts on a campaign and on its tasks come one after another. */
    Campaign lock(UUID id, Actor actor) {
        return asked(COLUMNS + " where id = :id and " + MINE + " for update", actor).param("id", id).query(Campaigns::read).optional()
                .orElseThrow(() -> new NotFound("campaign", id));
    }

    List<Campaign> all() {
        return jdbc.sql(COLUMNS + " order by proposed_at").query(Campaigns::read).list();
    }

    int nextNumber(int year) {
        return jdbc.sql("insert into campaign_count (year, last) values (:year, 1) on conflict (year) do update set last = campaign_count.last + 1 returning last")
                .param("year", year).query(Integer.class).single();
    }

    void insert(Campaign campaign) {
        var topic = campaign.topic();
        jdbc.sql("""
                        insert into campaign (id, number, version, status, title, category, area, words, from_day, to_day, event, reason, month, proposed_by, proposed_at)
                        values (:id, :number, 1, :status, :title, :category, :area, :words, :from, :to, :event, :reason, :month, :by, :at)
                        """)
                .param("id", campaign.id()).param("number", campaign.number()).param("status", campaign.status().name()).param("title", campaign.title())
                .param("category", topic.category()).param("area", topic.area()).param("words", topic.words().toArray(String[]::new))
                .param("from", topic.from()).param("to", topic.to()).param("event", campaign.event(), Types.BIGINT).param("reason", campaign.reason())
                .param("month", campaign.month(), Types.DATE).param("by", campaign.decision().proposedBy()).param("at", Time.sql(campaign.decision().proposedAt())).update();
    }

    void decided(UUID id, String by, Instant at) {
        jdbc.sql("update campaign set decided_by = :by, decided_at = :at where id = :id").param("by", by).param("at", Time.sql(at)).param("id", id).update();
    }

    void planned(UUID id, Campaign.Plan plan, @Nullable LocalDate month) {
        jdbc.sql("update campaign set lead = :lead, joining = :joining, ends_on = :ends, demand = :demand, script = :script, month = :month where id = :id")
                .param("lead", plan.lead(), Types.VARCHAR).param("joining", plan.joining().toArray(String[]::new)).param("ends", plan.endsOn(), Types.DATE)
                .param("demand", plan.demand()).param("script", plan.script()).param("month", month, Types.DATE).param("id", id).update();
    }

    void carded(UUID id, UUID card, String number) {
        jdbc.sql("update campaign set card = :card, card_number = :number where id = :id").param("card", card).param("number", number).param("id", id).update();
    }

    void announced(UUID id, String words, LocalDate on) {
        jdbc.sql("update campaign set notice = :words, noticed_on = :on where id = :id").param("words", words).param("on", on).param("id", id).update();
    }

    void closed(UUID id, String conclusion, Effect effect, Instant at) {
        jdbc.sql("update campaign set conclusion = :conclusion, figures = :figures, closed_at = :at where id = :id").param("conclusion", conclusion)
                .param("figures", city.minsheng.platform.Json.column(effect)).param("at", Time.sql(at)).param("id", id).update();
    }

    void scripted(UUID id, String script) {
        jdbc.sql("update campaign set script = :script where id = :id").param("script", script).param("id", id).update();
    }

    void drafted(UUID id, String article) {
        jdbc.sql("update campaign set article = :article where id = :id").param("article", article).param("id", id).update();
    }

    Optional<Effect> figures(UUID id) {
        return jdbc.sql("select figures from campaign where id = :id and figures is not null").param("id", id).query(String.class).optional()
                .map(json -> city.minsheng.platform.Json.read(json, Effect.class));
    }

    /** The status and the number of the step that led to it. */
    void moved(Campaign campaign, Status to, Instant now) {
        boolean began = to == Status.RUNNING && campaign.startedAt() == null;
        boolean swept = to == Status.MONITORING && campaign.sweptAt() == null;
        jdbc.sql("update campaign set status = :status, version = :version, started_at = coalesce(:started, started_at), swept_at = coalesce(:swept, swept_at) where id = :id")
                .param("status", to.name()).param("version", campaign.version() + 1).param("started", began ? Time.sql(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("swept", swept ? Time.sql(now) : null, Types.TIMESTAMP_WITH_TIMEZONE).param("id", campaign.id()).update();
    }

    /** After several steps at once. */
    void versioned(UUID id, int version) {
        jdbc.sql("update campaign set version = :version where id = :id").param("version", version).param("id", id).update();
    }

    void step(UUID campaign, Step step) {
        jdbc.sql("""
                        insert into campaign_step (campaign, seq, task, action, at, actor, actor_name, role, from_status, to_status, reason)
                        values (:campaign, :seq, :task, :action, :at, :actor, :name, :role, :from, :to, :reason)
                        """)
                .param("campaign", campaign).param("seq", step.seq()).param("task", step.task(), Types.OTHER).param("action", step.action())
                .param("at", Time.sql(step.at())).param("actor", step.actor()).param("name", step.actorName()).param("role", step.role())
                .param("from", step.from(), Types.VARCHAR).param("to", step.to()).param("reason", step.reason()).update();
    }

    public List<Step> steps(UUID campaign) {
        return jdbc.sql("select seq, task, action, at, actor, actor_name, role, from_status, to_status, reason from campaign_step where campaign = :id order by seq")
                .param("id", campaign).query((row, n) -> new Step(row.getInt("seq"), row.getObject("task", UUID.class), row.getString("action"),
                        Campaigns.instant(row, "at"), row.getString("actor"), row.getString("actor_name"), row.getString("role"), row.getString("from_status"),
                        row.getString("to_status"), row.getString("reason"))).list();
    }

    private static Campaign read(ResultSet row, int n) throws SQLException {
        long event = row.getLong("event");
        var topic = new Topic(row.getString("category"), row.getString("area"), texts(row, "words"), row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
        var plan = new Campaign.Plan(row.getString("lead"), texts(row, "joining"), row.getObject("ends_on", LocalDate.class), row.getString("demand"),
                row.getString("script"));
        return new Campaign(row.getObject("id", UUID.class), row.getString("number"), row.getInt("version"), Status.valueOf(row.getString("status")),
                row.getString("title"), topic, event == 0 ? null : event, row.getString("reason"), row.getObject("month", LocalDate.class), plan,
                new Campaign.Notice(row.getString("notice"), row.getObject("noticed_on", LocalDate.class)),
                new Campaign.Card(row.getObject("card", UUID.class), row.getString("card_number")),
                new Campaign.Decision(row.getString("proposed_by"), instant(row, "proposed_at"), row.getString("decided_by"), find(row, "decided_at")),
                find(row, "started_at"), find(row, "swept_at"), find(row, "closed_at"), row.getString("conclusion"), row.getString("article"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package city.minsheng.knowledge;

import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All SQL that writes article, article_version and article_step, and the reading of single ones. */
@Repository
class Articles {

    static final String COLUMNS = """
            v.article, a.code, a.revision, v.version, v.status, v.question, v.asked, v.answer, v.basis, v.document, v.steps, v.materials,
            v.places, v.hours, v.owner, v.category, v.area, v.audience, v.open, v.effective_at, v.review_on, v.expires_at,
            v.written_by, v.written_at, v.signed_by, v.published_at, v.ended_at
            """;
    private static final String VERSIONS = "select " + COLUMNS + " from article_version v join article a on a.id = v.article ";
    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the article until the end of the transaction. */
    UUID lock(String code) {
        return jdbc.sql("select id from article where code = :code for update").param("code", code).query(UUID.class).optional()
                .orElseThrow(() -> new NotFound("article", code));
    }

    boolean isThere(String code) {
        return jdbc.sql("select count(*) > 0 from article where code = :code").param("code", code).query(Boolean.class).single();
    }

    String nextCode() {
        return "Z" + jdbc.sql("select to_char(nextval('article_number'), 'FM000000')").query(String.class).single();
    }

    /** All versions, the newest first. */
    List<Version> versions(String code) {
        return jdbc.sql(VERSIONS + " where a.code = :code order by v.version desc").param("code", code).query(Articles::read).list();
    }

    Optional<Version> find(String code, int version) {
        return jdbc.sql(VERSIONS + " where a.code = :code and v.version = :version").param("code", code).param("version", version)
                .query(Articles::read).optional();
    }

    List<Version> inStatus(Collection<Status> statuses) {
        return jdbc.sql(VERSIONS + " where v.status = any(:statuses) order by a.code, v.version")
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new)).query(Articles::read).list();
    }

    /** Those that are told now or will be, article by article, the newest first. */
    List<Version> live(Collection<UUID> of) {
        return jdbc.sql(VERSIONS + " where v.article = any(:articles) and v.status = any(:statuses) order by v.article, v.version desc")
                .param("articles", of.toArray(UUID[]::new)).param("statuses", Status.LIVE.stream().map(Enum::name).toArray(String[]::new))
                .query(Articles::read).list();
    }

    void insert(UUID id, String code, String origin, @Nullable UUID order, String by, Instant now) {
        jdbc.sql("""
                        insert into article (id, code, revision, origin, order_id, created_at, created_by)
                        values (:id, :code, 0, :origin, :order, :now, :by)
                        """)
                .param("id", id).param("code", code).param("origin", origin).param("order", order, java.sql.Types.OTHER)
                .param("now", Time.sql(now)).param("by", by).update();
    }

    void insert(UUID article, int version, Status status, Text text, String by, @Nullable String signedBy, @Nullable Instant publishedAt, Instant now) {
        bind(jdbc.sql("""
                        insert into article_version (article, version, status, question, asked, answer, basis, document, steps, materials, places,
                                                     hours, owner, category, area, audience, open, effective_at, review_on, expires_at,
                                                     written_by, written_at, signed_by, published_at)
                        values (:article, :version, :status, :question, :asked, :answer, :basis, :document, :steps, :materials, :places,
                                :hours, :owner, :category, :area, :audience, :open, :effectiveAt, :reviewOn, :expiresAt,
                                :by, :now, :signedBy, :publishedAt)
                        """), text)
                .param("article", article).param("version", version).param("status", status.name()).param("by", by)
                .param("now", Time.sql(now)).param("signedBy", signedBy).param("publishedAt", Time.sql(publishedAt)).update();
    }

    void write(UUID article, int version, Text text, String by, Instant now) {
        bind(jdbc.sql("""
                        update article_version
                           set question = :question, asked = :asked, answer = :answer, basis = :basis, document = :document, steps = :steps,
                               materials = :materials, places = :places, hours = :hours, owner = :owner, category = :category, area = :area,
                               audience = :audience, open = :open, effective_at = :effectiveAt, review_on = :reviewOn, expires_at = :expiresAt,
                               written_by = :by, written_at = :now
                         where article = :article and version = :version
                        """), text)
                .param("article", article).param("version", version).param("by", by).param("now", Time.sql(now)).update();
    }

    private static StatementSpec bind(StatementSpec statement, Text text) {
        return statement.param("question", text.question()).param("asked", text.asked().toArray(String[]::new)).param("answer", text.answer())
                .param("basis", text.basis()).param("document", text.document()).param("steps", text.steps()).param("materials", text.materials())
                .param("places", text.places()).param("hours", text.hours()).param("owner", text.owner()).param("category", text.category())
                .param("area", text.area()).param("audience", text.audience()).param("open", text.open())
                .param("effectiveAt", Time.sql(text.effectiveAt())).param("reviewOn", text.reviewOn()).param("expiresAt", Time.sql(text.expiresAt()));
    }

    void publish(UUID article, int version, String signedBy, Instant effectiveAt, Instant now) {
        jdbc.sql("""
                        update article_version
                           set status = 'PUBLISHED', signed_by = :by, published_at = :now, effective_at = :effective
                         where article = :article and version = :version
                        """)
                .param("by", signedBy).param("now", Time.sql(now)).param("effective", Time.sql(effectiveAt))
                .param("article", article).param("version", version).update();
    }

    void setStatus(UUID article, int version, Status status, @Nullable Instant endedAt) {
        jdbc.sql("update article_version set status = :status, ended_at = :ended where article = :article and version = :version")
                .param("status", status.name()).param("ended", Time.sql(endedAt)).param("article", article).param("version", version).update();
    }

    /** The step, and with it the article's next revision. */
    void step(UUID article, Step step) {
        jdbc.sql("""
                        with next as (update article set revision = revision + 1 where id = :article returning revision)
                        insert into article_step (article, seq, version, action, at, actor, actor_name, role, from_status, to_status, reason)
                        select :article, revision, :version, :action, :at, :actor, :name, :role, :from, :to, :reason from next
                        """)
                .param("article", article).param("version", step.version()).param("action", step.action().name()).param("at", Time.sql(step.at()))
                .param("actor", step.actor()).param("name", step.actorName()).param("role", step.role())
                .param("from", step.from() == null ? null : step.from().name()).param("to", step.to().name()).param("reason", step.reason()).update();
    }

    List<Step> steps(UUID article) {
        return jdbc.sql("""
                        select seq, version, action, at, actor, actor_name, role, from_status, to_status, reason
                          from article_step
                         where article = :article
                         order by seq
                        """).param("article", article).query(Step::read).list();
    }

    static Version read(ResultSet row, int n) throws SQLException {
        var text = new Text(row.getString("question"), texts(row.getArray("asked")), row.getString("answer"), row.getString("basis"),
                row.getString("document"), row.getString("steps"), row.getString("materials"), row.getString("places"), row.getString("hours"),
                row.getString("owner"), row.getString("category"), row.getString("area"), row.getString("audience"), row.getBoolean("open"),
                instant(row, "effective_at"), row.getObject("review_on", LocalDate.class), instant(row, "expires_at"));
        return new Version(row.getObject("article", UUID.class), row.getString("code"), row.getInt("revision"), row.getInt("version"),
                Status.valueOf(row.getString("status")), text, row.getString("written_by"), instant(row, "written_at"), row.getString("signed_by"),
                instant(row, "published_at"), instant(row, "ended_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

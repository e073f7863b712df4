package city.minsheng.knowledge;

import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table template_change. */
@Repository
class TemplateChanges {

    private static final String ROWS = """
            select id, code, category, title, body, basis, department, former, withdrawal, reason, written_by, written_at, state,
                   agreed_by, released_by, decided_by, decided_at, decision
              from template_change
            """;
    private final JdbcClient jdbc;

    TemplateChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextCode() {
        return "t" + jdbc.sql("select nextval('template_number')").query(Long.class).single();
    }

    void insert(TemplateChange change) {
        jdbc.sql("""
                        insert into template_change (id, code, category, title, body, basis, department, former, withdrawal, reason, written_by, written_at, state)
                        values (:id, :code, :category, :title, :body, :basis, :department, :former, :withdrawal, :reason, :by, :at, 'OPEN')
                        """)
                .param("id", change.id()).param("code", change.code()).param("category", change.category()).param("title", change.title())
                .param("body", change.body()).param("basis", change.basis()).param("department", change.department())
                .param("former", change.former()).param("withdrawal", change.withdrawal()).param("reason", change.reason()).param("by", change.writtenBy())
                .param("at", Time.sql(change.writtenAt())).update();
    }

    /** For the department that it is to speak for, once. */
    void agree(UUID id, String by, Instant now) {
        sign("agreed_by = :by, agreed_at = :now", "agreed_by is null", id, by, now);
    }

    /** For the department that it spoke for, once. */
    void release(UUID id, String by, Instant now) {
        sign("released_by = :by, released_at = :now", "released_by is null", id, by, now);
    }

    private void sign(String what, String once, UUID id, String by, Instant now) {
        int rows = jdbc.sql("update template_change set " + what + " where id = :id and state = 'OPEN' and " + once)
                .param("by", by).param("now", Time.sql(now)).param("id", id).update();
        if (rows == 0) {
            throw new Refusal("decided-already");
        }
    }

    /** Once. */
    void decide(UUID id, TemplateChange.State to, String words, String by, Instant now) {
        int rows = jdbc.sql("""
                        update template_change set state = :to, decision = :words, decided_by = :by, decided_at = :now
                         where id = :id and state = 'OPEN'
                        """)
                .param("to", to.name()).param("words", words).param("by", by).param("now", Time.sql(now)).param("id", id).update();
        if (rows == 0) {
            throw new Refusal("decided-already");
        }
    }

    TemplateChange get(UUID id) {
        return jdbc.sql(ROWS + " where id = :id").param("id", id).query(TemplateChanges::read).optional().orElseThrow(() -> new NotFound("template-change", id));
    }

    List<TemplateChange> open() {
        return jdbc.sql(ROWS + " where state = 'OPEN' order by written_at limit 500").query(TemplateChanges::read).list();
    }

    List<TemplateChange> of(String code) {
        return jdbc.sql(ROWS + " where code = :code order by written_at desc limit 100").param("code", code).query(TemplateChanges::read).list();
    }

    private static TemplateChange read(ResultSet row, int n) throws SQLException {
        return new TemplateChange(row.getObject("id", UUID.class), row.getString("code"), row.getString("category"), row.getString("title"),
                row.getString("body"), row.getString("basis"), row.getString("department"), row.getString("former"), row.getBoolean("withdrawal"), row.getString("reason"),
                row.getString("written_by"), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                TemplateChange.State.valueOf(row.getString("state")), row.getString("agreed_by"), row.getString("released_by"), row.getString("decided_by"), Articles.instant(row, "decided_at"),
                row.getString("decision"));
    }
}

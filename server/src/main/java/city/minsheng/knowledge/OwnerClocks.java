package city.minsheng.knowledge;

import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.Limit;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 时限: what an owner department owes the knowledge base, and until when. All SQL on knowledge_clock. */
@Repository
class OwnerClocks {

    enum Kind { REVIEW, RENEW, CORRECT }

    /** @param holder the department's code */
    record Running(UUID id, Kind kind, UUID article, @Nullable UUID correction, String holder, Instant startedAt, Instant dueAt,
            @Nullable Instant remindedAt, @Nullable Instant reportedAt) {}

    private static final String COLUMNS = """
            select id, kind, article, correction, substr(holder, 12) as holder, started_at, due_at, reminded_at, reported_at
              from knowledge_clock
             where stopped_at is null
            """;
    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final KnowledgeSettings settings;

    OwnerClocks(JdbcClient jdbc, Calendars calendars, KnowledgeSettings settings) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** By the city's number of working days for this kind. */
    Instant due(Kind kind, Instant now) {
        int days = switch (kind) {
            case REVIEW -> settings.reviewDays();
            case RENEW -> settings.renewDays();
            case CORRECT -> settings.correctDays();
        };
        return calendars.calendar().due(now, new Limit(days, Limit.Unit.WORKING_DAYS, "city.yaml")).dueAt();
    }

    void start(Kind kind, UUID article, @Nullable UUID correction, String owner, Instant now, Instant dueAt) {
        jdbc.sql("""
                        insert into knowledge_clock (id, kind, article, correction, holder, started_at, due_at)
                        values (:id, :kind, :article, :correction, 'DEPARTMENT:' || :owner, :now, :due)
                        """)
                .param("id", Ids.next(now)).param("kind", kind.name()).param("article", article)
                .param("correction", correction, java.sql.Types.OTHER).param("owner", owner)
                .param("now", Time.sql(now)).param("due", Time.sql(dueAt)).update();
    }

    void stop(Kind kind, UUID article, Instant now) {
        jdbc.sql("update knowledge_clock set stopped_at = :now where article = :article and kind = :kind and stopped_at is null")
                .param("now", Time.sql(now)).param("article", article).param("kind", kind.name()).update();
    }

    void stopFor(UUID correction, Instant now) {
        jdbc.sql("update knowledge_clock set stopped_at = :now where correction = :correction and stopped_at is null")
                .param("now", Time.sql(now)).param("correction", correction).update();
    }

    List<Running> of(UUID article) {
        return jdbc.sql(COLUMNS + " and article = :article order by due_at").param("article", article).query(OwnerClocks::read).list();
    }

    /** Those that are due before then and of which the holder has not been reminded, or that have run out and were not reported. */
    List<Running> toRemind(Instant before) {
        return jdbc.sql(COLUMNS + " and due_at <= :before and reminded_at is null order by due_at limit 500").param("before", Time.sql(before)).query(OwnerClocks::read).list();
    }

    List<Running> toReport(Instant now) {
        return jdbc.sql(COLUMNS + " and due_at < :now and reported_at is null order by due_at limit 500").param("now", Time.sql(now)).query(OwnerClocks::read).list();
    }

    void reminded(UUID id, Instant now) {
        jdbc.sql("update knowledge_clock set reminded_at = :now where id = :id").param("now", Time.sql(now)).param("id", id).update();
    }

    void reported(UUID id, Instant now) {
        jdbc.sql("update knowledge_clock set reported_at = :now where id = :id").param("now", Time.sql(now)).param("id", id).update();
    }

    private static Running read(ResultSet row, int n) throws SQLException {
        return new Running(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getObject("article", UUID.class),
                row.getObject("correction", UUID.class), row.getString("holder"), row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(), Articles.instant(row, "reminded_at"), Articles.instant(row, "reported_at"));
    }
}

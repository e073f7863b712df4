package city.minsheng.intake;

import city.minsheng.platform.Time;
import city.minsheng.textmining.triage.Quality;
import city.minsheng.textmining.triage.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the tables model and learned_place. */
@Repository
public class Models {

    /** What a model guesses. */
    public enum Subject { CATEGORY, KIND }

    /** A line of the book in which every learning is written down, also those that were refused. */
    public record Entry(Subject subject, int version, Instant learnedAt, int orders, @Nullable UUID newest, Quality quality, boolean accepted,
            Succession.Why why, int compared, @Nullable Double rival, @Nullable Double own) {}

    private static final String COLUMNS = """
            subject, version, learned_at, orders, newest, texts, macro_f1, accuracy, top3, ece, coverage90, accuracy90, accepted, why, compared, rival, own""";
    private final JdbcClient jdbc;

    Models(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<Entry> all(int most) {
        return jdbc.sql("select " + COLUMNS + " from model order by learned_at desc, subject limit :most").param("most", most).query(Models::entry).list();
    }

    Optional<Entry> current(Subject subject) {
        return jdbc.sql("select " + COLUMNS + " from model where subject = :subject and accepted order by version desc limit 1")
                .param("subject", subject.name()).query(Models::entry).optional();
    }

    Optional<Instant> lastLearned() {
        return jdbc.sql("select max(learned_at) from model").query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }

    int nextVersion(Subject subject) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from model where subject = :subject").param("subject", subject.name()).query(Integer.class).single();
    }

    Optional<Triage> read(Entry entry) {
        return jdbc.sql("select bytes from model where subject = :subject and version = :version and bytes is not null")
                .param("subject", entry.subject().name()).param("version", entry.version()).query((row, n) -> Triage.read(row.getBytes(1))).optional();
    }

    void add(Entry entry, Triage triage) {
        var quality = entry.quality();
        jdbc.sql("insert into model (" + COLUMNS + """
                        , bytes)
                        values (:subject, :version, :at, :orders, :newest, :texts, :macroF1, :accuracy, :top3, :ece, :coverage90, :accuracy90, :accepted, :why, :compared, :rival, :own, :bytes)
                        """)
                .param("subject", entry.subject().name()).param("version", entry.version()).param("at", Time.sql(entry.learnedAt()))
                .param("orders", entry.orders()).param("newest", entry.newest(), Types.OTHER)
                .param("texts", quality.texts()).param("macroF1", quality.macroF1()).param("accuracy", quality.accuracy()).param("top3", quality.top3())
                .param("ece", quality.ece()).param("coverage90", quality.coverage90()).param("accuracy90", quality.accuracy90())
                .param("accepted", entry.accepted()).param("why", entry.why().name()).param("compared", entry.compared())
                .param("rival", entry.rival(), Types.DOUBLE).param("own", entry.own(), Types.DOUBLE)
                .param("bytes", entry.accepted() ? Triage.written(triage) : null, Types.BINARY).update();
        jdbc.sql("""
                        update model set bytes = null
                         where subject = :subject and bytes is not null
                           and version not in (select version from model where subject = :subject and accepted order by version desc limit 2)
                        """)
                .param("subject", entry.subject().name()).update();
    }

    List<String> learnedPlaces() {
        return jdbc.sql("select name from learned_place order by name").query(String.class).list();
    }

    void learnPlaces(Collection<String> names, Instant now) {
        jdbc.sql("insert into learned_place (name, learned_at) select unnest(:names), :now on conflict do nothing")
                .param("names", names.toArray(String[]::new)).param("now", Time.sql(now)).update();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        var quality = new Quality(row.getInt(6), row.getDouble(7), row.getDouble(8), row.getDouble(9), row.getDouble(10), row.getDouble(11), row.getDouble(12));
        return new Entry(Subject.valueOf(row.getString(1)), row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant(), row.getInt(4),
                row.getObject(5, UUID.class), quality, row.getBoolean(13), Succession.Why.valueOf(row.getString(14)), row.getInt(15),
                row.getObject(16, Double.class), row.getObject(17, Double.class));
    }
}

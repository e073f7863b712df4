package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Masking;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 纠错: what an agent heard that does not fit the article. Its owner answers within the city's time, or the supervisors hear of it. */
@Service
public class Corrections {

    /** @param order the call in which it was heard */
    public record Doubt(String words, @Nullable UUID order) {}

    public record Correction(UUID id, String code, int version, String question, String owner, @Nullable UUID order, String words, String raisedBy,
            Instant raisedAt, String state, @Nullable String decidedBy, @Nullable Instant decidedAt, String decision, @Nullable Instant dueAt) {}

    private static final Set<Role> MAY_DOUBT = Set.of(Role.AGENT, Role.EXPERT, Role.DISPATCHER, Role.REVIEWER, Role.FOLLOW_UP_CALLER,
            Role.SUPERVISOR, Role.ANALYST, Role.HANDLER, Role.HEAD);
    private static final String ROWS = """
            select c.id, a.code, c.version, v.question, v.owner, c.order_id, c.words, c.raised_by, c.raised_at, c.state, c.decided_by, c.decided_at,
                   c.decision, k.due_at
              from correction c
              join article a on a.id = c.article
              join article_version v on v.article = c.article and v.version = c.version
              left join knowledge_clock k on k.correction = c.id
            """;
    private final JdbcClient jdbc;
    private final Articles articles;
    private final Shelving shelving;
    private final Writing writing;
    private final OwnerClocks clocks;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Articles articles, Shelving shelving, Writing writing, OwnerClocks clocks, Clock clock) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.shelving = shelving;
        this.writing = writing;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Transactional
    public Correction raise(String code, int version, Doubt doubt, Actor actor) {
        new Invalid.Check().given(doubt.words(), "/words").atMost(doubt.words(), 1000, "/words").done();
        if (actor.roles().stream().noneMatch(MAY_DOUBT::contains)) {
            throw new NotYours("wrong-role-here");
        }
        var about = articles.find(code, version).orElseThrow(() -> new NotFound("article", code));
        var now = clock.instant();
        var id = Ids.next(now);
        jdbc.sql("""
                        insert into correction (id, article, version, order_id, words, raised_by, raised_at, state)
                        values (:id, :article, :version, :order, :words, :by, :now, 'OPEN')
                        """)
                .param("id", id).param("article", about.article()).param("version", version).param("order", doubt.order(), java.sql.Types.OTHER)
                .param("words", Masking.text(doubt.words().strip())).param("by", actor.username()).param("now", Time.sql(now)).update();
        clocks.start(OwnerClocks.Kind.CORRECT, about.article(), id, about.text().owner(), now, clocks.due(OwnerClocks.Kind.CORRECT, now));
        shelving.tell(about.article(), code, version, about.text(), "doubt", about.status().name(), "DEPARTMENT:" + about.text().owner(), now);
        return get(id);
    }

    /** It is right: the next version is begun. */
    @Transactional
    public Correction take(UUID id, @Nullable String note, Actor actor) {
        var correction = decide(id, "TAKEN", note == null ? "" : note, actor);
        if (Shelving.atWork(articles.versions(correction.code())).isEmpty()) {
            writing.revise(correction.code(), null, correction.words(), actor);
        }
        return correction;
    }

    @Transactional
    public Correction decline(UUID id, String why, Actor actor) {
        new Invalid.Check().given(why, "/reason").atMost(why, 1000, "/reason").done();
        return decide(id, "DECLINED", why, actor);
    }

    private Correction decide(UUID id, String state, String words, Actor actor) {
        var correction = get(id);
        if (!shelving.isOf(correction.owner(), actor) || !actor.is(Role.HANDLER) && !actor.is(Role.HEAD) && !actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        var now = clock.instant();
        int rows = jdbc.sql("""
                        update correction set state = :state, decided_by = :by, decided_at = :now, decision = :words
                         where id = :id and state = 'OPEN'
                        """)
                .param("state", state).param("by", actor.username()).param("now", Time.sql(now)).param("words", words.strip()).param("id", id).update();
        if (rows == 0) {
            throw new Refusal("correction-decided");
        }
        clocks.stopFor(id, now);
        var about = shelving.get(correction.code(), correction.version());
        shelving.tell(about.article(), about.code(), about.version(), about.text(), "decide", about.status().name(), "PERSON:" + correction.raisedBy(), now);
        return get(id);
    }

    public Correction get(UUID id) {
        return jdbc.sql(ROWS + " where c.id = :id").param("id", id).query(Corrections::read).optional().orElseThrow(() -> new NotFound("correction", id));
    }

    List<Correction> of(UUID article) {
        return jdbc.sql(ROWS + " where c.article = :article order by c.raised_at desc limit 50").param("article", article).query(Corrections::read).list();
    }

    /** Those that wait, the soonest due first; then, unless only the open ones are wanted, those that were decided last. A department sees its own. */
    public List<Correction> list(boolean open, Actor actor) {
        boolean all = actor.seesWholeCity() || actor.is(Role.ANALYST) || actor.is(Role.ADMINISTRATOR);
        return jdbc.sql(ROWS + """
                         where (not :open or c.state = 'OPEN') and (:all or v.owner = any(:scope))
                         order by case when c.state = 'OPEN' then k.due_at end, c.decided_at desc limit 200
                        """)
                .param("open", open).param("all", all).param("scope", actor.scope().toArray(String[]::new)).query(Corrections::read).list();
    }

    private static Correction read(ResultSet row, int n) throws SQLException {
        return new Correction(row.getObject("id", UUID.class), row.getString("code"), row.getInt("version"), row.getString("question"), row.getString("owner"),
                row.getObject("order_id", UUID.class), row.getString("words"), row.getString("raised_by"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(), row.getString("state"), row.getString("decided_by"),
                Articles.instant(row, "decided_at"), row.getString("decision"), Articles.instant(row, "due_at"));
    }
}

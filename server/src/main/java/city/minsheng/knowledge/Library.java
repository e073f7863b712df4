package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** 知识库 as its pages show it: the lists, one article with everything that hangs on it, and whether an answer may be given from it. */
@Component
public class Library {

    /** The lists. */
    public enum View {
        LIVE("v.status in ('PUBLISHED', 'DUE')"),
        DRAFTS("v.status = 'DRAFT'"),
        TO_REVIEW("v.status = 'IN_REVIEW'"),
        DUE("v.status = 'DUE'"),
        EXPIRED("v.status = 'EXPIRED'"),
        ALL("v.status not in ('SUPERSEDED', 'DISCARDED')");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    public record Filter(View view, @Nullable String words, @Nullable String owner, @Nullable String category) {}

    public record Line(String code, int version, Status status, String question, String owner, @Nullable String ownerName, @Nullable String category,
            boolean open, @Nullable Instant effectiveAt, @Nullable String reviewOn, @Nullable Instant expiresAt, @Nullable Instant dueAt, int uses,
            int corrections) {}

    public record Button(Action action, String verb) {}

    public record Due(String kind, String holder, @Nullable String holderName, Instant dueAt, boolean overdue) {}

    /** @param live what is told now @param draft what is being worked on @param versions all of them, the newest first */
    public record Shown(String code, int revision, @Nullable Version live, @Nullable Version draft, List<Version> versions, List<Step> steps,
            List<Corrections.Correction> corrections, List<Due> clocks, List<Button> actions, int uses) {}

    private static final int MOST = 500;
    private static final int PAGE = 200;
    private final Articles articles;
    private final Shelf shelf;
    private final Shelving shelving;
    private final OwnerClocks clocks;
    private final Corrections corrections;
    private final Searches searches;
    private final Departments departments;
    private final Words words;
    private final JdbcClient jdbc;
    private final Clock clock;

    Library(Articles articles, Shelf shelf, Shelving shelving, OwnerClocks clocks, Corrections corrections, Searches searches, Departments departments,
            Words words, JdbcClient jdbc, Clock clock) {
        this.articles = articles;
        this.shelf = shelf;
        this.shelving = shelving;
        this.clocks = clocks;
        this.corrections = corrections;
        this.searches = searches;
        this.departments = departments;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is published, everybody of the staff may read; what is being worked on, the hotline and the owner. */
    private static final String VISIBLE = "(:all or v.status in ('PUBLISHED', 'DUE') or v.owner = any(:scope))";

    private static final String MATCHING = """
             where %s and %s
               and (:words = '' or v.question like :like or v.answer like :like or array_to_string(v.asked, ' ') like :like or a.code = :words)
               and (:owner = '' or v.owner = :owner) and (:category = '' or v.category like :category || '%%')
            """;

    public List<Line> list(Filter filter, Actor actor) {
        return bind(jdbc.sql("""
                        select a.code, v.version, v.status, v.question, v.owner, v.category, v.open, v.effective_at, v.review_on, v.expires_at,
                               (select min(k.due_at) from knowledge_clock k where k.article = a.id and k.stopped_at is null and k.kind <> 'CORRECT') as due_at,
                               (select count(*) from article_use u where u.code = a.code) as uses,
                               (select count(*) from correction c where c.article = a.id and c.state = 'OPEN') as corrections
                          from article_version v
                          join article a on a.id = v.article
                        """ + MATCHING.formatted(filter.view().condition, VISIBLE) + """
                         order by case when v.status in ('DUE', 'IN_REVIEW', 'EXPIRED') then coalesce(v.review_on, v.written_at::date) end, a.code, v.version desc
                         limit\s""" + MOST), filter, actor)
                .query((row, n) -> new Line(row.getString("code"), row.getInt("version"), Status.valueOf(row.getString("status")), row.getString("question"),
                        row.getString("owner"), departments.nameOf(row.getString("owner")), row.getString("category"), row.getBoolean("open"),
                        Articles.instant(row, "effective_at"), row.getString("review_on"), Articles.instant(row, "expires_at"),
                        Articles.instant(row, "due_at"), row.getInt("uses"), row.getInt("corrections"))).list();
    }

    /** The same ones with all that they say, all of them: for whoever takes them away. In a transaction, a page at a time comes from the database. */
    void each(Filter filter, Actor actor, java.util.function.Consumer<Version> taker) {
        bind(jdbc.sql("select " + Articles.COLUMNS + " from article_version v join article a on a.id = v.article "
                + MATCHING.formatted(filter.view().condition, VISIBLE) + " order by a.code, v.version"), filter, actor).withFetchSize(PAGE)
                .query(row -> {
                    taker.accept(Articles.read(row, 0));
                });
    }

    private static StatementSpec bind(StatementSpec statement, Filter filter, Actor actor) {
        var found = filter.words() == null ? "" : filter.words().strip();
        return statement.param("words", found).param("like", "%" + found.replace("%", "\\%").replace("_", "\\_") + "%")
                .param("owner", filter.owner() == null ? "" : filter.owner()).param("category", filter.category() == null ? "" : filter.category())
                .param("all", seesAll(actor)).param("scope", actor.scope().toArray(String[]::new));
    }

    /** How many wait in each list; for a department, its own. */
    public Map<View, Integer> counts(Actor actor) {
        var counts = new EnumMap<View, Integer>(View.class);
        for (var view : View.values()) {
            counts.put(view, jdbc.sql("select count(*) from article_version v where " + view.condition + " and " + VISIBLE
                            + (view == View.LIVE || view == View.ALL || seesAll(actor) ? "" : " and v.owner = any(:scope)"))
                    .param("all", seesAll(actor)).param("scope", actor.scope().toArray(String[]::new)).query(Integer.class).single());
        }
        return counts;
    }

    private static boolean seesAll(Actor actor) {
        return actor.seesWholeCity() || actor.is(Role.ANALYST) || actor.is(Role.ADMINISTRATOR);
    }

    public Shown show(String code, Actor actor) {
        var all = articles.versions(code).stream().filter(version -> seesAll(actor) || actor.scope().contains(version.text().owner())
                || !version.status().isAtWork()).toList();
        if (all.isEmpty()) {
            throw new NotFound("article", code);
        }
        UUID id = all.getFirst().article();
        var now = clock.instant();
        return new Shown(code, all.getFirst().revision(), shelf.inForce(code).orElse(null), Shelving.atWork(all).orElse(null), all, articles.steps(id),
                corrections.of(id), clocks.of(id).stream().map(running -> new Due(running.kind().name(), running.holder(), departments.nameOf(running.holder()),
                        running.dueAt(), running.dueAt().isBefore(now))).toList(),
                shelving.actions(all, actor).stream().map(action -> new Button(action, action.verb())).toList(), searches.uses(code));
    }

    /** As it was given, whatever has become of it. */
    public Version version(String code, int version) {
        return articles.find(code, version).filter(found -> !found.status().isAtWork() && found.status() != Status.DISCARDED)
                .orElseThrow(() -> new NotFound("article", code));
    }

    /** @throws Refusal where nobody may be told this version now */
    public void checkInForce(String code, int version) {
        var told = articles.find(code, version).orElseThrow(() -> new Refusal("article-not-in-force", code));
        if (!told.isInForce(clock.instant())) {
            throw new Refusal("article-not-in-force", told.text().question());
        }
    }

    /** Whether it had been published before then: what an answer of that time may rest on. */
    public boolean wasPublished(String code, int version, Instant at) {
        return jdbc.sql("""
                        select count(*) > 0 from article_version v join article a on a.id = v.article
                         where a.code = :code and v.version = :version and v.published_at <= :at
                        """).param("code", code).param("version", version).param("at", Time.sql(at)).query(Boolean.class).single();
    }

    /** The status in the reader's language. */
    public String say(Status status) {
        return words.say("knowledge.status." + status);
    }
}

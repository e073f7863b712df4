package city.minsheng.knowledge;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.search.Document;
import city.minsheng.search.Facet;
import city.minsheng.search.Searchable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles in the search index, from the hour at which they hold to the hour at which they cease to. */
@Component
class ArticleDocuments implements Searchable {

    static final String STAFF = "staff";
    private final JdbcClient jdbc;
    private final Articles articles;
    private final Departments departments;
    private final Catalogue catalogue;

    ArticleDocuments(JdbcClient jdbc, Articles articles, Departments departments, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.departments = departments;
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public boolean wants(String event) {
        return event.startsWith("knowledge.") && !event.equals(TemplateDocuments.CHANGED);
    }

    @Override
    public List<UUID> after(@Nullable UUID last, int most) {
        return jdbc.sql("select id from article where id > coalesce(cast(:last as uuid), '00000000-0000-0000-0000-000000000000') order by id limit :most")
                .param("last", last, java.sql.Types.OTHER).param("most", most).query(UUID.class).list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from article").query(Long.class).single();
    }

    /** Of several versions that are live, each until the next one holds. */
    @Override
    public List<Document> documents(Collection<UUID> subjects) {
        var documents = new ArrayList<Document>();
        Version later = null;
        for (var version : articles.live(subjects)) { // article by article, the newest first
            var next = later != null && later.article().equals(version.article()) ? later.text().effectiveAt() : null;
            documents.add(document(version, earlier(version.text().expiresAt(), next)));
            later = version;
        }
        return documents;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private Document document(Version version, @Nullable Instant until) {
        var text = version.text();
        return Document.of(version.article(), version.code() + "/" + version.version(), text.question())
                .text(text.answer(), String.join("\n", text.asked()), text.basis(), text.document(), text.steps(), text.materials(), text.places(), text.hours())
                .code(version.code())
                .names(departments.area(text.area()).map(Area::name).orElse(null), departments.nameOf(text.owner()),
                        catalogue.category(text.category()).map(Category::name).orElse(null))
                .seenBy(STAFF).at(version.publishedAt() == null ? version.writtenAt() : version.publishedAt())
                .facet(Facet.CATEGORY, text.category()).facet(Facet.AREA, text.area()).facet(Facet.DEPARTMENT, text.owner())
                .between(text.effectiveAt(), until);
    }

    @Override
    public Set<String> keys(Actor actor) {
        return staffOnly(actor);
    }

    static Set<String> staffOnly(Actor actor) {
        return actor.roles().isEmpty() || actor.is(Role.REQUESTER) ? Set.of() : Set.of(STAFF);
    }
}

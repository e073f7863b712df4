package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.search.Document;
import city.minsheng.search.Facet;
import city.minsheng.search.Searchable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answer templates in the search index. They are few: each time all are read. */
@Component
class TemplateDocuments implements Searchable {

    static final String CHANGED = "knowledge.template-changed";
    private final Templates templates;
    private final Departments departments;
    private final CitySettings city;

    TemplateDocuments(Templates templates, Departments departments, CitySettings city) {
        this.templates = templates;
        this.departments = departments;
        this.city = city;
    }

    @Override
    public String kind() {
        return "template";
    }

    @Override
    public boolean wants(String event) {
        return event.equals(CHANGED);
    }

    @Override
    public List<UUID> after(@Nullable UUID last, int most) {
        return templates.all().stream().map(template -> Templates.subject(template.code())).sorted()
                .filter(subject -> last == null || subject.compareTo(last) > 0).limit(most).toList();
    }

    @Override
    public long count() {
        return templates.all().size();
    }

    @Override
    public List<Document> documents(Collection<UUID> subjects) {
        return templates.all().stream().filter(template -> subjects.contains(Templates.subject(template.code()))).map(this::document).toList();
    }

    private Document document(Template template) {
        return Document.of(Templates.subject(template.code()), template.code(), template.title()).text(template.body(), template.basis())
                .names(departments.nameOf(template.department())).seenBy(ArticleDocuments.STAFF)
                .at(template.signedOn().atStartOfDay(city.zone()).toInstant())
                .facet(Facet.CATEGORY, template.category()).facet(Facet.DEPARTMENT, template.department());
    }

    @Override
    public Set<String> keys(Actor actor) {
        return ArticleDocuments.staffOnly(actor);
    }
}

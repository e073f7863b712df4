package city.minsheng.knowledge;

import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import city.minsheng.platform.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All SQL on the table answer_template, and its loading from the city's folder. */
@Repository
@Order(3)
public class Templates implements CityPart {

    private static final double ALIKE = 0.25;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Templates(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A template has a code; events are told of ids. */
    static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(("template:" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** Those of the category and around it first, then those whose text contains the words; where none does, those that are like them. */
    public List<Template> find(String category, String words) {
        var found = holding(category, words);
        return found.isEmpty() && words.length() > 1 ? alike(words) : found;
    }

    /** A caller's sentence stands in no template; its words do. */
    private List<Template> alike(String words) {
        var all = holding("", "");
        var likeness = new Likeness(all.stream().map(Template::title).toList());
        return all.stream().filter(template -> likeness.of(words, template.title()) >= ALIKE)
                .sorted(Comparator.<Template>comparingDouble(template -> likeness.of(words, template.title())).reversed()).limit(10).toList();
    }

    private List<Template> holding(String category, String words) {
        return jdbc.sql("""
                        select code, category, title, body, basis, department, signed_by, signed_on
                          from answer_template
                         where (:words = '' or title like '%' || :words || '%' or body like '%' || :words || '%')
                           and (:category = '' or :words <> '' or left(category, 4) = left(:category, 4))
                         order by coalesce(category = :category, false) desc, coalesce(left(category, 4) = left(:category, 4), false) desc,
                                  (title like '%' || :words || '%') desc, code
                         limit 60
                        """)
                .param("category", category).param("words", words).query(Template.class).list();
    }

    public List<Template> all() {
        return jdbc.sql("select code, category, title, body, basis, department, signed_by, signed_on from answer_template order by code").query(Template.class).list();
    }

    @Override
    @Transactional
    public String load(CityFolder folder) {
        var rows = folder.rows("templates.csv");
        for (var row : rows) {
            jdbc.sql("""
                            insert into answer_template (code, category, title, body, basis, department, signed_by, signed_on)
                            values (:code, :category, :title, :body, :basis, :department, :by, :on)
                            on conflict (code) do update
                               set category = excluded.category, title = excluded.title, body = excluded.body, basis = excluded.basis,
                                   department = excluded.department, signed_by = excluded.signed_by, signed_on = excluded.signed_on
                            """)
                    .param("code", row.get("code")).param("category", row.find("category")).param("title", row.get("title"))
                    .param("body", row.get("body")).param("basis", row.text("basis")).param("department", row.get("department"))
                    .param("by", row.text("signed_by")).param("on", LocalDate.parse(row.get("signed_on"))).update();
            outbox.add(subject(row.get("code")), TemplateDocuments.CHANGED, clock.instant(), Map.of());
        }
        return rows.size() + " answer templates";
    }
}

package city.minsheng.knowledge;

import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Time;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** Those of the category and around it first, then those whose text contains the words. */
    public List<Template> find(String category, String words) {
        return holding(category, words);
    }

    /** A caller's sentence stands in no template; its words do. The likest first, and none of those that are found already. */
    public List<Template> byWords(String words, List<Template> found) {
        record Like(Template template, double share) {}
        if (words.length() < 2) {
            return List.of();
        }
        var all = all();
        var likeness = new Likeness(all.stream().map(Template::title).toList());
        var parts = Likeness.parts(words);
        return all.stream().filter(template -> !found.contains(template)).map(template -> {
            var pairs = Likeness.pairs(template.title() + "\n" + template.body());
            double alike = likeness.of(words, template.title());
            return new Like(template, Math.max(alike >= ALIKE ? alike : 0, likeness.share(parts, pairs::contains)));
        }).filter(like -> like.share() >= ALIKE).sorted(Comparator.comparingDouble(Like::share).reversed()).limit(10).map(Like::template).toList();
    }

    private List<Template> holding(String category, String words) {
        return jdbc.sql("""
                        select code, category, title, body, basis, department, signed_by, signed_on
                          from answer_template
                         where withdrawn_at is null and (:words = '' or title like '%' || :words || '%' or body like '%' || :words || '%')
                           and (:category = '' or :words <> '' or left(category, 4) = left(:category, 4))
                         order by coalesce(category = :category, false) desc, coalesce(left(category, 4) = left(:category, 4), false) desc,
                                  (title like '%' || :words || '%') desc, code
                         limit 60
                        """)
                .param("category", category).param("words", words).query(Template.class).list();
    }

    public List<Template> all() {
        return jdbc.sql("select code, category, title, body, basis, department, signed_by, signed_on from answer_template where withdrawn_at is null order by code")
                .query(Template.class).list();
    }

    Optional<Template> find(String code) {
        return jdbc.sql("select code, category, title, body, basis, department, signed_by, signed_on from answer_template where code = :code")
                .param("code", code).query(Template.class).optional();
    }

    /** @param withdrawnAt from when it is told no more; null while it is */
    void put(Template template, @Nullable Instant withdrawnAt) {
        jdbc.sql("""
                        insert into answer_template (code, category, title, body, basis, department, signed_by, signed_on, withdrawn_at)
                        values (:code, :category, :title, :body, :basis, :department, :by, :on, :withdrawn)
                        on conflict (code) do update
                           set category = excluded.category, title = excluded.title, body = excluded.body, basis = excluded.basis,
                               department = excluded.department, signed_by = excluded.signed_by, signed_on = excluded.signed_on,
                               withdrawn_at = excluded.withdrawn_at
                        """)
                .param("code", template.code()).param("category", template.category()).param("title", template.title()).param("body", template.body())
                .param("basis", template.basis()).param("department", template.department()).param("by", template.signedBy())
                .param("on", template.signedOn()).param("withdrawn", withdrawnAt == null ? null : Time.sql(withdrawnAt), Types.TIMESTAMP_WITH_TIMEZONE).update();
        outbox.add(subject(template.code()), TemplateDocuments.CHANGED, clock.instant(), Map.of());
    }

    /** What people have signed since stays as they signed it. */
    @Override
    @Transactional
    public String load(CityFolder folder) {
        var rows = folder.rows("templates.csv");
        var signed = jdbc.sql("select distinct code from template_change where state = 'SIGNED'").query(String.class).set();
        rows.stream().filter(row -> !signed.contains(row.get("code")))
                .forEach(row -> put(new Template(row.get("code"), row.find("category"), row.get("title"), row.get("body"), row.text("basis"), row.get("department"),
                        row.text("signed_by"), LocalDate.parse(row.get("signed_on"))), null));
        return rows.size() + " answer templates";
    }
}

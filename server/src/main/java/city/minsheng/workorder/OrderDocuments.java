package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.search.Document;
import city.minsheng.search.Facet;
import city.minsheng.search.Searchable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders in the search index: what was asked, where, and what was answered. Nothing of the requester: of a confidential order not in its words either. */
@Component
class OrderDocuments implements Searchable {

    static final String KIND = "order";
    private final JdbcClient jdbc;
    private final Assignments assignments;
    private final Veils veils;
    private final Catalogue catalogue;
    private final Departments departments;

    OrderDocuments(JdbcClient jdbc, Assignments assignments, Veils veils, Catalogue catalogue, Departments departments) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.veils = veils;
        this.catalogue = catalogue;
        this.departments = departments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean wants(String event) {
        return event.startsWith("work-order.");
    }

    @Override
    public List<UUID> after(@Nullable UUID last, int most) {
        return jdbc.sql("select id from work_order where id > coalesce(cast(:last as uuid), '00000000-0000-0000-0000-000000000000') order by id limit :most")
                .param("last", last, java.sql.Types.OTHER).param("most", most).query(UUID.class).list();
    }

    /** As the server's statistics have it: this is asked for a bar that fills, not for an account. */
    @Override
    public long count() {
        return jdbc.sql("select greatest(reltuples, 0)::bigint from pg_class where oid = 'work_order'::regclass").query(Long.class).single();
    }

    @Override
    public List<Document> documents(Collection<UUID> orders) {
        var given = assignments.activeDepartments(orders);
        var secret = veils.secret(orders);
        return jdbc.sql("""
                        select id, number, title, body, address, answer, category, area, lead, status, channel, received_at
                          from work_order
                         where id = any(:ids)
                        """)
                .param("ids", orders.toArray(UUID[]::new)).query((row, n) -> document(row, given, secret)).list();
    }

    private Document document(ResultSet row, Map<UUID, List<String>> given, Map<UUID, Veil> secret) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var category = row.getString("category");
        var area = row.getString("area");
        var lead = row.getString("lead");
        var veil = secret.getOrDefault(id, Veil.NONE);
        var address = veil.of(row.getString("address"));
        return Document.of(id, id.toString(), veil.of(row.getString("title"))).text(veil.of(row.getString("body")), address, veil.over(row.getString("answer")))
                .code(row.getString("number"))
                .names(departments.area(area).map(Area::name).orElse(null), address, departments.nameOf(lead),
                        catalogue.category(category).map(Category::name).orElse(null))
                .seenBy(Scope.seenBy(given.getOrDefault(id, List.of())))
                .at(row.getObject("received_at", OffsetDateTime.class).toInstant())
                .facet(Facet.CATEGORY, category).facet(Facet.AREA, area).facet(Facet.DEPARTMENT, lead)
                .facet(Facet.STATUS, row.getString("status")).facet(Facet.CHANNEL, row.getString("channel"));
    }

    @Override
    public Set<String> keys(Actor actor) {
        return Scope.keys(actor);
    }
}

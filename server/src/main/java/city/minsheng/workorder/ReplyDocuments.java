package city.minsheng.workorder;

import city.minsheng.directory.Actor;
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

/** What departments wrote back, in the search index: how the like was done before. Whoever may see the order finds its replies. */
@Component
class ReplyDocuments implements Searchable {

    static final String KIND = "reply";
    private final JdbcClient jdbc;
    private final Assignments assignments;
    private final Veils veils;

    ReplyDocuments(JdbcClient jdbc, Assignments assignments, Veils veils) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.veils = veils;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Any: who sees a reply hangs on who sees its order. */
    @Override
    public boolean wants(String event) {
        return event.startsWith("work-order.");
    }

    @Override
    public List<UUID> after(@Nullable UUID last, int most) {
        return jdbc.sql("""
                        select distinct order_id
                          from reply
                         where order_id > coalesce(cast(:last as uuid), '00000000-0000-0000-0000-000000000000')
                         order by order_id
                         limit :most
                        """)
                .param("last", last, java.sql.Types.OTHER).param("most", most).query(UUID.class).list();
    }

    @Override
    public long count() {
        return jdbc.sql("select greatest(reltuples, 0)::bigint from pg_class where oid = 'reply'::regclass").query(Long.class).single();
    }

    @Override
    public List<Document> documents(Collection<UUID> orders) {
        var given = assignments.activeDepartments(orders);
        var secret = veils.secret(orders);
        return jdbc.sql("""
                        select r.order_id, r.seq, r.department, r.at, r.answer, r.why_not, r.basis, r.internal, r.plan,
                               o.category, o.area, o.status, o.channel
                          from reply r
                          join work_order o on o.id = r.order_id
                         where r.order_id = any(:ids)
                        """)
                .param("ids", orders.toArray(UUID[]::new)).query((row, n) -> document(row, given, secret)).list();
    }

    private static Document document(ResultSet row, Map<UUID, List<String>> given, Map<UUID, Veil> secret) throws SQLException {
        var order = row.getObject("order_id", UUID.class);
        var veil = secret.getOrDefault(order, Veil.NONE);
        return Document.of(order, order + "/" + row.getInt("seq"), null)
                .text(veil.over(row.getString("answer")), veil.over(row.getString("why_not")), veil.over(row.getString("basis")), veil.over(row.getString("internal")),
                        veil.over(row.getString("plan")))
                .seenBy(Scope.seenBy(given.getOrDefault(order, List.of())))
                .at(row.getObject("at", OffsetDateTime.class).toInstant())
                .facet(Facet.CATEGORY, row.getString("category")).facet(Facet.AREA, row.getString("area"))
                .facet(Facet.DEPARTMENT, row.getString("department")).facet(Facet.STATUS, row.getString("status"))
                .facet(Facet.CHANNEL, row.getString("channel"));
    }

    @Override
    public Set<String> keys(Actor actor) {
        return Scope.keys(actor);
    }
}

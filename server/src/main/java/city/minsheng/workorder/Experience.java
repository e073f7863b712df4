package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with the like before: who handled it, and which orders look like this one. */
@Component
public class Experience {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final Set<Fact> ANSWERED = EnumSet.of(Fact.REQUESTER, Fact.CONFIDENTIAL, Fact.ANSWER);
    private static final String ROWS = "select " + WorkOrders.FOR_ROWS + " from work_order o ";
    private final JdbcClient jdbc;
    private final WorkOrders orders;
    private final Rows rows;
    private final Veils veils;
    private final Clock clock;

    Experience(JdbcClient jdbc, WorkOrders orders, Rows rows, Veils veils, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.rows = rows;
        this.veils = veils;
        this.clock = clock;
    }

    /** Department → how many of the category it handled in the last 90 days, most first. */
    public Map<String, Integer> handledBy(String category) {
        var handled = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        select lead, count(*)
                          from (select lead from work_order
                                 where category = :category and lead is not null and received_at > :since
                                 order by id desc limit 1000) lately
                         group by lead
                         order by 2 desc, 1
                        """)
                .param("category", category).param("since", Time.sql(clock.instant().minus(LATELY)))
                .query(row -> {
                    handled.put(row.getString(1), row.getInt(2));
                });
        return handled;
    }

    /** How a return was decided: the department that got or kept it, and why. */
    public record Ruling(String number, Action action, String department, @Nullable String from, String reason, Instant at) {}

    /** The last rulings on returns of this category, the newest first: what was decided once need not be quarrelled over again. */
    public List<Ruling> rulings(String category, @Nullable UUID but) {
        return jdbc.sql("""
                        select o.number, s.action, coalesce(s.changes ->> 'lead', o.lead) as department, r.actor_department, s.reason, s.at
                          from work_order o
                          join work_order_step s on s.order_id = o.id and s.action in ('REASSIGN', 'BIND')
                          left join work_order_step r on r.order_id = o.id and r.seq = s.seq - 1 and r.action = 'RETURN'
                         where o.category = :category and o.returns > 0 and (cast(:but as uuid) is null or o.id <> :but)
                         order by s.at desc
                         limit 10
                        """).param("category", category).param("but", but, java.sql.Types.OTHER)
                .query((row, n) -> new Ruling(row.getString(1), Action.valueOf(row.getString(2)), row.getString(3), row.getString(4), row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant())).list();
    }

    /** Orders that this one might be joined with: by the same person, or about the same thing at the same place. Open ones first. */
    public List<Row> similar(UUID id, Actor actor) {
        var order = orders.get(id, actor);
        if (actor.isLastMile()) {
            return List.of(); // that two are of one person says something of the person
        }
        boolean hidden = veils.of(order, actor) != null; // what else the same person asked would tell who it is
        return similar(hidden ? null : order.requester(), order.category(), order.area(), order.address(), id, actor);
    }

    public List<Row> similar(@Nullable UUID requester, @Nullable String category, @Nullable String area, @Nullable String address,
            @Nullable UUID but, Actor actor) {
        var now = clock.instant();
        return rows.show(jdbc.sql(ROWS + """
                         where %s and (cast(:but as uuid) is null or o.id <> :but)
                           and o.received_at > :since
                           and (o.requester = :requester
                             or o.area = :area and (o.category = :category or :address <> '' and o.address = :address))
                         order by (o.clock_kind is not null) desc, o.id desc
                         limit 10
                        """.formatted(Scope.condition(actor)))
                .param("scope", Scope.parameter(actor)).param("but", but, java.sql.Types.OTHER).param("since", Time.sql(now.minus(Duration.ofDays(30))))
                .param("requester", requester, java.sql.Types.OTHER).param("area", area, java.sql.Types.VARCHAR).param("category", category, java.sql.Types.VARCHAR)
                .param("address", address == null ? "" : address.strip())
                .query((row, n) -> Rows.Read.of(row)).list(), now, actor);
    }

    /** These, as far as the person may see them, by their ids. */
    public Map<UUID, Row> rows(Collection<UUID> ids, Actor actor) {
        return rows.show(jdbc.sql(ROWS + " where o.id = any(:ids) and " + Scope.condition(actor))
                        .param("ids", ids.toArray(UUID[]::new)).param("scope", Scope.parameter(actor))
                        .query((row, n) -> Rows.Read.of(row)).list(), clock.instant(), actor)
                .stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    /** @param all whose requester the reader must not know: their words are not shown as they were said @param asked those of them that were found by asking who it is */
    public record Hidden(Set<UUID> all, Set<UUID> asked) {}

    public Hidden hidden(Collection<UUID> ids, String words, Actor actor) {
        if (actor.seesWholeCity() || ids.isEmpty()) {
            return new Hidden(Set.of(), Set.of());
        }
        var veils = this.veils.of(jdbc.sql("select o.id, o.number, o.version, o.requester, o.confidential, o.answer from work_order o where o.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new)).query((row, n) -> WorkOrders.read(row, ANSWERED)).list(), actor);
        return new Hidden(veils.keySet(), veils.keySet().stream().filter(id -> veils.get(id).isAskedBy(words)).collect(Collectors.toSet()));
    }

    /** What the citizen was told, of those that have been answered and that the person may see. */
    public Map<UUID, String> answers(Collection<UUID> ids, Actor actor) {
        var answers = new HashMap<UUID, String>();
        var orders = jdbc.sql("select o.id, o.number, o.version, o.requester, o.confidential, o.answer from work_order o where o.id = any(:ids) and o.answer is not null and "
                        + Scope.condition(actor))
                .param("ids", ids.toArray(UUID[]::new)).param("scope", Scope.parameter(actor)).query((row, n) -> WorkOrders.read(row, ANSWERED)).list();
        var hidden = veils.of(orders, actor);
        orders.forEach(order -> {
            var veil = hidden.get(order.id());
            answers.put(order.id(), veil == null ? String.valueOf(order.answer()) : veil.of(String.valueOf(order.answer())));
        });
        return answers;
    }

    /** A person's orders, the newest first. */
    public List<Row> of(List<UUID> requesters, Actor actor, int most) {
        return rows.show(jdbc.sql(ROWS + " where o.requester = any(:requesters) and " + Scope.condition(actor) + " order by o.id desc limit :most")
                .param("requesters", requesters.toArray(UUID[]::new)).param("scope", Scope.parameter(actor)).param("most", most)
                .query((row, n) -> Rows.Read.of(row)).list(), clock.instant(), actor);
    }
}

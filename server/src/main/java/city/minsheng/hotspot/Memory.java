package city.minsheng.hotspot;

import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.textmining.hotspot.Grouping;
import city.minsheng.textmining.hotspot.Judge;
import city.minsheng.textmining.hotspot.Request;
import city.minsheng.textmining.hotspot.Rules;
import city.minsheng.workorder.Contents;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The requests of late as this node has read them, to compare new ones with. What holds is the table: before each use the
 * node catches up with what other nodes and people have written, and after a rolled-back transaction it begins anew.
 * Used under the lock of {@link Gathering} only.
 */
@Component
class Memory {

    /** So many of the latest requests are compared with. */
    private static final int WINDOW = 20_000;
    private static final int CHUNK = 500;
    private static final double STIFFNESS = 3;

    private record Place(UUID order, long seq, long event, long related) {}

    private record Said(UUID a, UUID b, boolean same) {}

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Departments departments;
    private @Nullable Grouping grouping;
    private long seen;

    Memory(JdbcClient jdbc, Contents contents, Departments departments) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.departments = departments;
    }

    /** Knows everything that is written. */
    Grouping current() {
        var known = grouping;
        if (known == null || known.size() > 2 * WINDOW) {
            known = fresh();
            grouping = known;
        }
        catchUp(known);
        return known;
    }

    void forget() {
        grouping = null;
    }

    /** This row was written by us just now. */
    void saw(long seq) {
        seen = Math.max(seen, seq);
    }

    static Request request(Contents.Content order) {
        return new Request(order.id().toString(), order.requester().toString(), order.title(), order.body(), Gathering.place(order.address()), order.receivedAt());
    }

    private Grouping fresh() {
        var areas = departments.areas().values().stream().map(Area::name).collect(Collectors.toSet());
        var fresh = new Grouping(areas, Judge.LEARNED, Rules.SAME, Rules.RELATED);
        seen = jdbc.sql("select coalesce(min(seq), 1) - 1 from (select seq from hotspot_member order by seq desc limit :window) latest")
                .param("window", WINDOW).query(Long.class).single();
        jdbc.sql("select coalesce(max(id), 0), coalesce(max(related), 0) from hotspot_event").query(row -> {
            fresh.numberAfter(row.getLong(1), row.getLong(2));
        });
        catchUp(fresh);
        learn(fresh);
        return fresh;
    }

    private void catchUp(Grouping known) {
        for (var rows = next(); !rows.isEmpty(); rows = next()) {
            var orders = contents.of(rows.stream().map(Place::order).toList());
            rows.stream().filter(row -> orders.containsKey(row.order())).forEach(row -> known.put(request(orders.get(row.order())), row.event(), row.related()));
            seen = rows.getLast().seq();
        }
    }

    private List<Place> next() {
        return jdbc.sql("""
                        select m.order_id, m.seq, m.event_id, e.related
                          from hotspot_member m
                          join hotspot_event e on e.id = m.event_id
                         where m.seq > :seen
                         order by m.seq
                         limit :chunk
                        """).param("seen", seen).param("chunk", CHUNK)
                .query((row, n) -> new Place(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4))).list();
    }

    /** What people said by merging and splitting moves the weights a little, and what they took apart stays apart. */
    void learn(Grouping known) {
        var said = jdbc.sql("select a, b, same from hotspot_pair order by at desc limit 2000")
                .query((row, n) -> new Said(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3))).list().stream()
                .filter(pair -> known.knows(pair.a().toString()) && known.knows(pair.b().toString())).toList();
        said.stream().filter(pair -> !pair.same()).forEach(pair -> known.keepApart(pair.a().toString(), pair.b().toString()));
        if (!said.isEmpty()) {
            known.decideBy(Judge.learn(said.stream().map(pair -> new Judge.Example(known.resemblance(pair.a().toString(), pair.b().toString()), pair.same(), 1)).toList(),
                    Judge.LEARNED, STIFFNESS));
        }
    }
}

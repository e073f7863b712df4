package city.minsheng.hotspot;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 合并、拆分、命名: what people know better. Each act is remembered as pairs, and the grouping learns from them. */
@Service
public class Sorting {

    /** So many orders of each side stand for it: a merge of two large events is not a thousand lessons. */
    private static final int LESSONS = 3;
    private static final int NAME = 60;
    private final JdbcClient jdbc;
    private final Memory memory;
    private final Clock clock;

    Sorting(JdbcClient jdbc, Memory memory, Clock clock) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.clock = clock;
    }

    @Transactional
    public void rename(long event, @Nullable String name, Actor actor) {
        new Invalid.Check().given(name, "/name").atMost(name, NAME, "/name").done();
        exists(event);
        jdbc.sql("update hotspot_event set name = :name, named_by = :by where id = :id").param("name", name.strip()).param("by", actor.username()).param("id", event).update();
    }

    /** @param other goes into the event */
    @Transactional
    public void merge(long event, long other, Actor actor) {
        new Invalid.Check().that(event != other, "/other", "another-event").done();
        Gathering.lock(jdbc);
        exists(event);
        exists(other);
        remember(orders(event), orders(other), true, actor);
        move(orders(other), event, actor);
        jdbc.sql("update hotspot_event set into_id = :into, requests = 0, callers = 0, troubled = 0 where id = :other").param("into", event).param("other", other).update();
        Gathering.count(jdbc, event);
        learn();
    }

    /** The orders leave the event and are one of their own. @return its number */
    @Transactional
    public long split(long event, List<UUID> leaving, Actor actor) {
        Gathering.lock(jdbc);
        exists(event);
        var all = orders(event);
        new Invalid.Check().that(!leaving.isEmpty() && all.containsAll(leaving), "/orders", "of-this-event").done();
        var staying = all.stream().filter(order -> !leaving.contains(order)).toList();
        if (staying.isEmpty()) {
            throw new Refusal("nothing-would-stay");
        }
        long fresh = jdbc.sql("""
                        insert into hotspot_event (id, related, first_at, last_at, requests, callers)
                        select (select max(id) + 1 from hotspot_event), related, first_at, last_at, requests, callers from hotspot_event where id = :event
                        returning id
                        """).param("event", event).query(Long.class).single();
        remember(leaving, staying, false, actor);
        move(leaving, fresh, actor);
        Gathering.count(jdbc, event);
        Gathering.count(jdbc, fresh);
        learn();
        return fresh;
    }

    private void exists(long event) {
        if (!jdbc.sql("select exists (select 1 from hotspot_event where id = :id and into_id is null)").param("id", event).query(Boolean.class).single()) {
            throw new NotFound("event", event);
        }
    }

    private List<UUID> orders(long event) {
        return jdbc.sql("select order_id from hotspot_member where event_id = :event order by at").param("event", event).query(UUID.class).list();
    }

    private void move(List<UUID> orders, long event, Actor actor) {
        jdbc.sql("update hotspot_member set event_id = :event, seq = default, moved_by = :by where order_id = any(:orders)").param("event", event)
                .param("by", actor.username()).param("orders", orders.toArray(UUID[]::new)).update();
    }

    private void remember(List<UUID> some, List<UUID> others, boolean same, Actor actor) {
        for (var one : some.subList(0, Math.min(LESSONS, some.size()))) {
            for (var other : others.subList(0, Math.min(LESSONS, others.size()))) {
                boolean first = one.toString().compareTo(other.toString()) < 0; // as the database sorts them
                jdbc.sql("""
                                insert into hotspot_pair (a, b, same, by, at) values (:a, :b, :same, :by, :at)
                                on conflict (a, b) do update set same = excluded.same, by = excluded.by, at = excluded.at
                                """).param("a", first ? one : other).param("b", first ? other : one).param("same", same).param("by", actor.username())
                        .param("at", Time.sql(clock.instant())).update();
            }
        }
    }

    /** The next request is judged by what was said now; every node reads it with its next request. */
    private void learn() {
        synchronized (memory) {
            memory.forget();
        }
    }
}

package city.minsheng.hotspot;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Kind;
import city.minsheng.platform.Event;
import city.minsheng.platform.Job;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.textmining.hotspot.Grouping;
import city.minsheng.workorder.Contents;
import city.minsheng.workorder.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each new order finds its event. One at a time for the whole city: two nodes would each find a new event for the same thing. */
@Component
@Order(20)
class Gathering implements OncePerCity, Job {

    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final Set<Kind> QUESTIONS = Set.of(Kind.INQUIRY, Kind.COMMENDATION);
    private static final int MOST = 500;
    private static final int TRIES = 5;
    private final JdbcClient jdbc;
    private final Memory memory;
    private final Contents contents;
    private final Alarms alarms;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;

    Gathering(JdbcClient jdbc, Memory memory, Contents contents, Alarms alarms, Catalogue catalogue, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.contents = contents;
        this.alarms = alarms;
        this.catalogue = catalogue;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "hotspot";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals("work-order.register");
    }

    /** Only noted: to find its event may take long, and the other listeners would wait. */
    @Override
    public void hear(Event event) {
        hear(List.of(event));
    }

    @Override
    public void hear(List<Event> events) {
        jdbc.sql("insert into hotspot_waiting (order_id) select distinct unnest(:orders) on conflict (order_id) do nothing")
                .param("orders", events.stream().map(Event::subject).toArray(UUID[]::new)).update();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** A transaction for each: what cannot be placed stands back and is tried again after the others. */
    @Override
    public void run() {
        for (int i = 0; i < MOST && next(); i++) {
            Thread.onSpinWait();
        }
    }

    private boolean next() {
        var waiting = jdbc.sql("select order_id from hotspot_waiting where tries < :tries order by tries, order_id limit 1").param("tries", TRIES).query(UUID.class).optional();
        waiting.ifPresent(order -> {
            try {
                transaction.executeWithoutResult(status -> gather(order));
            } catch (RuntimeException e) {
                LOG.warn("hotspot: {} was not placed: {}", order, e.toString());
                jdbc.sql("update hotspot_waiting set tries = tries + 1 where order_id = :order").param("order", order).update();
            }
        });
        return waiting.isPresent();
    }

    private void gather(UUID id) {
        lock(jdbc);
        jdbc.sql("delete from hotspot_waiting where order_id = :order").param("order", id).update();
        if (isPlaced(id)) {
            return;
        }
        synchronized (memory) {
            var order = contents.of(List.of(id)).get(id);
            if (order != null) {
                place(order);
            }
        }
    }

    /** Until the end of the transaction. */
    static void lock(JdbcClient jdbc) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(current_schema() || '.hotspot'))").query((row, n) -> 0).single();
    }

    private boolean isPlaced(UUID order) {
        return jdbc.sql("select exists (select 1 from hotspot_member where order_id = :order)").param("order", order).query(Boolean.class).single();
    }

    private void place(Contents.Content order) {
        var known = memory.current();
        if (known.knows(order.id().toString())) { // its transaction was taken back
            memory.forget();
            known = memory.current();
        }
        try {
            var placed = known.add(Memory.request(order));
            placed.swallowed().forEach(other -> swallow(other, placed.event()));
            write(order, placed);
            if (!isQuestion(order)) {
                alarms.sudden(placed.event(), order);
            }
        } catch (RuntimeException e) {
            memory.forget();
            throw e;
        }
    }

    /**
     * 咨询已答: whoever only asked, or thanked, and had the answer at once told of no trouble, however many ask the same. What
     * was written down as a request for assistance is one too where people mostly ask about the matter: 上小学要什么条件.
     */
    private boolean isQuestion(Contents.Content order) {
        if (order.outcome() != Outcome.ANSWERED_DIRECTLY) {
            return false;
        }
        return QUESTIONS.contains(order.kind()) || order.kind() == Kind.ASSISTANCE && catalogue.category(order.category())
                .map(category -> !category.kinds().isEmpty() && category.kinds().getFirst() == Kind.INQUIRY).orElse(false);
    }

    private void swallow(long other, long into) {
        jdbc.sql("update hotspot_member set event_id = :into, seq = default where event_id = :other").param("into", into).param("other", other).update();
        jdbc.sql("update hotspot_event set into_id = :into, requests = 0, callers = 0, troubled = 0 where id = :other").param("into", into).param("other", other).update();
    }

    private void write(Contents.Content order, Grouping.Placed placed) {
        memory.saw(jdbc.sql("""
                        insert into hotspot_member (order_id, event_id, caller, category, area, place, at, question)
                        values (:order, :event, :caller, :category, :area, :place, :at, :question)
                        returning seq
                        """)
                .param("order", order.id()).param("event", placed.event()).param("caller", order.requester()).param("category", order.category())
                .param("area", order.area()).param("place", place(order.address())).param("at", Time.sql(order.receivedAt()))
                .param("question", isQuestion(order)).query(Long.class).single());
        jdbc.sql("""
                        insert into hotspot_event (id, related, first_at, last_at, requests, callers) values (:event, :related, :at, :at, 1, 1)
                        on conflict (id) do nothing
                        """).param("event", placed.event()).param("related", placed.related()).param("at", Time.sql(order.receivedAt())).update();
        jdbc.sql("update hotspot_event set related = :related where id = :event or related = any(:joined)").param("related", placed.related())
                .param("event", placed.event()).param("joined", placed.joined().toArray(Long[]::new)).update();
        count(jdbc, placed.event());
    }

    /** The event's row is what its members add up to. */
    static void count(JdbcClient jdbc, long event) {
        jdbc.sql("""
                        update hotspot_event e
                           set first_at = coalesce(m.first_at, e.first_at), last_at = coalesce(m.last_at, e.last_at), requests = m.requests, callers = m.callers,
                               troubled = m.troubled
                          from (select min(at) as first_at, max(at) as last_at, count(*) as requests, count(distinct caller) as callers,
                                       count(distinct caller) filter (where not question) as troubled
                                  from hotspot_member where event_id = :event) m
                         where e.id = :event
                        """).param("event", event).update();
    }

    /** 小区、路: the address as far as its first number. */
    static String place(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (Character.isDigit(address.charAt(i))) {
                return address.substring(0, i).strip();
            }
        }
        return address.strip();
    }
}

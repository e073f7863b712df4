package city.minsheng.workorder;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 到期: a clock that runs out is told of within half a second and once, whichever node sees it first. The mark on the clock and
 * the event are one transaction, so a node that dies leaves neither and another one tells it.
 */
@Component
class Ringing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);
    private static final long EVERY_MS = 500;
    private static final int BATCH = 1000;
    /** What another node had claimed and could not finish is looked at again. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    /** From time to time everything that is still news, also what was written with a due time in the past. */
    private static final Duration NEWS = Duration.ofDays(2);
    private static final Duration WHOLE = Duration.ofMinutes(1);
    private static final String[] KINDS = Arrays.stream(ClockKind.values()).map(Enum::name).toArray(String[]::new);

    private record Rung(UUID order, ClockKind kind, Holder holder, Instant dueAt) {}

    private record Subject(UUID id, String number, String title, String level) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean serving;
    private volatile @Nullable Thread thread;
    private Instant until = Instant.EPOCH;
    private Instant whole = Instant.EPOCH;

    Ringing(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions, Clock clock, @Value("${minsheng.serving:true}") boolean serving) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.serving = serving;
    }

    /** @return how many clocks were told of */
    synchronized int tick() {
        var now = clock.instant();
        boolean all = until.isAfter(now) || now.isAfter(whole.plus(WHOLE)) || whole.isAfter(now);
        var from = all ? now.minus(NEWS) : until.minus(OVERLAP);
        int told = 0;
        int rung;
        do {
            rung = ring(from, now);
            told += rung;
        } while (rung == BATCH);
        until = now;
        whole = all ? now : whole;
        return told;
    }

    private int ring(Instant from, Instant now) {
        var count = transaction.execute(status -> {
            var rung = mark(from, now);
            if (!rung.isEmpty()) {
                var subjects = subjects(rung.stream().map(Rung::order).distinct().toArray(UUID[]::new));
                outbox.addAll("clock.run-out", rung.stream().filter(one -> subjects.containsKey(one.order()))
                        .map(one -> new Outbox.Told(one.order(), one.dueAt(), data(one, subjects.get(one.order())))).toList());
            }
            return rung.size();
        });
        return count == null ? 0 : count;
    }

    private List<Rung> mark(Instant from, Instant now) {
        return jdbc.sql("""
                        with due as (
                          select order_id, n from clock
                           where kind = any(:kinds) and due_at > :from and due_at <= :now and stopped_at is null and rung_at is null
                           limit :batch
                             for update skip locked)
                        update clock c set rung_at = :now from due where c.order_id = due.order_id and c.n = due.n
                        returning c.order_id, c.kind, c.holder, c.due_at
                        """)
                .param("kinds", KINDS).param("from", Time.sql(from)).param("now", Time.sql(now)).param("batch", BATCH)
                .query((row, n) -> new Rung(row.getObject("order_id", UUID.class), ClockKind.valueOf(row.getString("kind")), Holder.of(row.getString("holder")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant())).list();
    }

    private Map<UUID, Subject> subjects(UUID[] orders) {
        return jdbc.sql("select id, number, title, level from work_order where id = any(:orders)").param("orders", orders)
                .query((row, n) -> new Subject(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"), row.getString("level"))).list().stream()
                .collect(Collectors.toMap(Subject::id, Function.identity()));
    }

    /** As the events of an order's acts; the holder is told, where it is a department. */
    private static Map<String, Object> data(Rung rung, Subject order) {
        return Map.of("action", "RUN_OUT", "clock", rung.kind().name(), "number", order.number(), "title", order.title(), "level", order.level(),
                "lead", rung.holder().kind().equals("DEPARTMENT") ? rung.holder().code() : "", "called", List.of());
    }

    @Override
    public void start() {
        if (serving) {
            thread = Thread.ofPlatform().daemon().name("clocks").start(this::loop);
        }
    }

    private void loop() {
        while (thread == Thread.currentThread()) {
            try {
                tick();
                Thread.sleep(EVERY_MS);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("clocks: cannot read, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

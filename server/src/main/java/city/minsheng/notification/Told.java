package city.minsheng.notification;

import city.minsheng.platform.Promise;
import city.minsheng.workorder.Ended;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 件件有结果: every order that was closed was told to its citizen. */
@Component
class Told implements Promise {

    private static final int LOOKS = 4;
    private final JdbcClient jdbc;
    private final Ended ended;

    Told(JdbcClient jdbc, Ended ended) {
        this.jdbc = jdbc;
        this.ended = ended;
    }

    @Override
    public String name() {
        return "every closed order has an outcome that its citizen was told";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        long count = 0;
        var after = new UUID(0, 0);
        for (List<Ended.Order> page; !(page = ended.after(after, 2000)).isEmpty(); after = page.getLast().id()) {
            untold(page).forEach(order -> lies.accept(new Lie(order.number(), "is closed, and no message told the citizen so")));
            count += page.size();
        }
        return count;
    }

    /** Those whose last closing nobody was told of. What was closed a moment ago is given the time to be delivered. */
    private List<Ended.Order> untold(List<Ended.Order> page) {
        var left = page;
        for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
            if (look > 0) {
                pause();
            }
            var told = told(left);
            left = left.stream().filter(order -> {
                var at = told.get(order.id());
                return at == null || at.isBefore(order.closedAt());
            }).toList();
        }
        return left;
    }

    private Map<UUID, Instant> told(List<Ended.Order> orders) {
        var told = new HashMap<UUID, Instant>();
        jdbc.sql("select order_id, max(at) from message where order_id = any(:ids) and kind = 'RESULT' and state = 'SENT' group by order_id")
                .param("ids", orders.stream().map(Ended.Order::id).toArray(UUID[]::new))
                .query(row -> {
                    told.put(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return told;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

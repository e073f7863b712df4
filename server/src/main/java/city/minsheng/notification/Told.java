package city.minsheng.notification;

import city.minsheng.platform.Promise;
import city.minsheng.workorder.Ended;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 件件有结果: every order that was closed was told to its citizen. */
@Component
class Told implements Promise {

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
            var told = new HashSet<>(jdbc.sql("""
                            select m.order_id from message m
                             where m.order_id = any(:ids) and m.kind = 'RESULT' and m.state = 'SENT'
                            """)
                    .param("ids", page.stream().map(Ended.Order::id).toArray(UUID[]::new)).query(UUID.class).list());
            page.stream().filter(order -> !told.contains(order.id()))
                    .forEach(order -> lies.accept(new Lie(order.number(), "is closed, and no message told the citizen so")));
            count += page.size();
        }
        return count;
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.CitySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 工单编号: the day, and a count that never begins anew. A node fetches some at a time, so that an order needs no way to the
 * server for its own; those that a stop leaves over are never given.
 */
@Component
class Numbers {

    private static final int AT_A_TIME = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private final JdbcClient jdbc;
    private final CitySettings city;
    private final Deque<Long> fetched = new ArrayDeque<>();

    Numbers(JdbcClient jdbc, CitySettings city) {
        this.jdbc = jdbc;
        this.city = city;
    }

    String next(Instant receivedAt) {
        return DAY.format(LocalDate.ofInstant(receivedAt, city.zone())) + "%06d".formatted(count());
    }

    private synchronized long count() {
        if (fetched.isEmpty()) {
            fetched.addAll(jdbc.sql("select nextval('work_order_number') from generate_series(1, :some)").param("some", AT_A_TIME).query(Long.class).list());
        }
        return fetched.removeFirst();
    }
}

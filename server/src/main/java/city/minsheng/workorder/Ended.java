package city.minsheng.workorder;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders that are closed, page by page, for whoever must show that something was done about each. */
@Component
public class Ended {

    public record Order(UUID id, String number, Instant closedAt) {}

    private final JdbcClient jdbc;

    Ended(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Order> after(UUID id, int most) {
        return jdbc.sql("select id, number, closed_at from work_order where id > :id and clock_kind is null order by id limit :most")
                .param("id", id).param("most", most)
                .query((row, n) -> new Order(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }
}

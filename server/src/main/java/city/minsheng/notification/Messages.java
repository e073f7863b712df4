package city.minsheng.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the citizen was told of an order, when, and by which way. */
@Component
public class Messages {

    /** @param way which sender; {@code journal}: none is bound, it did not leave the building */
    public record Message(String kind, String medium, String words, Instant at, @Nullable Instant sentAt, String state, String way) {}

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Message> of(UUID order) {
        return jdbc.sql("select kind, medium, words, at, sent_at, state, way from message where order_id = :order order by at, event_id")
                .param("order", order)
                .query((row, n) -> new Message(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class) == null ? null : row.getObject(5, OffsetDateTime.class).toInstant(), row.getString(6), row.getString(7)))
                .list();
    }
}

package city.minsheng.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of an article's history. */
public record Step(int seq, int version, Action action, Instant at, String actor, String actorName, String role,
        @Nullable Status from, Status to, String reason) {

    static Step read(ResultSet row, int n) throws SQLException {
        var from = row.getString("from_status");
        return new Step(row.getInt("seq"), row.getInt("version"), Action.valueOf(row.getString("action")),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"), row.getString("actor_name"), row.getString("role"),
                from == null ? null : Status.valueOf(from), Status.valueOf(row.getString("to_status")), row.getString("reason"));
    }
}

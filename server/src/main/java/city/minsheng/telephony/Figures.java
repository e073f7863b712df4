package city.minsheng.telephony;

import city.minsheng.platform.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of people. */
final class Figures {

    record Today(int answered, long talkSeconds, int ratings, int stars) {}

    private Figures() {}

    static Today today(JdbcClient jdbc, String username, Instant now) {
        var midnight = now.atZone(java.time.ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.DAYS).toInstant();
        return jdbc.sql("""
                        select count(*) filter (where answered_at is not null) as answered,
                               coalesce(sum(extract(epoch from ended_at - answered_at)) filter (where answered_at is not null), 0)::bigint as talk,
                               count(r.stars) as ratings, coalesce(sum(r.stars), 0) as stars
                          from phone_call c left join call_rating r on r.call_id = c.id
                         where c.username = :username and c.since >= :midnight
                        """).param("username", username).param("midnight", Time.sql(midnight))
                .query((row, n) -> new Today(row.getInt(1), row.getLong(2), row.getInt(3), row.getInt(4))).single();
    }
}

package city.minsheng.workorder;

import city.minsheng.platform.Ids;
import city.minsheng.platform.Time;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders tell of one topic, for rooms that count them. What they say: {@link Contents}. */
@Component
public class OnTopic {

    /**
     * @param category and all beneath it; empty: any
     * @param areas    none: everywhere
     * @param words    any of them in title or text; none: whatever was said
     * @param to       exclusive
     */
    public record Asked(String category, Collection<String> areas, Collection<String> words, Instant from, Instant to) {}

    private static final int MOST = 20_000;
    private final JdbcClient jdbc;

    OnTopic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. An order is never registered before it was received, so its key bounds what is read. */
    public List<UUID> orders(Asked asked) {
        return jdbc.sql("""
                        select id from work_order
                         where id >= :first and received_at >= :from and received_at < :to
                           and (:category = '' or category like :category || '%')
                           and (cardinality(:areas) = 0 or area = any(:areas))
                           and (cardinality(:words) = 0 or title like any(:words) or body like any(:words))
                         order by received_at
                         limit :most
                        """)
                .param("first", Ids.first(asked.from())).param("from", Time.sql(asked.from())).param("to", Time.sql(asked.to())).param("category", asked.category())
                .param("areas", asked.areas().toArray(String[]::new)).param("words", asked.words().stream().map(OnTopic::within).toArray(String[]::new))
                .param("most", MOST).query(UUID.class).list();
    }

    private static String within(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

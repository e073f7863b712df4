package city.minsheng.workorder;

import city.minsheng.catalogue.Kind;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What orders say and what came of them, many at once, for rooms that look for patterns. Never shown as it is: texts may hold names. */
@Component
public class Contents {

    /** @param requester the same person has the same id */
    public record Content(UUID id, String number, UUID requester, String title, String body, Kind kind, @Nullable String category, @Nullable String area,
            String address, @Nullable String lead, boolean confidential, Status status, @Nullable Outcome outcome, @Nullable Solved solved, @Nullable Rating rating,
            Instant receivedAt) {}

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, Content> of(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, number, requester, title, body, kind, category, area, address, lead, confidential, status, outcome, solved, rating, received_at
                          from work_order
                         where id = any(:ids)
                        """).param("ids", ids.toArray(UUID[]::new)).query(Contents::read).list().stream()
                .collect(Collectors.toMap(Content::id, Function.identity()));
    }

    /** @param departments who led how many @param outcomes how many ended how; OPEN: not yet @param asked how many were asked whether it is solved */
    public record Came(Map<String, Integer> departments, Map<String, Integer> outcomes, int asked, int solved) {}

    /** What came of all that was received in that time. @param category and all beneath it; empty: any @param areas empty: the whole city */
    public Came came(Instant from, Instant to, String category, Collection<String> areas) {
        var departments = new TreeMap<String, Integer>();
        var outcomes = new TreeMap<String, Integer>();
        var solved = new EnumMap<Solved, Integer>(Solved.class);
        jdbc.sql("""
                        select lead, coalesce(outcome, 'OPEN'), solved, count(*)
                          from work_order
                         where received_at >= :from and received_at < :to and (:category = '' or category like :category || '%') and (cardinality(:areas) = 0 or area = any(:areas))
                         group by 1, 2, 3
                        """).param("from", Time.sql(from)).param("to", Time.sql(to)).param("category", category).param("areas", areas.toArray(String[]::new))
                .query(row -> {
                    add(departments, row.getString(1), row.getInt(4));
                    add(outcomes, row.getString(2), row.getInt(4));
                    add(solved, word(Solved.class, row.getString(3)), row.getInt(4));
                });
        return new Came(departments, outcomes, solved.values().stream().mapToInt(Integer::intValue).sum(), solved.getOrDefault(Solved.YES, 0));
    }

    private static <K> void add(Map<K, Integer> counted, @Nullable K of, int many) {
        if (of != null) {
            counted.merge(of, many, Integer::sum);
        }
    }

    private static Content read(ResultSet row, int n) throws SQLException {
        return new Content(row.getObject("id", UUID.class), row.getString("number"), row.getObject("requester", UUID.class), row.getString("title"),
                row.getString("body"), Kind.valueOf(row.getString("kind")), row.getString("category"), row.getString("area"), row.getString("address"),
                row.getString("lead"), row.getBoolean("confidential"), Status.valueOf(row.getString("status")), word(Outcome.class, row.getString("outcome")),
                word(Solved.class, row.getString("solved")), word(Rating.class, row.getString("rating")), row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, @Nullable String word) {
        return word == null ? null : Enum.valueOf(words, word);
    }
}

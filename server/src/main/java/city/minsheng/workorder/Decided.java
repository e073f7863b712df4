package city.minsheng.workorder;

import city.minsheng.catalogue.Kind;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as they were said, beside what people made of them: to learn from, and to see who said the same before. */
@Component
public class Decided {

    private static final Duration LATELY = Duration.ofDays(30);
    private final JdbcClient jdbc;
    private final Clock clock;

    Decided(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Order(UUID id, String title, String body, String category, Kind kind) {

        /** What was said, once: a title that only repeats the beginning is left out. */
        public String text() {
            return said(title, body);
        }
    }

    public record Recent(UUID id, String number, String title, String body, UUID requester, Status status, Instant receivedAt) {}

    /** The title first, unless it is only the beginning of the body. */
    public static String said(String title, String body) {
        var beginning = title.endsWith("…") ? title.substring(0, title.length() - 1) : title;
        return body.strip().replaceAll("\\s+", " ").startsWith(beginning) ? body : title + "\n" + body;
    }

    /** Orders that somebody has answered, dispatched or closed under a category, the newest first. */
    public List<Order> newest(int most) {
        return jdbc.sql("""
                        select id, title, body, category, kind
                          from work_order
                         where category is not null and status not in ('REGISTERED', 'WAITING_FOR_INFORMATION')
                           and (outcome is null or outcome not in ('NOT_ACCEPTED', 'WITHDRAWN'))
                         order by id desc
                         limit :most
                        """)
                .param("most", most)
                .query((row, n) -> new Order(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), Kind.valueOf(row.getString(5))))
                .list();
    }

    /** What a new request might repeat: of the last thirty days, of the same person, at the same place, or quite new. */
    public List<Recent> lately(@Nullable UUID requester, @Nullable String area, Actor actor) {
        return jdbc.sql("""
                        select o.id, o.number, o.title, o.body, o.requester, o.status, o.received_at
                          from work_order o
                         where o.received_at > :since and %s
                           and o.id in (
                                 (select id from work_order where requester = :requester order by id desc limit 20)
                                 union (select id from work_order where area = :area order by id desc limit 150)
                                 union (select id from work_order order by id desc limit 200))
                        """.formatted(Scope.condition(actor)))
                .param("since", Time.sql(clock.instant().minus(LATELY))).param("scope", Scope.parameter(actor))
                .param("requester", requester, java.sql.Types.OTHER).param("area", area, java.sql.Types.VARCHAR)
                .query(Decided::recent).list();
    }

    private static Recent recent(ResultSet row, int n) throws SQLException {
        return new Recent(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, UUID.class),
                Status.valueOf(row.getString(6)), row.getObject(7, OffsetDateTime.class).toInstant());
    }
}

package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 一次一评: how a call was rated; a low rating is reviewed by a supervisor before it counts against anybody. */
@Service
public class Ratings {

    static final int LOW = 2;

    public record Review(UUID id, UUID call, int stars, @Nullable String agent, Instant at, @Nullable Instant resolvedAt,
            @Nullable String resolvedBy, @Nullable Boolean fair, @Nullable String words) {}

    public record Resolution(String words, boolean fair) {}

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The first rating of a call is its rating. */
    static boolean write(JdbcClient jdbc, UUID call, @Nullable String person, int stars, String by, Instant at) {
        int fresh = jdbc.sql("insert into call_rating (call_id, stars, by, at) values (:call, :stars, :by, :at) on conflict (call_id) do nothing")
                .param("call", call).param("stars", stars).param("by", by).param("at", Time.sql(at)).update();
        if (fresh == 1 && stars <= LOW) {
            jdbc.sql("insert into call_review (call_id, stars, username, at) values (:call, :stars, :person, :at) on conflict (call_id) do nothing")
                    .param("call", call).param("stars", stars).param("person", person).param("at", Time.sql(at)).update();
        }
        return fresh == 1;
    }

    /** By the link of the message. @return empty where the code is nobody's; false where the call was rated already */
    @Transactional
    public Optional<Boolean> rate(String code, int stars) {
        new Invalid.Check().that(stars >= 1 && stars <= 5, "/stars", "required").done();
        record Asked(UUID call, @Nullable String person) {}
        return jdbc.sql("select w.call_id, c.username from rating_wanted w join phone_call c on c.id = w.call_id where w.code = :code").param("code", code)
                .query((row, n) -> new Asked(row.getObject(1, UUID.class), row.getString(2))).optional()
                .map(asked -> write(jdbc, asked.call(), asked.person(), stars, "WEB", clock.instant()));
    }

    /** When the call was that a code asks about. */
    public Optional<Instant> asked(String code) {
        return jdbc.sql("select c.since from rating_wanted w join phone_call c on c.id = w.call_id where w.code = :code").param("code", code)
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    public List<Review> reviews(boolean open, Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.REVIEWER) && !actor.is(Role.ANALYST)) {
            throw new NotYours("wrong-role-here");
        }
        return jdbc.sql("""
                        select call_id, stars, username, at, resolved_at, resolved_by, fair, words from call_review
                         where (resolved_at is null) = :open order by at desc limit 200
                        """).param("open", open)
                .query((row, n) -> new Review(row.getObject(1, UUID.class), row.getObject(1, UUID.class), row.getInt(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class) == null ? null : row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getString(6), (Boolean) row.getObject(7), secrets.open(row.getString(8)))).list();
    }

    @Transactional
    public void resolve(UUID call, Resolution resolution, Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        new Invalid.Check().given(resolution.words(), "/words").atMost(resolution.words(), 500, "/words").done();
        int rows = jdbc.sql("""
                        update call_review set resolved_at = :now, resolved_by = :by, fair = :fair, words = :words
                         where call_id = :call and resolved_at is null
                        """)
                .param("now", Time.sql(clock.instant())).param("by", actor.username()).param("fair", resolution.fair())
                .param("words", secrets.seal(resolution.words().strip())).param("call", call).update();
        if (rows == 0) {
            throw new NotFound("review", call);
        }
    }
}

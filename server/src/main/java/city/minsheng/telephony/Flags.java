package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 来电标识: what the next agent should know of a number, with evidence and an end; nobody is marked for ever. */
@Service
public class Flags {

    public enum Kind { DIALECT, HARD_OF_HEARING, ELDERLY, HARASSMENT, SELF_HARM, GROUP }

    public record Flag(long id, Kind kind, String evidence, String by, Instant at, Instant until) {}

    public record NewFlag(@Nullable UUID call, @Nullable Kind kind, @Nullable String evidence, @Nullable Integer days) {}

    private static final int DAYS = 90;
    private static final int MOST_DAYS = 365;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final CallLog log;
    private final Hall hall;
    private final People people;
    private final Clock clock;

    Flags(JdbcClient jdbc, Secrets secrets, CallLog log, Hall hall, People people, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.log = log;
        this.hall = hall;
        this.people = people;
        this.clock = clock;
    }

    public List<Flag> of(UUID call) {
        return log.number(call).map(number -> jdbc.sql("""
                        select id, kind, evidence, by, at, until from caller_flag
                         where number_index = :index and lifted_at is null and until > :now order by at desc
                        """).param("index", secrets.index("phone", number)).param("now", Time.sql(clock.instant()))
                .query((row, n) -> new Flag(row.getLong(1), Kind.valueOf(row.getString(2)), String.valueOf(secrets.open(row.getString(3))),
                        people.find(row.getString(4)).map(Person::name).orElse(row.getString(4)), row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6, OffsetDateTime.class).toInstant())).list()).orElse(List.of());
    }

    @Transactional
    public List<Flag> raise(NewFlag flag, Actor actor) {
        new Invalid.Check().given(flag.call(), "/call").given(flag.kind(), "/kind").given(flag.evidence(), "/evidence").atMost(flag.evidence(), 500, "/evidence")
                .that(flag.days() == null || flag.days() >= 1 && flag.days() <= MOST_DAYS, "/days", "between", 1, MOST_DAYS).done();
        var call = java.util.Objects.requireNonNull(flag.call());
        var kind = java.util.Objects.requireNonNull(flag.kind());
        log.mustConcern(call, actor);
        var number = log.number(call).orElseThrow(() -> new city.minsheng.platform.Refusal("number-hidden"));
        var index = secrets.index("phone", number);
        var now = clock.instant();
        jdbc.sql("""
                        insert into caller_flag (number_index, kind, evidence, call_id, by, at, until)
                        values (:index, :kind, :evidence, :call, :by, :at, :until)
                        """)
                .param("index", index).param("kind", kind.name()).param("evidence", secrets.seal(flag.evidence())).param("call", call)
                .param("by", actor.username()).param("at", Time.sql(now)).param("until", Time.sql(now.plus(Duration.ofDays(flag.days() == null ? DAYS : flag.days())))).update();
        remember(index, kind, true);
        return of(call);
    }

    @Transactional
    public void lift(long id, @Nullable String reason, Actor actor) {
        new Invalid.Check().given(reason, "/reason").atMost(reason, 200, "/reason").done();
        record Lifted(String index, String kind) {}
        var lifted = jdbc.sql("""
                        update caller_flag set lifted_at = :now, lifted_by = :by, lifted_why = :why where id = :id and lifted_at is null
                        returning number_index, kind
                        """).param("now", Time.sql(clock.instant())).param("by", actor.username()).param("why", reason).param("id", id)
                .query((row, n) -> new Lifted(row.getString(1), row.getString(2))).optional().orElseThrow(() -> new NotFound("flag", id));
        remember(lifted.index(), Kind.valueOf(lifted.kind()), false);
    }

    private void remember(String index, Kind kind, boolean there) {
        if (kind == Kind.DIALECT && hall.isOpen()) {
            hall.look(opened -> {
                opened.floor.remembered.needsDialect(index, there);
                return there;
            });
        }
    }
}

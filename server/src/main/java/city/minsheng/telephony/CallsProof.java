package city.minsheng.telephony;

import city.minsheng.platform.Promise;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 来电有着落: each call has one end, and whoever wanted us and got nobody stands on the call-back list. */
@Component
class CallsProof implements Promise {

    private static final Duration LONGEST_CALL = Duration.ofHours(12);
    private final JdbcClient jdbc;
    private final Clock clock;

    CallsProof(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "every call has one end, and every caller who got nobody is on the call-back list";
    }

    @Override
    public long check(Consumer<Lie> lies) {
        tell(lies, "has no end", """
                select id from phone_call where ended_at is null and since < :old and not (direction = 'OUT' and phase = 'WAITING')
                """);
        tell(lies, "got nobody and is not on the call-back list", """
                select id from phone_call c
                 where direction = 'IN' and number_index is not null and ended_as in ('ABANDONED', 'TIMED_OUT', 'CALL_BACK', 'BUSY', 'LOST', 'CUT')
                   and ended_at < :old and not exists (select 1 from call_owed o where o.call_id = c.id)
                """);
        tell(lies, "came in and ended as only outbound calls can", "select id from phone_call where direction = 'IN' and ended_as in ('UNREACHED', 'CANCELLED') and since < :old");
        tell(lies, "ended before it was answered, or before it began", """
                select id from phone_call where ended_at is not null and since < :old and (ended_at < since or answered_at is not null and ended_at < answered_at)
                """);
        tell(lies, "was answered, and ended as if it were not", """
                select id from phone_call where direction = 'IN' and answered_at is not null and ended_as not in ('ANSWERED', 'CUT', 'ABANDONED', 'TIMED_OUT', 'CALL_BACK', 'LOST')
                   and since < :old
                """);
        return jdbc.sql("select count(*) from phone_call").query(Long.class).single();
    }

    /** What goes on this moment is no lie yet. */
    private void tell(Consumer<Lie> lies, String what, String sql) {
        jdbc.sql(sql).param("old", Time.sql(clock.instant().minus(what.equals("has no end") ? LONGEST_CALL : Duration.ofSeconds(10))))
                .query(String.class).list().forEach(id -> lies.accept(new Lie("call " + id, what)));
    }
}

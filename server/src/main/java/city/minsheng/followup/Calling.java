package city.minsheng.followup;

import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Solved;
import city.minsheng.workorder.Urging;
import city.minsheng.workorder.WorkOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回访 by call, message or web. The same three questions, whoever asks: contacted? solved? satisfied? [BJ] art. 23 */
@Service
public class Calling {

    public record Attempt(@Nullable String note) {}

    /** One try to hear the citizen, and what was heard. */
    public record FollowUp(int n, String by, Instant at, boolean reached, @Nullable Boolean contacted, @Nullable Solved solved,
            @Nullable Rating satisfied, String words) {}

    private final Urging urging;
    private final Closing closing;
    private final Reworking reworking;
    private final Reading reading;
    private final JdbcClient jdbc;
    private final CitySettings city;
    private final Clock clock;

    Calling(Urging urging, Closing closing, Reworking reworking, Reading reading, JdbcClient jdbc, CitySettings city, Clock clock) {
        this.urging = urging;
        this.closing = closing;
        this.reworking = reworking;
        this.reading = reading;
        this.jdbc = jdbc;
        this.city = city;
        this.clock = clock;
    }

    /** Nobody answered. Tries count only when they are made at different hours. */
    @Transactional
    public WorkOrder attempted(On on, Attempt attempt) {
        var now = clock.instant();
        boolean sameHour = of(on.order()).stream().anyMatch(call -> !call.reached() && hour(call.at()).equals(hour(now)));
        if (sameHour) {
            throw new Refusal("same-hour");
        }
        var order = urging.attempted(on, attempt.note());
        write(on, now, false, new Closing.Verdict(null, null, null, attempt.note(), false));
        return order;
    }

    /** @throws Refusal {@code attempts-missing} where somebody would be called unreachable too early */
    @Transactional
    public WorkOrder close(On on, Closing.Verdict verdict) {
        if (verdict.unreachable()) {
            int tries = reading.get(on.order(), on.actor()).attempts(); // since the last reply: an earlier round's do not count
            if (tries < city.attempts()) {
                throw new Refusal("attempts-missing", tries, city.attempts());
            }
        }
        var order = closing.close(on, verdict);
        if (!verdict.unreachable()) {
            write(on, clock.instant(), true, verdict);
        }
        return order;
    }

    @Transactional
    public WorkOrder rework(On on, Reworking.Rework rework) {
        var order = reworking.rework(on, rework);
        write(on, clock.instant(), true, new Closing.Verdict(rework.contacted(), rework.solved(), rework.satisfied(), rework.reason(), false));
        return order;
    }

    public List<FollowUp> of(UUID order) {
        return jdbc.sql("select n, by, at, reached, contacted, solved, satisfied, words from follow_up where order_id = :order order by n")
                .param("order", order)
                .query((row, i) -> new FollowUp(row.getInt(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(), row.getBoolean(4),
                        row.getObject(5, Boolean.class), row.getString(6) == null ? null : Solved.valueOf(row.getString(6)),
                        row.getString(7) == null ? null : Rating.valueOf(row.getString(7)), row.getString(8)))
                .list();
    }

    private void write(On on, Instant at, boolean reached, Closing.Verdict verdict) {
        jdbc.sql("""
                        insert into follow_up (order_id, n, by, at, medium, reached, contacted, solved, satisfied, words)
                        select :order, coalesce(max(n), 0) + 1, :by, :at, :medium, :reached, :contacted, :solved, :satisfied, :words
                          from follow_up
                         where order_id = :order
                        """)
                .param("order", on.order()).param("by", on.actor().username()).param("at", Time.sql(at))
                .param("medium", on.actor().is(Role.REQUESTER) ? "WEB" : "CALL").param("reached", reached)
                .param("contacted", verdict.contacted()).param("solved", verdict.solved() == null ? null : verdict.solved().name())
                .param("satisfied", verdict.satisfied() == null ? null : verdict.satisfied().name())
                .param("words", verdict.words() == null ? "" : verdict.words().strip()).update();
    }

    private OffsetDateTime hour(Instant at) {
        return at.atZone(city.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.HOURS);
    }
}

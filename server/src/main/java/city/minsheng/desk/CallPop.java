package city.minsheng.desk;

import city.minsheng.directory.Actor;
import city.minsheng.platform.NotFound;
import city.minsheng.requester.Requester;
import city.minsheng.requester.Requesters;
import city.minsheng.telephony.CallLog;
import city.minsheng.telephony.Flags;
import city.minsheng.workorder.Experience;
import city.minsheng.workorder.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 来电弹屏: what the person at whose seat it rings should see before saying a word. */
@Component
public class CallPop {

    /** Likely, never certain: a telephone may be anybody's. @param sure HIGH where this number has asked before more than once */
    public record Guess(UUID requester, @Nullable String name, int calls7, int calls30, String sure) {}

    public record Pop(UUID call, @Nullable String from, boolean hidden, String area, String queue, @Nullable Guess guess, List<Row> open, List<Row> closed,
            List<CallLog.Row> last, List<Flags.Flag> flags) {}

    private static final int SHOWN = 8;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private final CallLog log;
    private final Flags flags;
    private final Requesters requesters;
    private final Experience experience;
    private final Clock clock;

    CallPop(CallLog log, Flags flags, Requesters requesters, Experience experience, Clock clock) {
        this.log = log;
        this.flags = flags;
        this.requesters = requesters;
        this.experience = experience;
        this.clock = clock;
    }

    /** @throws NotFound also for whom the call does not concern */
    public Pop pop(UUID call, Actor actor) {
        var row = log.whole(call, actor).call();
        var known = log.number(call).flatMap(requesters::byPhone).map(requesters::get);
        var orders = known.map(requester -> experience.of(List.of(requester.id()), actor, 3 * SHOWN)).orElse(List.of());
        return new Pop(call, row.from(), row.hidden(), row.area(), row.queue(), known.map(requester -> guess(call, requester, orders)).orElse(null),
                orders.stream().filter(order -> order.status().isOpen()).limit(SHOWN).toList(),
                orders.stream().filter(order -> !order.status().isOpen()).limit(3).toList(), log.before(call, SHOWN), flags.of(call));
    }

    private Guess guess(UUID call, Requester requester, List<Row> orders) {
        var now = clock.instant();
        return new Guess(requester.id(), requester.name(), log.callsSince(call, now.minus(WEEK)), log.callsSince(call, now.minus(MONTH)), orders.size() > 1 ? "HIGH" : "LOW");
    }
}

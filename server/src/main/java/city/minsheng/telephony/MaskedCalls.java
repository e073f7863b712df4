package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Refusal;
import city.minsheng.telephony.Call.Direction;
import city.minsheng.telephony.Call.Purpose;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 隐号通话: the switch rings somebody's own telephone, then the citizen's, and joins them. Both see the hotline's number and
 * neither the other's; no seat takes part. Recorded as every call is.
 */
@Service
public class MaskedCalls {

    /** @param call null where the same key comes again after the call is over @param own the telephone that rings first, masked */
    public record Ringing(@Nullable UUID call, @Nullable String own) {}

    private final Hall hall;
    private final Clock clock;

    MaskedCalls(Hall hall, Clock clock) {
        this.hall = hall;
        this.clock = clock;
    }

    /** @param own of who calls, and @param number of who is called, in clear; the same key again rings nobody twice */
    public Ringing connect(String own, String number, UUID order, @Nullable String key, Actor actor) {
        var caller = hall.numbers().of(own);
        var citizen = hall.numbers().of(number);
        if (caller.isHidden() || citizen.isHidden()) {
            throw new Refusal("number-hidden");
        }
        return hall.ask(opened -> {
            var running = opened.floor.calls.values().stream()
                    .filter(one -> Masked.is(one) && actor.username().equals(one.person) && !one.isOver()).findFirst();
            if (!opened.floor.isFirst(key, actor.username())) {
                return new Ringing(running.map(one -> one.id).orElse(null), caller.masked());
            }
            if (running.isPresent()) {
                throw new Refusal("masked-call-running");
            }
            var id = Ids.next(clock.instant());
            var call = new Call(id, "out-" + id, Direction.OUT, citizen, "", "outbound", clock.instant());
            call.purpose = Purpose.ORDER;
            call.order = order;
            call.dial = citizen.national();
            call.other = "诉求人";
            call.otherEnglish = "Requester";
            call.person = actor.username();
            opened.masked.begin(call, String.valueOf(caller.national()), actor.name(), actor.english());
            return new Ringing(id, caller.masked());
        });
    }
}

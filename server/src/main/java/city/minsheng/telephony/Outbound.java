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

/** 外呼: calls to citizens and departments for an order's sake. The agent never sees the number, and the other side sees the hotline's. */
@Service
public class Outbound {

    private final Hall hall;
    private final Clock clock;

    Outbound(Hall hall, Clock clock) {
        this.hall = hall;
        this.clock = clock;
    }

    /** @param number in clear */
    public SeatView callCitizen(String number, UUID order, @Nullable String key, Actor actor) {
        return call(number, Purpose.ORDER, "诉求人", "Requester", order, key, actor);
    }

    public SeatView callDepartment(Target department, @Nullable UUID order, @Nullable String key, Actor actor) {
        return call(String.valueOf(department.dial()), Purpose.DEPARTMENT, department.name(), department.english(), order, key, actor);
    }

    private SeatView call(String number, Purpose purpose, String name, String english, @Nullable UUID order, @Nullable String key, Actor actor) {
        var caller = hall.numbers().of(number);
        if (caller.isHidden()) {
            throw new Refusal("number-hidden");
        }
        return hall.once(key, actor, (commands, seat) -> {
            var id = Ids.next(clock.instant());
            var call = new Call(id, "out-" + id, Direction.OUT, caller, "", "outbound", clock.instant());
            call.purpose = purpose;
            call.order = order;
            call.dial = caller.national();
            call.other = name;
            call.otherEnglish = english;
            commands.callOut(seat, call);
        });
    }
}

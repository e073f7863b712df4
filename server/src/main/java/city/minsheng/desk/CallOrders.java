package city.minsheng.desk;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.requester.Requesters;
import city.minsheng.telephony.CallLog;
import city.minsheng.telephony.Directory;
import city.minsheng.telephony.Outbound;
import city.minsheng.telephony.Recordings;
import city.minsheng.telephony.MaskedCalls;
import city.minsheng.telephony.SeatView;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.WorkOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins calls and orders: neither room knows of the other. */
@Service
public class CallOrders {

    public record CallOfOrder(CallLog.Row call, List<Recordings.Recording> recordings) {}

    /** @param to REQUESTER or DEPARTMENT @param department null: the one that has the order */
    public record Wish(@Nullable String to, @Nullable String department) {}

    private final CallLog log;
    private final Recordings recordings;
    private final Reading reading;
    private final Receiving receiving;
    private final Requesters requesters;
    private final Outbound outbound;
    private final MaskedCalls masked;
    private final People people;
    private final Directory directory;

    CallOrders(CallLog log, Recordings recordings, Reading reading, Receiving receiving, Requesters requesters, Outbound outbound, MaskedCalls masked, People people,
            Directory directory) {
        this.log = log;
        this.recordings = recordings;
        this.reading = reading;
        this.receiving = receiving;
        this.requesters = requesters;
        this.outbound = outbound;
        this.masked = masked;
        this.people = people;
        this.directory = directory;
    }

    /** Registers what the caller says: the caller's number becomes the requester's without a screen having shown it. */
    @Transactional
    public WorkOrder register(UUID call, Receiving.Incoming said, Actor actor, Role role) {
        log.mustConcern(call, actor);
        var given = said.requester() == null ? new Receiving.From(null, null, false) : said.requester();
        boolean own = given.phone() != null && !given.phone().isBlank() && !given.phone().contains("*");
        var from = own ? given : new Receiving.From(given.name(), log.number(call).orElse(null), given.confidential(), given.account());
        var order = receiving.receive(new Receiving.Incoming(said.channel(), said.externalId(), said.receivedAt(), said.kind(), said.category(), said.level(),
                said.area(), said.address(), said.title(), said.body(), from, said.first()), actor, role);
        log.link(call, order.id(), actor);
        return order;
    }

    /** The call is about an order that is there already. */
    public void link(UUID call, UUID order, Actor actor) {
        reading.get(order, actor);
        log.link(call, order, actor);
    }

    public List<CallOfOrder> calls(UUID order, Actor actor) {
        if (!reading.namesRequester(order, actor)) {
            return List.of(); // a call bears a number, be it masked, and a voice
        }
        return log.ofOrder(order).stream().map(call -> new CallOfOrder(call, recordings.of(call.call()))).toList();
    }

    /** 隐号通话: whoever carries the order out speaks with the citizen; neither sees the other's number. */
    public MaskedCalls.Ringing callMasked(UUID id, @Nullable String key, Actor actor) {
        var order = reading.get(id, actor);
        if (!actor.seesDepartments() && !actor.isLastMile()) {
            throw new NotYours("wrong-role-here");
        }
        var own = people.phoneOf(actor.username());
        var phone = requesters.contact(order.requester()).phone();
        new Invalid.Check().that(own != null && !own.isBlank(), "/own", "no-own-phone").that(phone != null, "/to", "no-phone").done();
        return masked.connect(String.valueOf(own), String.valueOf(phone), id, key, actor);
    }

    /** 外呼 for an order's sake, by the hall. */
    public SeatView call(UUID id, Wish wish, @Nullable String key, Actor actor) {
        var order = reading.get(id, actor);
        if (!actor.seesWholeCity()) {
            throw new NotYours("wrong-role-here");
        }
        if ("REQUESTER".equals(wish.to())) {
            var phone = requesters.contact(order.requester()).phone();
            if (phone == null) {
                throw new Invalid("/to", "no-phone");
            }
            return outbound.callCitizen(phone, id, key, actor);
        }
        var department = wish.department() != null ? wish.department() : order.lead();
        if (!"DEPARTMENT".equals(wish.to()) || department == null) {
            throw new Invalid("/to", "choice");
        }
        return outbound.callDepartment(directory.department(department), id, key, actor);
    }
}

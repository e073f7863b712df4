package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 班长: sees the seats with their people, listens, whispers, barges in, takes over, and changes states. */
@Service
public class Leading {

    public record Speaking(UUID id, @Nullable String from, String queue, Instant since, boolean held) {}

    public record SeatRow(String seat, String kind, @Nullable String skill, SeatState state, Instant since, @Nullable String reason, @Nullable String username,
            @Nullable String name, @Nullable String english, @Nullable String group, @Nullable Speaking call, boolean phoneOnline, List<String> may) {}

    private static final Set<SeatState> FORCED = Set.of(SeatState.READY, SeatState.NOT_READY, SeatState.SIGNED_OUT);
    private final Hall hall;
    private final HallRules data;

    Leading(Hall hall, HallRules data) {
        this.hall = hall;
        this.data = data;
    }

    public List<SeatRow> seats(Actor actor) {
        data.onlyLead(actor);
        return hall.look(Leading::rows);
    }

    private static List<SeatRow> rows(Control opened) {
        return opened.floor.seats.values().stream().map(Leading::row).toList();
    }

    private static SeatRow row(Seat seat) {
        var call = seat.call;
        var staff = seat.staff;
        return new SeatRow(seat.number, seat.kind, seat.skill, seat.state, seat.since, seat.reason, staff == null ? null : staff.username(),
                staff == null ? null : staff.name(), staff == null ? null : staff.english(), staff == null ? null : staff.group(),
                call == null ? null : new Speaking(call.id, call.caller.masked(), call.queue, call.since, call.held), seat.online, may(seat));
    }

    private static List<String> may(Seat seat) {
        var may = new ArrayList<String>();
        boolean speaks = seat.state.isInCall() && seat.call != null && seat.number.equals(seat.call.seat) && seat.call.phase == Call.Phase.TALKING;
        if (speaks) {
            may.addAll(List.of("listen", "whisper", "barge", "take-over"));
        } else if (seat.staff != null && !seat.state.isInCall() && seat.state != SeatState.RINGING) {
            may.add("force");
        }
        return may;
    }

    /** The lead must sit at a seat: its telephone is the ear. */
    public SeatView lead(Actor actor, BiConsumer<Commands, String> work) {
        data.onlyLead(actor);
        return hall.at(actor, work);
    }

    public List<SeatRow> force(String number, SeatState state, Actor actor) {
        data.onlyLead(actor);
        if (!FORCED.contains(state)) {
            throw new Invalid("/state", "required");
        }
        return hall.ask(opened -> {
            var seat = opened.floor.seats.get(number);
            if (seat == null) {
                throw new NotFound("seat", number);
            }
            opened.force(actor.username(), seat, state);
            return rows(opened);
        });
    }
}

package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Cold transfers, and the expert's call that is booked where no expert is there. */
@Service
public class Transferring {

    private final Hall hall;

    Transferring(Hall hall) {
        this.hall = hall;
    }

    public SeatView transfer(Target target, String notes, Actor actor) {
        return booked(actor, opened -> opened.talking.transfer(opened.floor.mine(actor.username()), target, notes));
    }

    public SeatView book(Target queue, String notes, @Nullable String key, Actor actor) {
        return booked(actor, opened -> opened.floor.isFirst(key, actor.username())
                ? opened.callBacks.bookExpert(Talking.talking(opened.floor.mine(actor.username())), queue.code(), notes) : null);
    }

    private SeatView booked(Actor actor, java.util.function.Function<Control, @Nullable CallBack> work) {
        return hall.ask(opened -> {
            var booking = work.apply(opened);
            var view = opened.showing.seat(opened.floor.mine(actor.username()));
            return booking == null ? view : view.with(new SeatView.Booked(booking.queue, booking.promisedBy));
        });
    }
}

package city.minsheng.telephony;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person can ask of the own seat, on the hall's thread. */
public final class Commands {

    private final Control control;

    Commands(Control control) {
        this.control = control;
    }

    private Seat seat(String number) {
        return control.floor.seat(number);
    }

    public void signOut(String seat) {
        control.signOut(seat(seat));
    }

    public void state(String seat, SeatState state, @Nullable String reason) {
        control.ask(seat(seat), state, reason);
    }

    public void answer(String seat) {
        control.answer(seat(seat));
    }

    public void refuse(String seat) {
        control.refuse(seat(seat));
    }

    public void hangUp(String seat) {
        control.hangUp(seat(seat));
    }

    public void hold(String seat, boolean held) {
        if (held) {
            control.talking.hold(seat(seat));
        } else {
            control.talking.unhold(seat(seat));
        }
    }

    public void mute(String seat, boolean muted) {
        control.talking.mute(seat(seat), muted);
    }

    public void keys(String seat, String digits) {
        control.talking.keys(seat(seat), digits);
    }

    public void consult(String seat, Target target) {
        control.talking.consult(seat(seat), target);
    }

    public void completeTransfer(String seat, String notes) {
        control.talking.completeTransfer(seat(seat), notes);
    }

    public void conference(String seat) {
        control.talking.conference(seat(seat));
    }

    public void dropConsult(String seat) {
        control.talking.dropConsult(seat(seat));
    }

    public void emergency(String seat, Target service, String place, String summary, boolean transfer) {
        control.talking.emergency(seat(seat), service, place, summary, transfer);
    }

    public void pauseRecording(String seat, boolean paused) {
        control.recorder.pause(Talking.talking(seat(seat)), seat(seat), paused);
    }

    public void wrapUp(String seat, @Nullable String code, @Nullable String note, boolean done) {
        control.wrapUp(seat(seat), code, note, done);
    }

    public void extendWrapUp(String seat) {
        control.ending.extend(seat(seat));
    }

    public void callBack(String seat, UUID entry) {
        control.callBack(seat(seat), entry);
    }

    void callOut(String seat, Call call) {
        control.callOut(seat(seat), call);
    }

    public void ear(String seat, String of, Switch.Ear kind) {
        control.ears.lend(seat(seat), other(of), kind);
    }

    public void endEar(String seat) {
        control.ears.end(seat(seat));
    }

    public void takeOver(String seat, String of) {
        control.talking.takeOver(seat(seat), other(of));
    }

    private Seat other(String number) {
        var seat = control.floor.seats.get(number);
        if (seat == null) {
            throw new city.minsheng.platform.NotFound("seat", number);
        }
        return seat;
    }
}

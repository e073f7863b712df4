package city.minsheng.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody whom we owe a call. Only the hall's thread touches it. */
final class CallBack {

    enum Why { ABANDONED, TIMED_OUT, ASKED, BUSY, LOST, EXPERT }

    enum State { OPEN, TAKEN, DONE, GIVEN_UP }

    enum Result { REACHED, NOT_REACHED, NOT_WANTED, WRONG_NUMBER, CALLED_AGAIN }

    final UUID id;
    final Caller caller;
    final String queue;
    final Instant since;
    Why why;
    int calls = 1;
    boolean keptPlace;
    @Nullable Instant promisedBy;
    String notes = "";
    int attempts;
    State state = State.OPEN;
    @Nullable String takenBy;
    @Nullable Result result;
    @Nullable Instant doneAt;
    UUID lastCall;

    CallBack(UUID id, Caller caller, String queue, Instant since, Why why, UUID lastCall) {
        this.id = id;
        this.caller = caller;
        this.queue = queue;
        this.since = since;
        this.why = why;
        this.lastCall = lastCall;
    }

    boolean isOpen() {
        return state == State.OPEN || state == State.TAKEN;
    }

    /** One open entry for a caller and a queue: who tries five times is called back once. */
    String key() {
        return caller.index() + " " + queue;
    }
}

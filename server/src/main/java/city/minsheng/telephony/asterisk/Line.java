package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What we know of one leg. Lives on the switch's thread alone. */
final class Line {

    final String id;
    final String forCall;
    final Switch.Side side;
    final @Nullable String seat;
    final String from;
    final String to;
    final Instant since;
    boolean answered;
    boolean ringing;
    /** It waits to music; what is played in between ends it, so it is begun again. */
    boolean music;
    /** The conversation in which it is held. */
    @Nullable String holds;

    Line(Switch.Leg leg) {
        id = leg.id();
        forCall = leg.forCall();
        side = leg.side();
        seat = leg.seat();
        from = leg.from();
        to = leg.to();
        since = leg.since();
        answered = leg.answered();
    }

    Switch.Leg leg() {
        return new Switch.Leg(id, forCall, side, seat, from, to, answered, since);
    }
}

package city.minsheng.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A seat of the hall as it is now. Only the hall's thread touches it. */
final class Seat {

    final String number;
    final String kind;
    final @Nullable String skill;
    @Nullable Staff staff;
    SeatState state = SeatState.SIGNED_OUT;
    Instant since;
    @Nullable String reason;
    boolean online;
    @Nullable Call call;
    @Nullable SeatState next;          // asked for during a call, taken afterwards
    @Nullable Call wrapUp;
    @Nullable Instant wrapUpUntil;
    boolean wrapUpExtended;
    Loop.@Nullable Timer wrapUpTimer;
    Loop.@Nullable Timer vanishing;
    @Nullable Call listeningTo;
    Switch.@Nullable Ear ear;
    @Nullable String earLeg;
    int changes;                       // how often this seat has changed, ever
    final Today today = new Today();

    /** What this person has done since the day began. */
    static final class Today {
        int answered;
        long talkSeconds;
        long wrapUpSeconds;
        int ratings;
        int stars;
    }

    Seat(String number, String kind, @Nullable String skill, Instant since) {
        this.number = number;
        this.kind = kind;
        this.skill = skill;
        this.since = since;
    }

    void count(Figures.Today day) {
        today.answered = day.answered();
        today.talkSeconds = day.talkSeconds();
        today.wrapUpSeconds = 0;
        today.ratings = day.ratings();
        today.stars = day.stars();
    }
}

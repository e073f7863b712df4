package city.minsheng.telephony;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the call bar draws. No number in clear. */
public record SeatView(long version, Instant at, String line, boolean simulated, @Nullable String seat, @Nullable String kind,
        @Nullable String suggested, List<String> free, SeatState state, @Nullable Instant since, @Nullable String reason,
        @Nullable SeatState next, boolean phoneOnline, List<String> may, @Nullable CallView call, @Nullable Consult consult,
        @Nullable WrapUp wrapUp, @Nullable Listening listening, @Nullable TodayView today, HallView hall, @Nullable PhoneView phone,
        @Nullable Booked booked) {

    /** @param noticeCut the agent answered before the recording notice was over, and should say it */
    public record CallView(UUID id, String direction, @Nullable String purpose, String queue, String queueName, String queueEnglish,
            @Nullable String from, boolean hidden, String area, String areaEnglish, String other, String otherEnglish, long waitedSeconds,
            Instant since, @Nullable Instant answeredAt, boolean held, boolean muted, String recording, boolean noticeCut, boolean priority,
            boolean overflowed, @Nullable UUID order, @Nullable UUID callBack, @Nullable String code, @Nullable HandedView handedBy, List<LegView> legs) {}

    public record HandedView(String seat, String name, String english, String notes, String how) {}

    public record LegView(String id, String side, String name, String english, String state) {}

    public record Consult(String target, String english, String state, String leg) {}

    public record WrapUp(UUID call, @Nullable Instant until, boolean extended, @Nullable String code, String note) {}

    public record Listening(String seat, @Nullable String kind) {}

    public record TodayView(int answered, long talkSeconds, long wrapUpSeconds, @Nullable Double rating, int ratings) {}

    /** The hall in figures: nobody's data. */
    public record HallView(Instant at, String line, int waiting, long longestWaitSeconds, int ready, int talking, int callBacks, boolean recordingRoom) {}

    public record PhoneView(String kind, @Nullable String uri, @Nullable String password, @Nullable String path, List<Switch.IceServer> iceServers) {}

    public record Booked(String queue, @Nullable Instant promisedBy) {}

    SeatView with(PhoneView given) {
        return new SeatView(version, at, line, simulated, seat, kind, suggested, free, state, since, reason, next, phoneOnline, may, call, consult,
                wrapUp, listening, today, hall, given, booked);
    }

    SeatView with(Booked booking) {
        return new SeatView(version, at, line, simulated, seat, kind, suggested, free, state, since, reason, next, phoneOnline, may, call, consult,
                wrapUp, listening, today, hall, phone, booking);
    }
}

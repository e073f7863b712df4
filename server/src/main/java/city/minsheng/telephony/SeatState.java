package city.minsheng.telephony;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a seat does. Each change is a row: it is the evidence of attendance. */
public enum SeatState {
    SIGNED_OUT,  // 签出
    READY,       // 示闲
    RINGING,     // 振铃
    TALKING,     // 通话
    HOLDING,     // 保持
    MUTED,       // 静音
    CONFERENCE,  // 会议
    AFTER_CALL,  // 话后整理
    NOT_READY,   // 示忙
    BREAK,       // 小休
    TRAINING;    // 培训

    private static final Set<SeatState> IN_CALL = EnumSet.of(TALKING, HOLDING, MUTED, CONFERENCE);
    private static final Map<SeatState, Set<SeatState>> NEXT = new EnumMap<>(SeatState.class);

    static {
        // @formatter:off
        NEXT.put(SIGNED_OUT, EnumSet.of(NOT_READY));
        NEXT.put(READY,      EnumSet.of(RINGING, TALKING, NOT_READY, BREAK, TRAINING, SIGNED_OUT));
        NEXT.put(RINGING,    EnumSet.of(TALKING, CONFERENCE, READY, NOT_READY));
        NEXT.put(TALKING,    EnumSet.of(HOLDING, MUTED, CONFERENCE, AFTER_CALL, NOT_READY));
        NEXT.put(HOLDING,    EnumSet.of(TALKING, CONFERENCE, AFTER_CALL, NOT_READY));
        NEXT.put(MUTED,      EnumSet.of(TALKING, HOLDING, CONFERENCE, AFTER_CALL, NOT_READY));
        NEXT.put(CONFERENCE, EnumSet.of(TALKING, HOLDING, MUTED, AFTER_CALL, NOT_READY));
        NEXT.put(AFTER_CALL, EnumSet.of(READY, NOT_READY, TALKING, BREAK, TRAINING, SIGNED_OUT));
        NEXT.put(NOT_READY,  EnumSet.of(READY, RINGING, TALKING, BREAK, TRAINING, SIGNED_OUT));
        NEXT.put(BREAK,      EnumSet.of(READY, NOT_READY, TRAINING, SIGNED_OUT));
        NEXT.put(TRAINING,   EnumSet.of(READY, NOT_READY, BREAK, SIGNED_OUT));
        // @formatter:on
    }

    public boolean mayBecome(SeatState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isInCall() {
        return IN_CALL.contains(this);
    }

    public boolean isStaffed() {
        return this != SIGNED_OUT && this != BREAK && this != TRAINING;
    }
}

package city.minsheng.telephony;

/** What a seat does: 签出 示闲 振铃 通话 保持 静音 会议 话后整理 示忙 小休 培训. */
public enum SeatState {
    SIGNED_OUT, READY, RINGING, TALKING, HOLDING, MUTED, CONFERENCE, AFTER_CALL, NOT_READY, BREAK, TRAINING
}

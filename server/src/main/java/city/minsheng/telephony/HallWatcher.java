package city.minsheng.telephony;

/** Somebody above who shows what happens in the hall. Called from a thread that may be kept waiting. */
public interface HallWatcher {

    /** What has changed at the seat of this person, for this person's own screens alone. */
    void seat(String username, SeatView seat);

    /** Figures that everybody of the staff may see. */
    void hall(SeatView.HallView hall);
}

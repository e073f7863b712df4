package city.minsheng.telephony;

import java.time.Duration;
import java.time.Instant;

/**
 * The one thread on which everything in the hall happens, one thing after the other: no locks, and a test can bring a
 * clock of its own.
 */
public interface Loop {

    Instant now();

    /** Soon, after all that was handed over before. */
    void run(Runnable work);

    Timer after(Duration delay, Runnable work);

    /** Work that is to be done later. */
    interface Timer {

        /** Afterwards it is not done; a second time changes nothing. */
        void cancel();
    }
}

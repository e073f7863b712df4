package city.minsheng.telephony;

import java.time.Duration;

/** What stands around a switch in a test: those who call, and telephones that ring. */
public interface World {

    /** What a telephone does when it rings. */
    enum Manner { ANSWERS, RINGS, BUSY, REFUSES, UNREACHABLE }

    /** Somebody with a telephone in the hand. */
    interface Telephone {

        void hangUp();

        void press(String keys);
    }

    Switch theSwitch();

    /** Somebody in the telephone network calls us. */
    Telephone call(String from, String to);

    /** A seat's telephone, ready to be dialled. */
    Telephone seat(String number, Manner manner);

    /** A number in the telephone network, ready to be dialled. */
    Telephone number(String number, Manner manner);

    void pass(Duration time);
}

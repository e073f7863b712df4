package city.minsheng.notification;

/** Sends a short message. A city binds its operator here. */
interface SmsPort {

    /** As it stands beside the message: which way it went. */
    String name();

    /** @param number in clear: never log it */
    void send(String number, String text);
}

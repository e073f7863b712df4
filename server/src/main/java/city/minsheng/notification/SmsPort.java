package city.minsheng.notification;

/** Sends a short message. A city binds its operator here. */
interface SmsPort {

    /** As it stands beside the message: which way it went. */
    String name();

    /** False where nothing leaves the building: then there is nothing to wait for. */
    default boolean isReal() {
        return true;
    }

    /** @param number in clear: never log it */
    void send(String number, String text);
}

package city.minsheng.notification;

import org.springframework.stereotype.Component;

/**
 * Where no operator is bound: the message is kept in the table and shown on the screens, marked as not having left the
 * building. Nothing is sent, and nothing says that it was.
 */
@Component
class JournalSms implements SmsPort {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public boolean isReal() {
        return false;
    }

    @Override
    public void send(String number, String text) {}
}

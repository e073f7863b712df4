package city.minsheng.notification;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.telephony.CallLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends the caller who pressed no key a link to rate the call. */
@Component
@Order(3)
class AskingForRating implements OncePerCity {

    private final JdbcClient jdbc;
    private final CallLog calls;
    private final SmsPort sms;
    private final CitySettings city;
    private final String address;

    AskingForRating(JdbcClient jdbc, CallLog calls, SmsPort sms, CitySettings city, @Value("${minsheng.public-url:http://localhost:8080}") String address) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.sms = sms;
        this.city = city;
        this.address = address;
    }

    @Override
    public String name() {
        return "asking-for-rating";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals("call.rating-wanted");
    }

    @Override
    public void hear(Event event) {
        var number = calls.number(event.subject());
        if (number.isEmpty()) {
            return;
        }
        var words = "感谢您致电%s。请为本次接听评价：%s/#/rate-call/%s".formatted(city.hotline(), address, event.data().path("code").asString(""));
        int fresh = jdbc.sql("""
                        insert into call_message (event_id, call_id, words, at, sent_at, way) values (:event, :call, :words, :at, :at, :way)
                        on conflict do nothing
                        """)
                .param("event", event.id()).param("call", event.subject()).param("words", words).param("at", Time.sql(event.at())).param("way", sms.name()).update();
        if (fresh == 1) {
            sms.send(number.get(), words);
        }
    }
}

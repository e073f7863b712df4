package city.minsheng.notification;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.requester.Requesters;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.WorkOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the citizen, by the channel they can be reached on, at each turn of their matter. */
@Component
@Order(1)
class Telling implements OncePerCity {

    /** A dispatch can be taken back for ten seconds; its message waits so long. */
    private static final Duration UNDO = Duration.ofSeconds(10);

    private static final Set<String> OUTCOMES = Set.of("work-order.answer-directly", "work-order.transfer-emergency", "work-order.decline",
            "work-order.terminate", "work-order.withdraw", "work-order.close");
    private static final Set<String> SAID = Set.of("work-order.recall", "work-order.register", "work-order.dispatch", "work-order.reassign",
            "work-order.ask-for-information", "work-order.grant-extension", "work-order.defer", "work-order.approve",
            "work-order.share-answer", "work-order.rework", "work-order.reopen");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final JdbcClient jdbc;
    private final Reading reading;
    private final Requesters requesters;
    private final Departments departments;
    private final SmsPort sms;
    private final CitySettings city;
    private final Clock clock;

    Telling(JdbcClient jdbc, Reading reading, Requesters requesters, Departments departments, SmsPort sms, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.requesters = requesters;
        this.departments = departments;
        this.sms = sms;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "telling";
    }

    @Override
    public boolean wants(String kind) {
        return SAID.contains(kind) || OUTCOMES.contains(kind);
    }

    @Override
    public void hear(Event event) {
        if (event.kind().equals("work-order.recall")) {
            jdbc.sql("update message set state = 'TAKEN_BACK' where order_id = :order and kind = 'DISPATCHED' and state = 'WAITING'")
                    .param("order", event.subject()).update();
            return;
        }
        var order = reading.get(event.subject(), Actor.SYSTEM);
        words(event, order).ifPresent(words -> {
            boolean voice = event.data().path("told").asString("").equals("VOICE");
            var kind = OUTCOMES.contains(event.kind()) ? "RESULT" : event.data().path("action").asString("");
            write(event, order, kind.equals("DISPATCH") ? "DISPATCHED" : kind, words, voice);
        });
    }

    private Optional<String> words(Event event, WorkOrder order) {
        var number = event.data().path("number").asString("");
        var say = switch (event.kind()) {
            case "work-order.register" -> "您的诉求已登记，编号 %s。".formatted(number);
            case "work-order.dispatch", "work-order.reassign" -> "您的诉求 %s 已交由%s办理，承诺在 %s 前答复。".formatted(number,
                    departments.nameOf(event.data().path("lead").asString("")), due(event));
            case "work-order.ask-for-information" -> "您的诉求 %s 需要补充信息，请登录查询页查看并补充。".formatted(number);
            case "work-order.grant-extension" -> "您的诉求 %s 经批准延期，新的答复时间为 %s 前。".formatted(number, due(event));
            case "work-order.defer" -> "您的诉求 %s 因客观条件暂时无法办结，原因和复查日期请见查询页。".formatted(number);
            case "work-order.approve", "work-order.share-answer" -> "您的诉求 %s 已有答复：%s".formatted(number, answer(order));
            case "work-order.rework", "work-order.reopen" -> "您的诉求 %s 已重新交办。".formatted(number);
            case "work-order.close" -> event.data().path("from").asString("").equals("JOINED")
                    ? "您的诉求 %s：%s".formatted(number, answer(order)) // with its parent, whose answer nobody has told this citizen yet
                    : "您的诉求 %s 已办结，感谢您的评价。".formatted(number);
            default -> OUTCOMES.contains(event.kind()) ? "您的诉求 %s：%s".formatted(number, answer(order)) : null;
        };
        return Optional.ofNullable(say);
    }

    private static String answer(WorkOrder order) {
        return order.answer() == null ? "" : order.answer();
    }

    private String due(Event event) {
        return MINUTE.format(Instant.parse(event.data().path("due").asString()).atZone(city.zone()));
    }

    /** By SMS where there is a number, else the tracking page is where it stands. Twice is once: the event is the key. */
    private void write(Event event, WorkOrder order, String kind, String words, boolean voice) {
        var number = voice ? null : requesters.contact(order.requester()).phone();
        var medium = voice ? "VOICE" : number == null ? "PORTAL" : "SMS";
        boolean undo = kind.equals("DISPATCHED") && event.at().plus(UNDO).isAfter(clock.instant());
        boolean wait = undo || number != null && sms.isReal();
        jdbc.sql("""
                        insert into message (event_id, order_id, kind, medium, words, at, send_at, sent_at, state, way)
                        values (:event, :order, :kind, :medium, :words, :at, :sendAt, :sentAt, :state, :way)
                        on conflict (event_id) do nothing
                        """)
                .param("event", event.id()).param("order", order.id()).param("kind", kind).param("medium", medium)
                .param("words", words).param("at", Time.sql(event.at()))
                .param("sendAt", Time.sql(undo ? event.at().plus(UNDO) : event.at())).param("sentAt", wait ? null : Time.sql(event.at()))
                .param("state", wait ? "WAITING" : "SENT").param("way", medium.equals("SMS") ? sms.name() : "").update();
    }

    /** What may leave: a dispatch has waited out its ten seconds. */
    void sendWaiting(Instant now) {
        record Waiting(UUID event, WorkOrder order, String words) {}
        jdbc.sql("""
                        update message set state = 'SENT', sent_at = :now
                         where event_id in (select event_id from message where state = 'WAITING' and send_at <= :now
                                             order by send_at limit 500 for update skip locked)
                        returning event_id, order_id, words
                        """)
                .param("now", Time.sql(now))
                .query((row, n) -> new Waiting(row.getObject(1, UUID.class), reading.get(row.getObject(2, UUID.class), Actor.SYSTEM), row.getString(3)))
                .list().forEach(waiting -> {
                    var number = requesters.contact(waiting.order().requester()).phone();
                    if (number != null) {
                        sms.send(number, waiting.words());
                    }
                });
    }
}

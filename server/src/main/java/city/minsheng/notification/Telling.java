package city.minsheng.notification;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Event;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.requester.Requesters;
import city.minsheng.workorder.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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
        hear(List.of(event));
    }

    /** One look at the orders, one at their citizens, one insert, however many there are. */
    @Override
    public void hear(List<Event> events) {
        var orders = reading.addressed(subjects(events));
        var reachable = requesters.withPhone(orders.values().stream().map(Reading.Addressed::requester).distinct().toList());
        var messages = new ArrayList<Message>();
        for (var event : events) {
            if (event.kind().equals("work-order.recall")) {
                write(messages); // it may be about one of these
                messages.clear();
                takeBack(event.subject());
                continue;
            }
            var order = orders.get(event.subject());
            if (order == null) {
                throw new NotFound("work order", event.subject());
            }
            words(event, order).ifPresent(words -> messages.add(message(event, reachable.contains(order.requester()), words)));
        }
        write(messages);
    }

    private static List<UUID> subjects(List<Event> events) {
        return events.stream().map(Event::subject).distinct().toList();
    }

    private void takeBack(UUID order) {
        jdbc.sql("update message set state = 'TAKEN_BACK' where order_id = :order and kind = 'DISPATCHED' and state = 'WAITING'")
                .param("order", order).update();
    }

    private Optional<String> words(Event event, Reading.Addressed order) {
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

    private static String answer(Reading.Addressed order) {
        return order.answer() == null ? "" : order.answer();
    }

    private String due(Event event) {
        return MINUTE.format(Instant.parse(event.data().path("due").asString()).atZone(city.zone()));
    }

    /** @param waits it may not leave yet */
    private record Message(Event event, String kind, String medium, String words, Instant sendAt, boolean waits) {}

    /** By SMS where there is a number, else the tracking page is where it stands. */
    private Message message(Event event, boolean reachable, String words) {
        var kind = kind(event);
        var medium = event.data().path("told").asString("").equals("VOICE") ? "VOICE" : reachable ? "SMS" : "PORTAL";
        boolean undo = kind.equals("DISPATCHED") && event.at().plus(UNDO).isAfter(clock.instant());
        return new Message(event, kind, medium, words, undo ? event.at().plus(UNDO) : event.at(), undo || medium.equals("SMS") && sms.isReal());
    }

    private static String kind(Event event) {
        var action = event.data().path("action").asString("");
        return OUTCOMES.contains(event.kind()) ? "RESULT" : action.equals("DISPATCH") ? "DISPATCHED" : action;
    }

    /** Twice is once: the event is the key. */
    private void write(List<Message> messages) {
        jdbc.sql("""
                        insert into message (event_id, order_id, kind, medium, words, at, send_at, sent_at, state, way)
                        select event_id, order_id, kind, medium, words, at, send_at, case when state = 'SENT' then at end, state,
                               case when medium = 'SMS' then :way else '' end
                          from unnest(:events, :orders, :kinds, :mediums, :words, cast(:ats as timestamptz[]), cast(:sendAts as timestamptz[]), :states)
                               as m (event_id, order_id, kind, medium, words, at, send_at, state)
                            on conflict (event_id) do nothing
                        """)
                .param("way", sms.name()).param("events", column(messages, UUID[]::new, m -> m.event().id()))
                .param("orders", column(messages, UUID[]::new, m -> m.event().subject()))
                .param("kinds", column(messages, String[]::new, Message::kind)).param("mediums", column(messages, String[]::new, Message::medium))
                .param("words", column(messages, String[]::new, Message::words))
                .param("ats", column(messages, String[]::new, m -> m.event().at().toString()))
                .param("sendAts", column(messages, String[]::new, m -> m.sendAt().toString()))
                .param("states", column(messages, String[]::new, m -> m.waits() ? "WAITING" : "SENT")).update();
    }

    private static <T> T[] column(List<Message> messages, IntFunction<T[]> array, Function<Message, T> value) {
        return messages.stream().map(value).toArray(array);
    }

    /** What may leave: a dispatch has waited out its ten seconds. */
    void sendWaiting(Instant now) {
        record Waiting(UUID order, String words) {}
        var leaving = jdbc.sql("""
                        update message set state = 'SENT', sent_at = :now
                         where event_id in (select event_id from message where state = 'WAITING' and send_at <= :now
                                             order by send_at limit 500 for update skip locked)
                        returning order_id, words
                        """)
                .param("now", Time.sql(now)).query((row, n) -> new Waiting(row.getObject(1, UUID.class), row.getString(2))).list();
        var orders = reading.addressed(leaving.stream().map(Waiting::order).distinct().toList());
        leaving.forEach(waiting -> {
            var number = requesters.contact(orders.get(waiting.order()).requester()).phone();
            if (number != null) {
                sms.send(number, waiting.words());
            }
        });
    }
}

package city.minsheng.notification;

import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Step;
import city.minsheng.workorder.Watching;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 催办短信: to the duty phone of the department that holds the order. It names the order and nobody's request. */
@Component
@Order(4)
class RemindingBySms implements OncePerCity {

    private final JdbcClient jdbc;
    private final Reading reading;
    private final Watching watching;
    private final Departments departments;
    private final SmsPort sms;
    private final CitySettings city;

    RemindingBySms(JdbcClient jdbc, Reading reading, Watching watching, Departments departments, SmsPort sms, CitySettings city) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.watching = watching;
        this.departments = departments;
        this.sms = sms;
        this.city = city;
    }

    @Override
    public String name() {
        return "reminding-by-sms";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals("work-order.remind");
    }

    @Override
    public void hear(Event event) {
        reading.steps(event.subject()).stream().filter(step -> step.action() == Action.REMIND && step.seq() == event.data().path("version").asInt())
                .filter(step -> step.data().path("way").asString("").equals("SMS")).findFirst().ifPresent(step -> send(event, step));
    }

    private void send(Event event, Step step) {
        var department = event.data().path("lead").asString("");
        var number = departments.find(department).map(Department::phone).orElse("");
        var words = "【%s】工单 %s 请尽快办理。%s".formatted(city.hotline(), event.data().path("number").asString(""), said(event, step));
        int fresh = jdbc.sql("""
                        insert into reminder_message (event_id, order_id, department, number, words, at, way)
                        values (:event, :order, :department, :number, :words, :at, :way)
                        on conflict (event_id) do nothing
                        """)
                .param("event", event.id()).param("order", event.subject()).param("department", department).param("number", number)
                .param("words", words).param("at", Time.sql(event.at())).param("way", sms.name()).update();
        if (fresh == 1 && !number.isEmpty()) {
            sms.send(number, words);
        }
    }

    /** A duty phone is anybody's: what the office wrote goes without whose order it is. */
    private String said(Event event, Step step) {
        var veil = watching.veils(List.of(event.subject())).get(event.subject());
        return step.reason() == null || veil == null ? "" : veil.apply(step.reason());
    }
}

package city.minsheng.supervision;

import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Urging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays out a receipt for each reminder of an order that a department holds, wherever it was sent from. */
@Component
class Receipts implements OncePerCity {

    private final Reading reading;
    private final JdbcClient jdbc;

    Receipts(Reading reading, JdbcClient jdbc) {
        this.reading = reading;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals("work-order.remind");
    }

    @Override
    public void hear(Event event) {
        var department = event.data().path("lead").asString("");
        if (department.isEmpty()) {
            return;
        }
        reading.steps(event.subject()).stream().filter(step -> step.action() == Action.REMIND && step.seq() == event.data().path("version").asInt()).findFirst()
                .ifPresent(step -> jdbc.sql("""
                                insert into reminder (id, order_id, department, way, words, by, at)
                                values (:id, :order, :department, :way, :words, :by, :at)
                                on conflict (id) do nothing
                                """)
                        .param("id", event.id()).param("order", event.subject()).param("department", department)
                        .param("way", Urging.Way.valueOf(step.data().path("way").asString("IN_APP")).name())
                        .param("words", step.reason()).param("by", step.actor()).param("at", Time.sql(step.at())).update());
    }
}

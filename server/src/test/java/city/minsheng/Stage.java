package city.minsheng;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.followup.Calling;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Promise;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Correcting;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.Extending;
import city.minsheng.workorder.Informing;
import city.minsheng.workorder.Joining;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Reviewing;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Supporting;
import city.minsheng.workorder.Urging;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a test needs to play people of the sample city: its use cases, and the question whether all promises hold. */
@Component
public class Stage {

    public final Receiving receiving;
    public final Answering answering;
    public final Informing informing;
    public final Joining joining;
    public final Dispatching dispatching;
    public final Accepting accepting;
    public final Replying replying;
    public final Returning returning;
    public final Reviewing reviewing;
    public final Reworking reworking;
    public final Extending extending;
    public final Supporting supporting;
    public final Urging urging;
    public final Correcting correcting;
    public final Closing closing;
    public final Calling calling;
    public final Reading reading;
    public final JdbcClient jdbc;
    private final People people;
    private final List<Promise> promises;

    Stage(Receiving receiving, Answering answering, Informing informing, Joining joining, Dispatching dispatching, Accepting accepting,
            Replying replying, Returning returning, Reviewing reviewing, Reworking reworking, Extending extending, Supporting supporting,
            Urging urging, Correcting correcting, Closing closing, Calling calling, Reading reading, JdbcClient jdbc, People people, List<Promise> promises) {
        this.receiving = receiving;
        this.answering = answering;
        this.informing = informing;
        this.joining = joining;
        this.dispatching = dispatching;
        this.accepting = accepting;
        this.replying = replying;
        this.returning = returning;
        this.reviewing = reviewing;
        this.reworking = reworking;
        this.extending = extending;
        this.supporting = supporting;
        this.urging = urging;
        this.correcting = correcting;
        this.closing = closing;
        this.calling = calling;
        this.reading = reading;
        this.jdbc = jdbc;
        this.people = people;
        this.promises = promises;
    }

    /** A day without holidays around it: Monday, 3 March 2025. */
    public Tale tale() {
        return tale("2025-03-03T09:00");
    }

    public Tale tale(String local) {
        return new Tale(this, Tale.instant(local));
    }

    public Actor who(String username) {
        return switch (username) {
            case "system" -> Actor.SYSTEM;
            case "requester" -> Actor.REQUESTER;
            default -> people.actor(people.get(username));
        };
    }

    /** Every promise of the house, once everything is delivered: what is not so. */
    public List<Promise.Lie> lies() {
        delivered();
        var lies = new ArrayList<Promise.Lie>();
        promises.forEach(promise -> promise.check(lies::add));
        return lies;
    }

    /** Waits until the relay has handed everything on. */
    public void delivered() {
        for (int i = 0; i < 1500; i++) {
            boolean empty = jdbc.sql("select not exists (select 1 from outbox where handled_at is null) and not exists (select 1 from outbox_retry)")
                    .query(Boolean.class).single();
            if (empty) {
                return;
            }
            sleep(20);
        }
        throw new IllegalStateException("not delivered within half a minute: "
                + jdbc.sql("select listener || ' ' || error from outbox_retry limit 5").query(String.class).list());
    }

    public static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package city.minsheng.requester;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查看号码: shows a contact in clear to somebody who says why; the row is written before anything is shown. */
@Service
public class Revealing {

    private final JdbcClient jdbc;
    private final Requesters requesters;
    private final Clock clock;

    Revealing(JdbcClient jdbc, Requesters requesters, Clock clock) {
        this.jdbc = jdbc;
        this.requesters = requesters;
        this.clock = clock;
    }

    /** @param order the order for whose sake it is done */
    @Transactional
    public Contact reveal(UUID requester, UUID order, String reason, Actor actor) {
        new Invalid.Check().given(reason, "/reason").atMost(reason, 200, "/reason")
                .that(reason != null && reason.strip().length() >= 2, "/reason", "too-short", 2).done();
        jdbc.sql("insert into contact_reveal (requester_id, order_id, username, reason, at) values (:requester, :order, :who, :reason, :at)")
                .param("requester", requester).param("order", order).param("who", actor.username())
                .param("reason", reason.strip()).param("at", Time.sql(clock.instant())).update();
        return requesters.contact(requester);
    }
}

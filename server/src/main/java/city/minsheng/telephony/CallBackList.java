package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 回拨清单 as the agents work through it. */
@Service
public class CallBackList {

    public record Attempt(Instant at, String by, String result) {}

    public record Entry(UUID id, @Nullable String number, String area, String why, String queue, Instant since, int calls, boolean keptPlace,
            @Nullable Instant promisedBy, String notes, List<Attempt> attempts, @Nullable String takenBy, String state, @Nullable String result,
            @Nullable Instant doneAt, UUID lastCall) {}

    public record Closing(CallBack.@Nullable Result result, @Nullable String words) {}

    private static final String COLUMNS = """
            select id, number, area, why, queue, since, calls, kept_place, promised_by, notes, taken_by, state, result, done_at, last_call
              from call_back where (state in ('OPEN', 'TAKEN')) = :open""";
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Hall hall;

    CallBackList(JdbcClient jdbc, Secrets secrets, Hall hall) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.hall = hall;
    }

    /** What is promised by a time first, then who has waited longest. */
    public List<Entry> list(boolean open, Actor actor) {
        mustSit(actor);
        var attempts = new LinkedHashMap<UUID, List<Attempt>>();
        jdbc.sql("""
                        select a.call_back_id, a.at, a.username, a.result from call_back_attempt a join call_back b on b.id = a.call_back_id
                         where (b.state in ('OPEN', 'TAKEN')) = :open order by a.at
                        """).param("open", open).query(row -> {
                            attempts.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                                    .add(new Attempt(row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4)));
                        });
        return jdbc.sql(COLUMNS + (open ? " order by promised_by nulls last, since limit 200" : " order by done_at desc limit 200"))
                .param("open", open).query((row, n) -> entry(row, attempts)).list();
    }

    private Entry entry(ResultSet row, Map<UUID, List<Attempt>> attempts) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var notes = secrets.open(row.getString("notes"));
        return new Entry(id, new Caller(secrets.open(row.getString("number")), "", "", "").masked(), row.getString("area"), row.getString("why"),
                row.getString("queue"), row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("calls"), row.getBoolean("kept_place"),
                time(row, "promised_by"), notes == null ? "" : notes, attempts.getOrDefault(id, List.of()), row.getString("taken_by"), row.getString("state"),
                row.getString("result"), time(row, "done_at"), row.getObject("last_call", UUID.class));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public SeatView call(UUID id, @Nullable String key, Actor actor) {
        mustSit(actor);
        return hall.once(key, actor, (commands, seat) -> commands.callBack(seat, id));
    }

    public void close(UUID id, Closing closing, Actor actor) {
        mustSit(actor);
        new Invalid.Check().that(closing.result() != null && closing.result() != CallBack.Result.CALLED_AGAIN, "/result", "choice")
                .atMost(closing.words(), 500, "/words").done();
        hall.ask(opened -> {
            opened.callBacks.close(id, java.util.Objects.requireNonNull(closing.result()), closing.words() == null ? "" : closing.words().strip(), actor.username());
            return true;
        });
    }

    private static void mustSit(Actor actor) {
        if (!HallRules.maySit(actor)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Json;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 通话记录: calls that were, and whom they concern. Numbers leave it masked; in clear only for a room above that must dial or send. */
@Component
public class CallLog {

    /** @param seconds of talk; null where nobody answered */
    public record Row(UUID call, Instant at, String direction, @Nullable String purpose, String queue, @Nullable String from, boolean hidden, String area,
            @Nullable Instant answeredAt, @Nullable Instant endedAt, @Nullable Long waited, @Nullable Long seconds, @Nullable String end, @Nullable String seat,
            @Nullable String agent, @Nullable String group, int transfers, @Nullable String code, @Nullable Integer rating, @Nullable UUID order) {}

    public record Line(Instant at, String kind, @Nullable String seat, @Nullable String by, String words) {}

    public record Stars(int stars, String by, Instant at) {}

    public record HandOver(String service, String place, String summary, String mode, String by, Instant at) {}

    public record Whole(Row call, String note, Call.@Nullable Handed handedBy, List<Line> log, List<Recordings.Recording> recordings, @Nullable Stars rating,
            List<HandOver> handOvers, List<UUID> orders) {}

    /** Null: not filtered by it. @param what handled, transferred, rated, low, owed */
    public record Filter(@Nullable String agent, @Nullable String group, @Nullable String queue, @Nullable String end, @Nullable LocalDate from,
            @Nullable LocalDate to, @Nullable String what) {}

    private static final String COLUMNS = """
            select c.id, c.since, c.direction, c.purpose, c.queue, c.number, c.area, c.answered_at, c.ended_at, c.ended_as, c.seat, c.username, c.staff_group,
                   c.transfers, c.code, r.stars,
                   coalesce(c.order_id, (select order_id from call_order o where o.call_id = c.id order by o.at limit 1)) as order_id
              from phone_call c left join call_rating r on r.call_id = c.id
            """;
    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Recordings recordings;
    private final HallRules data;
    private final Hall hall;
    private final CitySettings city;
    private final Clock clock;

    CallLog(JdbcClient jdbc, Secrets secrets, Recordings recordings, HallRules data, Hall hall, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.recordings = recordings;
        this.data = data;
        this.hall = hall;
        this.city = city;
        this.clock = clock;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var since = at(row, "since");
        var answered = row.getObject("answered_at") == null ? null : at(row, "answered_at");
        var ended = row.getObject("ended_at") == null ? null : at(row, "ended_at");
        var caller = new Caller(secrets.open(row.getString("number")), "", row.getString("area"), "");
        var first = answered != null ? answered : ended;
        boolean department = "DEPARTMENT".equals(row.getString("purpose"));
        return new Row(row.getObject("id", UUID.class), since, row.getString("direction"), row.getString("purpose"), row.getString("queue"),
                department ? null : caller.masked(), caller.isHidden(), caller.area(), answered, ended, first == null ? null : Duration.between(since, first).toSeconds(),
                answered == null || ended == null ? null : Duration.between(answered, ended).toSeconds(), row.getString("ended_as"), row.getString("seat"),
                row.getString("username"), row.getString("staff_group"), row.getInt("transfers"), row.getString("code"), (Integer) row.getObject("stars"),
                row.getObject("order_id", UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Row get(UUID id) {
        return jdbc.sql(COLUMNS + " where c.id = :id").param("id", id).query(this::row).optional().orElseThrow(() -> new NotFound("call", id));
    }

    /** @throws NotFound also for whom the call does not concern */
    public Whole whole(UUID id, Actor actor) {
        mustConcern(id, actor);
        hall.settle();
        record More(String note, Call.@Nullable Handed handed) {}
        var more = jdbc.sql("select note, handed from phone_call where id = :id").param("id", id).query((row, n) -> {
            var note = secrets.open(row.getString(1));
            var handed = secrets.open(row.getString(2));
            return new More(note == null ? "" : note, handed == null ? null : Json.read(handed, Call.Handed.class));
        }).single();
        return new Whole(get(id), more.note(), more.handed(), log(id), recordings.of(id), rating(id), handOvers(id), orders(id));
    }

    private List<Line> log(UUID id) {
        return jdbc.sql("select at, kind, seat, username, words from call_log where call_id = :id order by n").param("id", id)
                .query((row, n) -> new Line(at(row, "at"), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
    }

    private @Nullable Stars rating(UUID id) {
        return jdbc.sql("select stars, by, at from call_rating where call_id = :id").param("id", id)
                .query((row, n) -> new Stars(row.getInt(1), row.getString(2), at(row, "at"))).optional().orElse(null);
    }

    private List<HandOver> handOvers(UUID id) {
        return jdbc.sql("select service, place, summary, mode, username, at from hand_over where call_id = :id order by at").param("id", id)
                .query((row, n) -> new HandOver(row.getString(1), String.valueOf(secrets.open(row.getString(2))), String.valueOf(secrets.open(row.getString(3))),
                        row.getString(4), row.getString(5), at(row, "at"))).list();
    }

    public List<UUID> orders(UUID call) {
        return jdbc.sql("select order_id from call_order where call_id = :id order by at").param("id", call).query(UUID.class).list();
    }

    /** The calls of an order: those it came of, and those that were made for it. */
    public List<Row> ofOrder(UUID order) {
        return jdbc.sql(COLUMNS + """
                         where c.order_id = :order or c.id in (select call_id from call_order where order_id = :order)
                         order by c.since
                        """).param("order", order).query(this::row).list();
    }

    /** Whoever has the call now or had it at a seat; team leads, and those who review. Not who was put through by {@link MaskedCalls}. */
    public void mustConcern(UUID call, Actor actor) {
        boolean reviews = data.isLead(actor) || actor.is(Role.REVIEWER);
        if (!reviews && !hasNow(call, actor) && !had(call, actor)) {
            throw new NotFound("call", call);
        }
    }

    private boolean hasNow(UUID call, Actor actor) {
        return hall.isOpen() && hall.look(opened -> opened.floor.seatOf(actor.username())
                .map(seat -> seat.call != null && seat.call.id.equals(call) || seat.wrapUp != null && seat.wrapUp.id.equals(call)).orElse(false));
    }

    private boolean had(UUID call, Actor actor) {
        return jdbc.sql("""
                        select exists (select 1 from phone_call where id = :call and username = :who and not (direction = 'OUT' and seat is null))
                            or exists (select 1 from call_log where call_id = :call and username = :who and kind in ('ANSWERED', 'TRANSFERRED', 'CONSULT_ANSWERED', 'TOOK_OVER'))
                        """).param("call", call).param("who", actor.username()).query(Boolean.class).single();
    }

    /** In clear: for a room above that dials, sends a message, or registers the requester. Never shown. */
    public Optional<String> number(UUID call) {
        var live = hall.isOpen() ? hall.look(opened -> opened.floor.find(call).map(one -> String.valueOf(one.caller.number()))) : Optional.<String>empty();
        return live.filter(number -> !number.equals("null"))
                .or(() -> jdbc.sql("select number from phone_call where id = :id and number is not null").param("id", call).query(String.class).optional().map(secrets::open));
    }

    /** The last calls with this number, the present one left out. */
    public List<Row> before(UUID call, int most) {
        return number(call).map(number -> jdbc.sql(COLUMNS + " where c.number_index = :index and c.id <> :call order by c.since desc limit :most")
                .param("index", secrets.index("phone", number)).param("call", call).param("most", most).query(this::row).list()).orElse(List.of());
    }

    /** How often this number has called since then. */
    public int callsSince(UUID call, Instant since) {
        return number(call).map(number -> jdbc.sql("select count(*) from phone_call where number_index = :index and direction = 'IN' and since >= :since and id <> :call")
                .param("index", secrets.index("phone", number)).param("since", Time.sql(since)).param("call", call).query(Integer.class).single()).orElse(0);
    }

    /** The call's number stands on the order from now on. Twice is once. */
    @Transactional
    public void link(UUID call, UUID order, Actor actor) {
        mustConcern(call, actor);
        get(call);
        jdbc.sql("insert into call_order (call_id, order_id, username, at) values (:call, :order, :who, :at) on conflict (call_id, order_id) do nothing")
                .param("call", call).param("order", order).param("who", actor.username()).param("at", Time.sql(clock.instant())).update();
    }

    /** Own calls; those of others for team leads and whoever reads figures. */
    public List<Row> find(Filter filter, Actor actor) {
        boolean all = data.isLead(actor) || actor.is(Role.ANALYST) || actor.is(Role.REVIEWER);
        var from = filter.from() == null ? LocalDate.ofInstant(clock.instant(), city.zone()) : filter.from();
        var to = filter.to() == null ? from : filter.to();
        return jdbc.sql(COLUMNS + """
                         where c.since >= :from and c.since < :to and (:all or not (c.direction = 'OUT' and c.seat is null))
                           and (cast(:agent as text) is null or c.username = :agent) and (cast(:group as text) is null or c.staff_group = :group)
                           and (cast(:queue as text) is null or c.queue = :queue) and (cast(:end as text) is null or c.ended_as = :end)
                           and case cast(:what as text) when 'handled' then c.answered_at is not null when 'transferred' then c.transfers > 0
                                    when 'rated' then r.stars is not null when 'low' then r.stars <= 2
                                    when 'owed' then c.ended_as in ('ABANDONED', 'TIMED_OUT', 'CALL_BACK', 'BUSY', 'LOST', 'CUT') else true end
                         order by c.since desc limit :most
                        """)
                .param("from", Time.sql(from.atStartOfDay(city.zone()).toInstant())).param("to", Time.sql(to.plusDays(1).atStartOfDay(city.zone()).toInstant()))
                .param("all", all).param("agent", all ? blank(filter.agent()) : actor.username()).param("group", blank(filter.group())).param("queue", blank(filter.queue()))
                .param("end", blank(filter.end())).param("what", blank(filter.what())).param("most", MOST).query(this::row).list();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

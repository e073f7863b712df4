package city.minsheng.supervision;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.directory.Role;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Watching;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 剔除: a department asks that an order not count; somebody else decides; both stay to be read by all. [BJ] art. 32 */
@Service
public class Excluding {

    /** Why an order may be left out. The scope is published: 国办函〔2025〕66号. */
    public enum Code {
        MALICIOUS,      // 恶意、骚扰
        UNREASONABLE,   // 诉求不合理
        BEYOND_POWERS,  // 超出职权或现行政策
        FORCE_MAJEURE,  // 不可抗力
        WRONG_DISPATCH, // 错派
        OTHER
    }

    public record Wish(Code code, List<Rate> rates, String reason, String evidence) {}

    public record Exclusion(UUID id, UUID order, String number, String title, String department, @Nullable String departmentName, List<Rate> rates, Code code,
            String reason, String evidence, String askedBy, @Nullable String askedByName, Instant askedAt, @Nullable Boolean granted, @Nullable String decidedBy,
            @Nullable String decidedByName, @Nullable Instant decidedAt, @Nullable String words) {}

    private static final String COLUMNS = "select id, order_id, department, rates, code, reason, evidence, asked_by, asked_at, granted, decided_by, decided_at, words from exclusion";
    private final JdbcClient jdbc;
    private final Reading reading;
    private final Watching watching;
    private final Departments departments;
    private final People people;
    private final Clock clock;

    Excluding(JdbcClient jdbc, Reading reading, Watching watching, Departments departments, People people, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.watching = watching;
        this.departments = departments;
        this.people = people;
        this.clock = clock;
    }

    /** By the department that leads the order, or by the supervision office itself. */
    @Transactional
    public UUID ask(UUID order, Wish wish, Actor actor) {
        new Invalid.Check().given(wish.code(), "/code").that(wish.rates() != null && !wish.rates().isEmpty(), "/rates", "required")
                .given(wish.reason(), "/reason").atMost(wish.reason(), 1000, "/reason").given(wish.evidence(), "/evidence").atMost(wish.evidence(), 2000, "/evidence").done();
        var lead = reading.get(order, actor).lead();
        if (lead == null || !actor.is(Role.SUPERVISOR) && !actor.scope().contains(lead)) {
            throw new NotYours("lead-only");
        }
        var id = Ids.next(clock.instant());
        try {
            jdbc.sql("""
                            insert into exclusion (id, order_id, department, rates, code, reason, evidence, asked_by, asked_at)
                            values (:id, :order, :department, :rates, :code, :reason, :evidence, :by, :at)
                            """)
                    .param("id", id).param("order", order).param("department", lead).param("rates", wish.rates().stream().distinct().map(Enum::name).toArray(String[]::new))
                    .param("code", wish.code().name()).param("reason", wish.reason().strip()).param("evidence", wish.evidence().strip())
                    .param("by", actor.username()).param("at", Time.sql(clock.instant())).update();
        } catch (DuplicateKeyException twice) {
            throw new Refusal("excluded-already");
        }
        return id;
    }

    /** Not by who asked: the database says so too. */
    @Transactional
    public void decide(UUID id, boolean granted, String words, Actor actor) {
        new Invalid.Check().given(words, "/words").atMost(words, 1000, "/words").done();
        var one = jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(Excluding::read).optional().orElseThrow(() -> new NotFound("exclusion", id));
        if (one.askedBy().equals(actor.username())) {
            throw new NotYours("own-request");
        }
        if (one.granted() != null) {
            throw new Refusal("decided-already");
        }
        jdbc.sql("update exclusion set granted = :granted, decided_by = :by, decided_at = :now, words = :words where id = :id")
                .param("granted", granted).param("by", actor.username()).param("now", Time.sql(clock.instant())).param("words", words.strip()).param("id", id).update();
    }

    /** Those that wait, then the newest. A department reads its own; the hall and the analysts read all. */
    public List<Exclusion> list(Actor actor) {
        boolean all = actor.seesWholeCity() || actor.is(Role.ANALYST);
        return named(jdbc.sql(COLUMNS + " where :all or department = any(:scope) order by (granted is null) desc, asked_at desc limit 500")
                .param("all", all).param("scope", actor.isLastMile() ? new String[0] : actor.scope().toArray(String[]::new)).query(Excluding::read).list());
    }

    public List<Exclusion> ofOrder(UUID order) {
        return named(jdbc.sql(COLUMNS + " where order_id = :order order by asked_at").param("order", order).query(Excluding::read).list());
    }

    /** Rate → the orders that do not count in it. */
    public Map<Rate, Set<UUID>> granted() {
        var granted = new EnumMap<Rate, Set<UUID>>(Rate.class);
        jdbc.sql("select order_id, unnest(rates) from exclusion where granted").query(row -> {
            granted.computeIfAbsent(Rate.valueOf(row.getString(2)), rate -> new HashSet<>()).add(row.getObject(1, UUID.class));
        });
        return granted;
    }

    private List<Exclusion> named(List<Exclusion> found) {
        var rows = watching.rows(found.stream().map(Exclusion::order).distinct().toList());
        var veils = watching.veils(rows.keySet());
        return found.stream().filter(one -> rows.containsKey(one.order())).map(one -> named(one, rows.get(one.order()), veils.get(one.order()))).toList();
    }

    /** Open to all whom it concerns: without whose order it is, in the words for it too. */
    private Exclusion named(Exclusion one, Row order, UnaryOperator<String> veil) {
        return new Exclusion(one.id(), one.order(), order.number(), order.title(), one.department(), departments.nameOf(one.department()), one.rates(), one.code(),
                veil.apply(one.reason()), veil.apply(one.evidence()), one.askedBy(), nameOf(one.askedBy()), one.askedAt(), one.granted(), one.decidedBy(),
                nameOf(one.decidedBy()), one.decidedAt(), one.words() == null ? null : veil.apply(one.words()));
    }

    private @Nullable String nameOf(@Nullable String username) {
        return username == null ? null : people.find(username).map(Person::name).orElse(username);
    }

    private static Exclusion read(ResultSet row, int n) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Exclusion(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class), "", "", row.getString("department"), null,
                Arrays.stream((String[]) row.getArray("rates").getArray()).map(Rate::valueOf).toList(), Code.valueOf(row.getString("code")), row.getString("reason"),
                row.getString("evidence"), row.getString("asked_by"), null, row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("granted", Boolean.class), row.getString("decided_by"), null, decided == null ? null : decided.toInstant(), row.getString("words"));
    }
}

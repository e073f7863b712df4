package city.minsheng.workorder;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Time;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lists of work orders: what a person may see, filtered, one page at a time. The only SQL whose shape changes. */
@Component
public class Lists {

    /** @param next where the following page begins; null at the end */
    public record Page(List<Row> items, @Nullable String next) {}

    /** What to show. Null or empty: not filtered by it. */
    public record Filter(@Nullable View view, Collection<Status> statuses, @Nullable String department, @Nullable String category,
            @Nullable String area, @Nullable String kind, @Nullable String level, @Nullable String channel, @Nullable Outcome outcome,
            @Nullable String due, @Nullable String words, @Nullable LocalDate from, @Nullable LocalDate to) {

        public static Filter of(View view) {
            return new Filter(view, List.of(), null, null, null, null, null, null, null, null, null, null, null);
        }
    }

    private static final Field<UUID> ID = field(name("o", "id"), UUID.class);
    private static final Field<String> STATUS = field(name("o", "status"), String.class);
    private static final Field<String> LEAD = field(name("o", "lead"), String.class);
    private static final Field<OffsetDateTime> DUE = field(name("o", "due_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> RECEIVED = field(name("o", "received_at"), OffsetDateTime.class);
    /** An emergency stands on top of every board: false comes before true. */
    private static final Field<Boolean> CALM = field("(o.level <> 'EMERGENCY')", Boolean.class);
    private static final int MOST = 100;
    private final DSLContext sql = DSL.using(SQLDialect.POSTGRES, new Settings().withRenderFormatted(false));
    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final CitySettings city;
    private final Clock clock;

    Lists(JdbcTemplate jdbc, Rows rows, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.city = city;
        this.clock = clock;
    }

    /** @param size at most 100 */
    public Page page(Filter filter, Actor actor, @Nullable String cursor, int size) {
        boolean soonestFirst = filter.view() != null && filter.view().isSoonestFirst();
        int limit = Math.clamp(size, 1, MOST);
        var after = cursor == null || cursor.isBlank() ? null : Cursor.of(cursor);
        var query = sql.select(field(WorkOrders.FOR_ROWS))
                .from(table(name("work_order")).as("o"))
                .where(and(visible(actor, filter.view()), matching(filter, actor), after == null ? noCondition() : after.condition(soonestFirst)));
        var ordered = soonestFirst ? query.orderBy(CALM, DUE, ID) : query.orderBy(ID.desc());
        var limited = ordered.limit(inline(limit + 1));
        var found = jdbc.query(limited.getSQL(), (row, n) -> Rows.Read.of(row), limited.getBindValues().toArray());
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? Cursor.after(page.getLast()).toString() : null;
        return new Page(rows.show(page, clock.instant(), actor).stream().filter(row -> isSaid(row, filter.words())).toList(), next);
    }

    /** Found only by words that this reader reads: to ask for a name and to get one order tells whose it is. */
    private static boolean isSaid(Row row, @Nullable String words) {
        return words == null || words.isBlank() || row.title().contains(words.strip()) || row.address().contains(words.strip()) || row.number().equals(words.strip());
    }

    /** How many wait in each view that this person works with. */
    public Map<View, Integer> counts(Actor actor) {
        var counts = new EnumMap<View, Integer>(View.class);
        for (var view : View.values()) {
            if (view.isCounted() && view.isFor(actor)) {
                var query = sql.select(field("count(*)")).from(
                        sql.select(inline(1)).from(table(name("work_order")).as("o"))
                                .where(and(visible(actor, view), viewed(view, actor))).limit(inline(1000)).asTable("some"));
                counts.put(view, jdbc.queryForObject(query.getSQL(), Integer.class, query.getBindValues().toArray()));
            }
        }
        return counts;
    }

    /** As {@link Scope} says it; in a department's own worklists the lead's index answers. */
    private static Condition visible(Actor actor, @Nullable View view) {
        if (actor.seesWholeCity() || actor.is(Role.ANALYST)) {
            return noCondition();
        }
        if (actor.isLastMile()) {
            return DSL.condition("o.clock_kind is not null and exists (select 1 from assignment a where a.order_id = o.id and a.department = ? and a.ended_at is null)",
                    val(actor.department()));
        }
        if (!actor.seesDepartments()) {
            return DSL.falseCondition();
        }
        var scope = actor.scope().toArray(String[]::new);
        if (view != null && view.isOfLead()) {
            return scope.length == 1 ? LEAD.eq(scope[0]) : LEAD.eq(DSL.any(scope));
        }
        return DSL.condition("exists (select 1 from assignment a where a.order_id = o.id and a.department = any(?::text[]) and a.ended_at is null)", val(scope));
    }

    private Condition matching(Filter filter, Actor actor) {
        var conditions = new ArrayList<Condition>();
        if (filter.view() != null) {
            conditions.add(viewed(filter.view(), actor));
        }
        if (!filter.statuses().isEmpty()) {
            conditions.add(STATUS.in(filter.statuses().stream().map(Enum::name).toList()));
        }
        equal(conditions, "lead", filter.department());
        equal(conditions, "area", filter.area());
        equal(conditions, "kind", filter.kind());
        equal(conditions, "level", filter.level());
        equal(conditions, "channel", filter.channel());
        equal(conditions, "outcome", filter.outcome() == null ? null : filter.outcome().name());
        if (filter.category() != null && !filter.category().isBlank()) {
            conditions.add(field(name("o", "category"), String.class).startsWith(filter.category()));
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            var words = filter.words().strip();
            var said = or(field(name("o", "title"), String.class).contains(words), field(name("o", "address"), String.class).contains(words));
            conditions.add(or(and(said, saidTo(actor)), field(name("o", "number"), String.class).eq(words)));
        }
        conditions.add(due(filter.due()));
        if (filter.from() != null) {
            conditions.add(RECEIVED.ge(start(filter.from())));
        }
        if (filter.to() != null) {
            conditions.add(RECEIVED.lt(start(filter.to().plusDays(1))));
        }
        return and(conditions);
    }

    /** Of whose words this person reads all: to ask for a number would tell whose it is. */
    private static Condition saidTo(Actor actor) {
        if (actor.seesWholeCity() || actor.is(Role.ANALYST)) {
            return noCondition();
        }
        return actor.isLastMile() ? DSL.falseCondition()
                : DSL.condition("not o.confidential and exists (select 1 from assignment a where a.order_id = o.id and a.department = any(?::text[]) "
                        + "and a.part <> 'SUBUNIT' and a.ended_at is null)", val(actor.scope().toArray(String[]::new)));
    }

    private Condition viewed(View view, Actor actor) {
        var open = DSL.condition("o.clock_kind is not null");
        return switch (view) {
            case ALL -> noCondition();
            case MY_DESK -> and(STATUS.in("REGISTERED", "WAITING_FOR_INFORMATION"), field(name("o", "registered_by"), String.class).eq(actor.username()));
            case TO_DISPATCH -> and(STATUS.eq(inline("REGISTERED")), open);
            case WAITING -> and(STATUS.eq(inline("WAITING_FOR_INFORMATION")), open);
            case TO_RULE -> and(STATUS.eq(inline("RETURN_REQUESTED")), open);
            case TO_DECIDE -> DSL.condition("o.extension_asked is not null");
            case INBOX -> and(STATUS.in("DISPATCHED", "RETURN_REQUESTED", "IN_PROGRESS", "DEFERRED"), open);
            case SUPPORTING -> and(open, LEAD.ne(DSL.all(actor.scope().toArray(String[]::new))));
            case TO_ACCEPT -> and(STATUS.eq(inline("DISPATCHED")), open);
            case IN_PROGRESS -> and(STATUS.eq(inline("IN_PROGRESS")), open);
            case RETURNED -> and(STATUS.eq(inline("RETURN_REQUESTED")), open);
            case TO_REVIEW -> and(STATUS.eq(inline("UNDER_REVIEW")), open);
            case TO_FOLLOW_UP -> and(STATUS.eq(inline("FOLLOWING_UP")), open);
            case EMERGENCIES -> DSL.condition("o.level = 'EMERGENCY' and o.clock_kind is not null");
            case JOINED -> and(STATUS.eq(inline("JOINED")), open);
            case DEFERRED -> and(STATUS.eq(inline("DEFERRED")), open);
            case PROBLEM -> DSL.condition("o.problem_since is not null and o.clock_kind is not null");
            case OVERDUE -> and(open, DUE.lt(Time.sql(clock.instant())));
            case CLOSED -> STATUS.in("CLOSED", "ARCHIVED");
        };
    }

    private Condition due(@Nullable String due) {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, city.zone()).plusDays(1);
        return switch (due) {
            case "overdue" -> DUE.lt(Time.sql(now));
            case "today" -> and(DUE.ge(Time.sql(now)), DUE.lt(start(midnight)));
            case "soon" -> and(DUE.ge(Time.sql(now)), DUE.lt(start(midnight.plusDays(1))));
            case null, default -> noCondition();
        };
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(city.zone()).toOffsetDateTime();
    }

    private static void equal(List<Condition> conditions, String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.add(field(name("o", column), String.class).eq(value));
        }
    }

    /** Where a page ends. Opaque outside. */
    private record Cursor(boolean calm, @Nullable Instant dueAt, UUID id) {

        static Cursor after(Rows.Read last) {
            return new Cursor(last.order().level() != Level.EMERGENCY, last.dueAt(), last.order().id());
        }

        static Cursor of(String written) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("/", -1);
                return new Cursor(parts[0].equals("calm"), parts[1].isEmpty() ? null : Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (RuntimeException e) {
                throw new Invalid("/cursor", "cursor");
            }
        }

        Condition condition(boolean soonestFirst) {
            return soonestFirst ? row(CALM, DUE, ID).gt(row(calm, Time.sql(dueAt), id)) : ID.lt(id);
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(((calm ? "calm" : "") + "/" + (dueAt == null ? "" : dueAt) + "/" + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}

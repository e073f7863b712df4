package city.minsheng.workorder;

import city.minsheng.catalogue.DueDate;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Question;
import city.minsheng.platform.Tail;
import city.minsheng.platform.Trip;
import city.minsheng.platform.Words;
import city.minsheng.requester.Requester;
import city.minsheng.requester.Requesters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that the order page shows, as far as this person may see it. */
@Component
public class Reading {

    /** A button: allowed, or greyed with the rule that forbids it. */
    public record Button(Action action, String verb, boolean allowed, @Nullable String why) {}

    public record ClockShown(String kind, Row.Held holder, Instant startedAt, Instant dueAt, Instant firstDueAt,
            @Nullable Instant stoppedAt, boolean overdue, DueDate how) {}

    public record AssignmentShown(String department, @Nullable String departmentName, String part, Instant assignedAt,
            @Nullable Instant acceptedAt, @Nullable Instant repliedAt, @Nullable Instant endedAt, @Nullable String reply) {}

    public record ReplyShown(int seq, String department, @Nullable String departmentName, String by, Instant at, @Nullable Instant contactedAt,
            @Nullable String contactHow, String factual, Result result, @Nullable String whyNot, @Nullable String basis, String answer,
            @Nullable String internal, @Nullable String plan, @Nullable LocalDate reviewOn) {}

    public record Addressed(UUID requester, @Nullable String answer) {}

    public record Linked(UUID id, String number, String title, Status status) {}

    public record Rated(@Nullable Boolean contacted, @Nullable Solved solved, @Nullable Rating satisfied) {}

    /** What a direct answer was taken from. */
    public record Source(@Nullable String template, @Nullable String article, @Nullable Integer articleVersion) {}

    public record View(Row order, String body, String registeredBy, String registeredByName, @Nullable String externalId, @Nullable Requester requester,
            boolean confidential, @Nullable String answer, @Nullable Source source, @Nullable Result result, Rated rated, @Nullable Instant closedAt,
            boolean bound, int returns, int reassignments, int reworks, int sentBacks, int attempts, @Nullable Instant problemSince,
            @Nullable Integer extensionAsked, @Nullable LocalDate reviewOn, @Nullable Linked parent, List<Linked> children,
            List<Button> actions, List<ClockShown> clocks, List<AssignmentShown> assignments, List<ReplyShown> replies,
            List<Attachments.Attachment> attachments, List<Step> steps) {}

    private final WorkOrders orders;
    private final Steps steps;
    private final Attachments attachments;
    private final Conditions conditions;
    private final Requesters requesters;
    private final Departments departments;
    private final Rows rows;
    private final Veils veils;
    private final Words words;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Tail tail;
    private final Clock clock;

    Reading(WorkOrders orders, Steps steps, Attachments attachments, Conditions conditions,
            Requesters requesters, Departments departments, Rows rows, Veils veils, Words words, JdbcClient jdbc, JdbcTemplate template,
            Tail tail, Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.attachments = attachments;
        this.conditions = conditions;
        this.requesters = requesters;
        this.departments = departments;
        this.rows = rows;
        this.veils = veils;
        this.words = words;
        this.jdbc = jdbc;
        this.template = template;
        this.tail = tail;
        this.clock = clock;
    }

    public WorkOrder get(UUID id, Actor actor) {
        return orders.get(id, actor);
    }

    /** Whether this reader may learn whose the order is. */
    public boolean namesRequester(UUID id, Actor actor) {
        return veils.of(orders.get(id, actor), actor) == null;
    }

    /** Whom to tell of these orders, and the answer so far. What is not there is left out. */
    public Map<UUID, Addressed> addressed(Collection<UUID> ids) {
        var addressed = new HashMap<UUID, Addressed>();
        jdbc.sql("select id, requester, answer from work_order where id = any(:ids)").param("ids", ids.toArray(UUID[]::new)).query(row -> {
            addressed.put(row.getObject(1, UUID.class), new Addressed(row.getObject(2, UUID.class), row.getString(3)));
        });
        return addressed;
    }

    public UUID byNumber(String number) {
        return orders.byNumber(number).orElseThrow(() -> new NotFound("work order", number));
    }

    public java.util.Optional<UUID> byExternalId(String channel, String externalId) {
        return orders.byExternalId(channel, externalId);
    }

    public View view(UUID id, Actor actor) {
        var core = core(id, actor);
        var order = core.order();
        var more = more(core, actor);
        var now = clock.instant();
        var watched = core.clocks().stream().filter(c -> c.stoppedAt() == null && c.kind() == order.status().clock()).findFirst();
        var whole = rows.show(new Rows.Read(order, watched.map(Clocks.Shown::kind).orElse(null),
                watched.map(Clocks.Shown::holder).orElse(null), watched.map(Clocks.Shown::startedAt).orElse(null), watched.map(Clocks.Shown::dueAt).orElse(null)), now);
        var veil = more.veil();
        return new View(veil.of(whole), veil.of(order.body()), order.get(Fact.REGISTERED_BY), core.steps().getFirst().actorName(), veil.hides() ? null : order.get(Fact.EXTERNAL_ID),
                more.requester(), order.isConfidential(),
                veil.over(order.answer()), source(order), order.result(), new Rated(order.get(Fact.CONTACTED), order.get(Fact.SOLVED), order.get(Fact.RATING)),
                order.closedAt(), order.isBound(), order.count(Fact.RETURNS), order.count(Fact.REASSIGNMENTS), order.reworks(),
                order.count(Fact.SENT_BACKS), order.attempts(), order.get(Fact.PROBLEM_SINCE), order.get(Fact.EXTENSION_ASKED),
                order.get(Fact.REVIEW_ON), order.parent() == null ? null : linked("id", order.parent(), actor).getFirst(),
                core.beside().children() ? linked("parent", id, actor) : List.of(),
                buttons(order, actor, more.given()), core.clocks().stream().map(c -> shown(c, now)).toList(),
                more.given().stream().map(a -> shown(a, veil)).toList(), more.replies().stream().map(reply -> veiled(reply, veil)).toList(),
                core.beside().attachments() ? attachments.shown(order, actor) : List.of(), core.steps().stream().map(step -> veil.hides() ? veil.of(step) : step).toList());
    }

    /** What every order has. */
    private record Core(WorkOrder order, List<Clocks.Shown> clocks, List<Step> steps, Beside beside) {

        /** Most orders never leave the hall. */
        boolean leftTheHall() {
            return steps.stream().anyMatch(step -> step.to() == Status.DISPATCHED || step.to() == Status.IN_PROGRESS);
        }
    }

    /** What few orders have: one look for both. */
    private record Beside(boolean children, boolean attachments) {}

    private Core core(UUID id, Actor actor) {
        tail.send();
        var trip = new Trip(template);
        var order = trip.ask(WorkOrders.asked(id, actor));
        var known = trip.ask(Clocks.asked(id));
        var history = trip.ask(steps.asked(id));
        var beside = trip.ask(new Question<>("""
                        select exists (select 1 from work_order where parent = ?), exists (select 1 from attachment where order_id = ?)
                        """, (row, n) -> new Beside(row.getBoolean(1), row.getBoolean(2)), id, id));
        trip.make();
        if (order.rows().isEmpty()) {
            throw new NotFound("work order", id);
        }
        return new Core(order.rows().getFirst(), known.rows(), history.rows(), beside.rows().getFirst());
    }

    private record More(@Nullable Requester requester, Veil veil, List<Assignments.Assignment> given, List<ReplyShown> replies) {}

    private More more(Core core, Actor actor) {
        var order = core.order();
        var veil = Objects.requireNonNullElse(veils.of(order, actor), Veil.NONE);
        boolean person = !veil.hides() && !actor.is(Role.REQUESTER);
        if (!core.leftTheHall()) {
            return new More(person ? requesters.get(order.requester()) : null, veil, List.of(), List.of());
        }
        var trip = new Trip(template);
        var given = trip.ask(Assignments.asked(order.id()));
        var replies = trip.ask(new Question<>("""
                        select seq, department, by, at, contacted_at, contact_how, factual, result, why_not, basis, answer, internal, plan, review_on
                          from reply
                         where order_id = ?
                         order by seq
                        """, this::reply, order.id()));
        var requester = person ? trip.ask(requesters.asked(order.requester())) : null;
        trip.make();
        return new More(requester == null ? null : requester.rows().getFirst(), veil, given.rows(), replies.rows());
    }

    private static @Nullable Source source(WorkOrder order) {
        String template = order.get(Fact.TEMPLATE);
        return template == null && order.article() == null ? null : new Source(template, order.article(), order.articleVersion());
    }

    /** What the portal shows of an order: no internal word. */
    public List<Step> steps(UUID id) {
        return steps.of(id);
    }

    /** The reasons why a requester may not, or that one may. */
    public List<Button> buttons(WorkOrder order, Actor actor) {
        return conditions.offers(order, actor).stream()
                .map(offer -> new Button(offer.action(), offer.action().verb(), offer.why() == null,
                        offer.why() == null ? null : words.say("problem." + offer.why().code(), offer.why().arguments())))
                .toList();
    }

    /** Nobody is urged where nobody owes help. */
    private List<Button> buttons(WorkOrder order, Actor actor, List<Assignments.Assignment> given) {
        boolean owed = given.stream().anyMatch(Assignments.Assignment::owesHelp);
        return buttons(order, actor).stream().filter(button -> owed || button.action() != Action.URGE_SUPPORT).toList();
    }

    private ClockShown shown(Clocks.Shown clock, Instant now) {
        boolean overdue = (clock.stoppedAt() == null ? now : clock.stoppedAt()).isAfter(clock.dueAt());
        return new ClockShown(clock.kind().name(), rows.held(clock.holder()), clock.startedAt(), clock.dueAt(), clock.firstDueAt(),
                clock.stoppedAt(), overdue, clock.how());
    }

    private AssignmentShown shown(Assignments.Assignment a, Veil veil) {
        return new AssignmentShown(a.department(), departments.nameOf(a.department()), a.part().name(), a.assignedAt(), a.acceptedAt(),
                a.repliedAt(), a.endedAt(), veil.over(a.reply()));
    }

    /** What is joined has another requester: each under a veil of its own. */
    private List<Linked> linked(String column, UUID id, Actor actor) {
        var read = jdbc.sql("select " + WorkOrders.FOR_ROWS + " from work_order o where o." + (column.equals("id") ? "id" : "parent") + " = :id order by o.id")
                .param("id", id).query((row, n) -> Rows.Read.of(row)).list();
        return rows.show(read, clock.instant(), actor).stream().map(row -> new Linked(row.id(), row.number(), row.title(), row.status())).toList();
    }

    private static ReplyShown veiled(ReplyShown reply, Veil veil) {
        return !veil.hides() ? reply : new ReplyShown(reply.seq(), reply.department(), reply.departmentName(), reply.by(), reply.at(), reply.contactedAt(),
                reply.contactHow(), reply.factual(), reply.result(), veil.over(reply.whyNot()), veil.over(reply.basis()), veil.of(reply.answer()),
                veil.over(reply.internal()), veil.over(reply.plan()), reply.reviewOn());
    }

    private ReplyShown reply(ResultSet row, int number) throws SQLException {
        var contacted = row.getObject("contacted_at", OffsetDateTime.class);
        return new ReplyShown(row.getInt("seq"), row.getString("department"), departments.nameOf(row.getString("department")), row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant(), contacted == null ? null : contacted.toInstant(), row.getString("contact_how"),
                row.getString("factual"), Result.valueOf(row.getString("result")), row.getString("why_not"), row.getString("basis"),
                row.getString("answer"), row.getString("internal"), row.getString("plan"), row.getObject("review_on", LocalDate.class));
    }
}

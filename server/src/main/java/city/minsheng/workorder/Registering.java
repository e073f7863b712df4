package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Months;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记: gives a request its one name. */
@Service
public class Registering {

    /**
     * A request as it came in.
     *
     * @param title null: the beginning of the body
     * @param externalId what the channel calls it; the same one twice is the same order
     */
    public record Request(String channel, @Nullable String externalId, Instant receivedAt, Kind kind, @Nullable String category,
            Level level, @Nullable String area, String address, @Nullable String title, String body, UUID requester, boolean confidential) {}

    private static final int TITLE = 60;
    private final Acts acts;
    private final WorkOrders orders;
    private final Months months;
    private final Catalogue catalogue;
    private final Departments departments;
    private final Clock clock;

    Registering(Acts acts, WorkOrders orders, Months months, Catalogue catalogue, Departments departments, Clock clock) {
        this.acts = acts;
        this.orders = orders;
        this.months = months;
        this.catalogue = catalogue;
        this.departments = departments;
        this.clock = clock;
    }

    /** @param first what is done with it in the same breath, if anything: both are written together */
    @Transactional
    public WorkOrder register(Request request, Actor actor, Role role, Consumer<On> first) {
        check(request);
        if (request.externalId() != null) {
            orders.byExternalId(request.channel(), request.externalId()).ifPresent(id -> {
                throw new AlreadyThere(orders.get(id, Actor.SYSTEM));
            });
        }
        var now = clock.instant();
        months.cover(now);
        return acts.register(Ids.next(now), actor, role, act -> {
            act.set(Fact.CHANNEL, request.channel()).set(Fact.EXTERNAL_ID, request.externalId())
                    .set(Fact.RECEIVED_AT, request.receivedAt()).set(Fact.KIND, request.kind())
                    .set(Fact.CATEGORY, request.category()).set(Fact.LEVEL, request.level())
                    .set(Fact.AREA, request.area()).set(Fact.ADDRESS, request.address().strip())
                    .set(Fact.TITLE, title(request)).set(Fact.BODY, request.body().strip())
                    .set(Fact.REQUESTER, request.requester()).set(Fact.CONFIDENTIAL, request.confidential())
                    .set(Fact.REGISTERED_BY, actor.username());
            acts.start(act, ClockKind.DISPATCH, Holder.role(Role.DISPATCHER));
        }, first);
    }

    /** The rules of what may be registered; the screens hint at the same. */
    void check(Request request) {
        new Invalid.Check()
                .given(request.body(), "/body").atMost(request.body(), 10_000, "/body")
                .atMost(request.title(), 120, "/title").atMost(request.address(), 200, "/address")
                .that(catalogue.channels().containsKey(request.channel()), "/channel", "unknown-channel")
                .that(request.category() == null || catalogue.category(request.category()).isPresent(), "/category", "unknown-category")
                .that(request.area() == null || departments.area(request.area()).isPresent(), "/area", "unknown-area")
                .done();
    }

    private static String title(Request request) {
        var title = request.title() == null || request.title().isBlank() ? request.body() : request.title();
        var line = title.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= TITLE ? line : line.substring(0, line.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}

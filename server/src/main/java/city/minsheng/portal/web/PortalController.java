package city.minsheng.portal.web;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.followup.Calling;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Invalid;
import city.minsheng.portal.Doorkeeper;
import city.minsheng.portal.Tracking;
import city.minsheng.workorder.Attachments;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Informing;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Solved;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.TrackingCode;
import city.minsheng.workorder.Urging;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the citizens' pages call. No account and no cookie: number and code come in the body of each call. */
@RestController
@RequestMapping("/api/portal")
class PortalController {

    record City(String code, String name, String english) {}

    record Topic(String code, String name, String english) {}

    record Reference(City city, String hotline, List<Kind> kinds, Collection<Area> areas, List<Topic> topics) {}

    record Request(@Nullable Kind kind, @Nullable String topic, @Nullable String area, @Nullable String address, String body,
            @Nullable String name, @Nullable String phone, boolean confidential, boolean anonymous) {

        Receiving.From from() {
            return anonymous ? new Receiving.From(null, null, true) : new Receiving.From(name, phone, confidential);
        }
    }

    record Receipt(String number, String queryCode, Instant receivedAt, Tracking.Said next) {}

    record Key(String number, String code) {}

    record Text(String number, String code, @Nullable String text) {}

    record Why(String number, String code, @Nullable String reason) {}

    record Rate(String number, String code, @Nullable Boolean contacted, @Nullable Solved solved, @Nullable Rating satisfied, @Nullable String words) {}

    private static final String CHANNEL = "portal";
    private final Receiving receiving;
    private final Tracking tracking;
    private final Doorkeeper door;
    private final TrackingCode codes;
    private final Informing informing;
    private final Urging urging;
    private final Closing closing;
    private final Reworking reworking;
    private final Calling calling;
    private final Reading reading;
    private final Attachments attachments;
    private final Idempotency idempotency;
    private final Catalogue catalogue;
    private final Departments departments;
    private final CitySettings city;

    PortalController(Receiving receiving, Tracking tracking, Doorkeeper door, TrackingCode codes, Informing informing, Urging urging, Closing closing,
            Reworking reworking, Calling calling, Reading reading, Attachments attachments, Idempotency idempotency, Catalogue catalogue,
            Departments departments, CitySettings city) {
        this.receiving = receiving;
        this.tracking = tracking;
        this.door = door;
        this.codes = codes;
        this.informing = informing;
        this.urging = urging;
        this.closing = closing;
        this.reworking = reworking;
        this.calling = calling;
        this.reading = reading;
        this.attachments = attachments;
        this.idempotency = idempotency;
        this.catalogue = catalogue;
        this.departments = departments;
        this.city = city;
    }

    @GetMapping("/reference")
    Reference reference() {
        var topics = catalogue.categories().values().stream().filter(category -> category.parent() == null)
                .map(category -> new Topic(category.code(), category.name(), category.english())).toList();
        return new Reference(new City(city.code(), city.name(), city.english()), city.hotline(), List.of(Kind.values()), departments.areas().values(), topics);
    }

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt submit(@RequestBody Request request, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        door.pass(http.getRemoteAddr());
        new Invalid.Check().given(request.body(), "/body").that(request.anonymous() || request.phone() != null, "/phone", "required").done();
        // the key alone tells two citizens apart: it is random, and nobody is signed in
        return idempotency.once(key, "portal", request.from() + " " + request.body() + request.address() + request.area() + request.topic(), Receipt.class, () -> {
            var order = receiving.receive(new Receiving.Incoming(CHANNEL, null, null, request.kind(), request.topic(), level(request.topic()),
                    request.area(), request.address(), null, request.body(), request.from(), null), Actor.REQUESTER, Role.REQUESTER);
            var due = catalogue.due(ClockKind.DISPATCH, order.level(), order.kind(), order.receivedAt());
            return new Receipt(order.number(), codes.of(order.number()), order.receivedAt(), tracking.next(due.dueAt()));
        });
    }

    /** A citizen names a topic, not an urgency: that is for the desk to see. */
    private Level level(@Nullable String topic) {
        var known = catalogue.category(topic).map(Category::level).orElse(Level.GENERAL);
        return known == Level.EMERGENCY ? Level.GENERAL : known;
    }

    @PostMapping("/track")
    Tracking.View track(@RequestBody Key key, HttpServletRequest http) {
        return tracking.view(door.open(key.number(), key.code(), http.getRemoteAddr()));
    }

    @PostMapping("/add-information")
    Tracking.View add(@RequestBody Text text, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        return act(text.number(), text.code(), key, text, http, on -> informing.add(on, new Informing.Information(String.valueOf(text.text()))));
    }

    @PostMapping("/urge")
    Tracking.View urge(@RequestBody Text text, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        return act(text.number(), text.code(), key, text, http, on -> urging.urge(on, new Urging.Urge(text.text())));
    }

    @PostMapping("/withdraw")
    Tracking.View withdraw(@RequestBody Why why, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        return act(why.number(), why.code(), key, why, http, on -> closing.withdraw(on, new Closing.Withdrawal(why.reason())));
    }

    @PostMapping("/rate")
    Tracking.View rate(@RequestBody Rate rate, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        return act(rate.number(), rate.code(), key, rate, http, on ->
                calling.close(on, new Closing.Verdict(rate.contacted(), rate.solved(), rate.satisfied(), rate.words(), false)));
    }

    /** While the citizen is being asked it is a rework; afterwards, within the city's days, it is opened again. */
    @PostMapping("/rework")
    Tracking.View rework(@RequestBody Why why, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest http) {
        return act(why.number(), why.code(), key, why, http, on -> {
            var reason = why.reason() == null ? "" : why.reason();
            if (reading.get(on.order(), Actor.SYSTEM).status() == Status.FOLLOWING_UP) {
                calling.rework(on, new Reworking.Rework(reason, Solved.NO, null, null));
            } else {
                reworking.reopen(on, new Reworking.Reopen(reason));
            }
        });
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Tracking.View attach(@RequestParam String number, @RequestParam String code, @RequestParam MultipartFile file, HttpServletRequest http) throws IOException {
        UUID id = door.open(number, code, http.getRemoteAddr());
        attachments.add(id, String.valueOf(file.getOriginalFilename()), file.getBytes(), true, Actor.REQUESTER);
        return tracking.view(id);
    }

    private Tracking.View act(String number, String code, @Nullable String key, Object request, HttpServletRequest http, Consumer<On> work) {
        UUID id = door.open(number, code, http.getRemoteAddr());
        var digest = request.getClass().getSimpleName() + request;
        return idempotency.once(key, "portal " + number, digest, Tracking.View.class, () -> {
            work.accept(new On(id, Actor.REQUESTER, null));
            return tracking.view(id);
        });
    }
}

package city.minsheng.portal;

import city.minsheng.catalogue.ClockKind;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Outcome;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Solved;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.Step;
import city.minsheng.workorder.TrackingCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 查进度: the order in plain words. */
@Component
public class Tracking {

    /** One thing said in both languages. */
    public record Said(String zh, String en) {}

    public record DueWords(Instant dueAt, Said words) {}

    public record Line(Instant at, Said words) {}

    public record Can(boolean addInformation, boolean urge, @Nullable Said urgeWhy, boolean withdraw, boolean rate, boolean rework, boolean addPhotos) {}

    public record Rated(@Nullable Boolean contacted, @Nullable Solved solved, @Nullable Rating satisfied) {}

    public record Photo(String name, Instant at) {}

    public record View(String number, String title, String body, Status status, Said statusWords, @Nullable Outcome outcome, Instant receivedAt,
            @Nullable String department, @Nullable String departmentEnglish, @Nullable DueWords due, @Nullable String question,
            @Nullable String answer, @Nullable LocalDate reviewOn, List<Line> steps, Can can, @Nullable Rated rated, List<Photo> photos) {}

    /** What a citizen is told of; everything else is the house's own business. */
    private static final Set<Action> TOLD = Set.of(Action.REGISTER, Action.ANSWER_DIRECTLY, Action.DISPATCH, Action.TRANSFER_EMERGENCY, Action.DECLINE,
            Action.ASK_FOR_INFORMATION, Action.ADD_INFORMATION, Action.JOIN, Action.ACCEPT, Action.RECORD_CONTACT, Action.REASSIGN, Action.GRANT_EXTENSION,
            Action.REPLY, Action.APPROVE, Action.DEFER, Action.RESUME, Action.FOLLOW_UP_ATTEMPT, Action.CLOSE, Action.REWORK, Action.SHARE_ANSWER,
            Action.URGE, Action.TERMINATE, Action.WITHDRAW, Action.REOPEN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Reading reading;
    private final TrackingCode codes;
    private final Departments departments;
    private final Words words;
    private final CitySettings city;

    Tracking(Reading reading, TrackingCode codes, Departments departments, Words words, CitySettings city) {
        this.reading = reading;
        this.codes = codes;
        this.departments = departments;
        this.words = words;
        this.city = city;
    }

    /** @throws city.minsheng.platform.NotFound for a wrong number and a wrong code alike */
    public UUID open(String number, String code) {
        codes.check(number.strip(), code);
        return reading.byNumber(number.strip());
    }

    public View view(UUID id) {
        var view = reading.view(id, Actor.SYSTEM);
        var row = view.order();
        var department = departments.find(row.department());
        boolean told = !Set.of(Status.UNDER_REVIEW, Status.IN_PROGRESS, Status.DISPATCHED, Status.RETURN_REQUESTED).contains(row.status());
        return new View(row.number(), row.title(), view.body(), row.status(), say("portal.status." + row.status()), row.outcome(), row.receivedAt(),
                department.map(Department::name).orElse(null), department.map(Department::english).orElse(null), due(view),
                row.status() == Status.WAITING_FOR_INFORMATION ? question(view) : null, told ? view.answer() : null,
                row.status() == Status.DEFERRED ? view.reviewOn() : null,
                view.steps().stream().filter(step -> TOLD.contains(step.action())).map(this::line).toList(), can(id, view),
                view.rated().satisfied() == null ? null : new Rated(view.rated().contacted(), view.rated().solved(), view.rated().satisfied()),
                view.attachments().stream().filter(a -> a.by().equals(Actor.REQUESTER.username())).map(a -> new Photo(a.name(), a.at())).toList());
    }

    private static @Nullable String question(Reading.View view) {
        return view.steps().stream().filter(step -> step.action() == Action.ASK_FOR_INFORMATION).map(Step::reason).reduce((a, b) -> b).orElse(null);
    }

    private Can can(UUID id, Reading.View view) {
        var offers = reading.buttons(reading.get(id, Actor.SYSTEM), Actor.REQUESTER);
        boolean information = allows(offers, Action.ADD_INFORMATION);
        boolean rework = allows(offers, Action.REWORK) || allows(offers, Action.REOPEN);
        var urge = offers.stream().filter(offer -> offer.action() == Action.URGE).findFirst();
        var why = urge.filter(offer -> !offer.allowed()).map(offer -> say("problem.urged-today")).orElse(null);
        return new Can(information, urge.map(Reading.Button::allowed).orElse(false), why, allows(offers, Action.WITHDRAW),
                allows(offers, Action.CLOSE) && view.order().status() == Status.FOLLOWING_UP, rework, information);
    }

    private static boolean allows(List<Reading.Button> offers, Action action) {
        return offers.stream().anyMatch(offer -> offer.action() == action && offer.allowed());
    }

    private @Nullable DueWords due(Reading.View view) {
        return Optional.ofNullable(view.clocks().stream().filter(clock -> clock.stoppedAt() == null)
                        .filter(clock -> Set.of(ClockKind.HANDLE.name(), ClockKind.WITH_PARENT.name(), ClockKind.DISPATCH.name()).contains(clock.kind()))
                        .reduce((a, b) -> a.kind().equals(ClockKind.HANDLE.name()) ? a : b).orElse(null))
                .map(clock -> new DueWords(clock.dueAt(), say("portal.due." + clock.kind(), MINUTE.format(clock.dueAt().atZone(city.zone()))))).orElse(null);
    }

    private Line line(Step step) {
        var unit = step.data().path("department").asString("");
        var department = departments.find(unit);
        var zh = department.map(Department::name).orElse("");
        var en = department.map(d -> d.english().isEmpty() ? d.name() : d.english()).orElse("");
        var key = "portal.step." + step.action();
        return new Line(step.at(), new Said(words.in(Locale.CHINESE, key, zh), words.in(Locale.ENGLISH, key, en)));
    }

    /** What a citizen who has just submitted is told. */
    public Said next(Instant dispatchBy) {
        return say("portal.next", MINUTE.format(dispatchBy.atZone(city.zone())));
    }

    private Said say(String key, Object... arguments) {
        return new Said(words.in(Locale.CHINESE, key, arguments), words.in(Locale.ENGLISH, key, arguments));
    }
}

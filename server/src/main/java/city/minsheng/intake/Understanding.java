package city.minsheng.intake;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.intake.Models.Subject;
import city.minsheng.requester.Requesters;
import city.minsheng.textmining.Duplicates;
import city.minsheng.textmining.Place;
import city.minsheng.textmining.triage.Guess;
import city.minsheng.textmining.triage.Kinds;
import city.minsheng.textmining.triage.Triage;
import city.minsheng.textmining.triage.Urgency;
import city.minsheng.workorder.Decided;
import city.minsheng.workorder.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 理解: what a text that is being typed is about, with the reasons. It fills what nobody has chosen, and decides nothing. */
@Service
public class Understanding {

    /** @param phone to see whether the same person has called before @param category, area as chosen by the agent, if they are */
    public record Said(@Nullable String body, @Nullable String address, @Nullable String phone, @Nullable String category, @Nullable String area) {

        @Override
        public String toString() { // must not show what was said
            return "Said[" + (body == null ? 0 : body.length()) + " characters]";
        }
    }

    /** @param words that spoke for it */
    public record Choice(String code, double probability, List<String> words) {}

    /** @param code of the place itself, @param area of the area around it, @param words as they stand in the text */
    public record Spot(@Nullable String code, @Nullable String area, String words) {}

    /** Another request that may be about the same, with what speaks for it. @param title, text how much is the same, 0 to 1 */
    public record Twin(UUID id, String number, Status status, Instant receivedAt, String said, boolean sameCaller, double title, double text, List<String> words) {}

    /**
     * @param sure whether the first category may be filled in; else a person should choose among them
     * @param version of the model of categories; null where none is learned yet
     */
    public record Findings(List<Choice> categories, boolean sure, List<Choice> kinds, boolean sureOfKind, @Nullable Level level,
            List<Urgency.Word> urgency, List<Spot> spots, List<Suggesting.Suggestion> departments, List<Twin> twins, @Nullable Integer version) {}

    private static final int SHORTEST = 4;
    private static final int LONGEST = 8_000;
    private final CurrentModels current;
    private final Gazetteer gazetteer;
    private final Catalogue catalogue;
    private final Suggesting suggesting;
    private final Decided decided;
    private final Requesters requesters;
    private final Clock clock;

    Understanding(CurrentModels current, Gazetteer gazetteer, Catalogue catalogue, Suggesting suggesting, Decided decided, Requesters requesters, Clock clock) {
        this.current = current;
        this.gazetteer = gazetteer;
        this.catalogue = catalogue;
        this.suggesting = suggesting;
        this.decided = decided;
        this.requesters = requesters;
        this.clock = clock;
    }

    public Findings understand(Said said, Actor actor) {
        var body = said.body() == null ? "" : said.body().substring(0, Math.min(LONGEST, said.body().length()));
        var categories = body.strip().length() < SHORTEST ? List.<Choice>of() : categories(body);
        boolean sure = !categories.isEmpty() && categories.getFirst().probability() >= Triage.SURE;
        var category = said.category() != null ? said.category() : categories.stream().findFirst().map(Choice::code).orElse(null);
        var kinds = kinds(body, category);
        var spots = spots(said.address(), body);
        var area = said.area() != null ? said.area() : spots.stream().map(Spot::code).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        var departments = category == null ? List.<Suggesting.Suggestion>of() : suggesting.suggest(category, area);
        return new Findings(categories, sure, kinds, !kinds.isEmpty() && kinds.getFirst().probability() >= Triage.SURE,
                catalogue.category(category).map(Category::level).orElse(null), Urgency.words(body), spots, departments,
                body.strip().length() < SHORTEST ? List.of() : twins(body, said.phone(), area, actor), current.version(Subject.CATEGORY));
    }

    private List<Choice> categories(String body) {
        return current.of(Subject.CATEGORY).map(triage -> triage.guess(body, 3)).orElse(List.of()).stream()
                .filter(guess -> catalogue.category(guess.label()).isPresent()).map(Understanding::choice).toList();
    }

    private List<Choice> kinds(String body, @Nullable String category) {
        if (body.isBlank()) {
            return List.of();
        }
        var usual = catalogue.category(category).map(Category::kinds).orElse(List.of()).stream().map(Kind::name).toList();
        return current.of(Subject.KIND).map(triage -> triage.guess(body, 3)).filter(guesses -> !guesses.isEmpty())
                .orElseGet(() -> Kinds.guess(body, usual)).stream().limit(3).map(Understanding::choice).toList();
    }

    private static Choice choice(Guess guess) {
        return new Choice(guess.label(), guess.probability(), guess.words());
    }

    /** What the address field names stands before what the text names, the finest known place before the others. */
    private List<Spot> spots(@Nullable String address, String body) {
        var places = gazetteer.places();
        var text = (address == null ? "" : address) + "\n" + body;
        var finest = places.finest(text);
        var found = places.in(text).stream().map(each -> each.place()).distinct()
                .sorted(java.util.Comparator.comparing((Place place) -> !finest.equals(Optional.of(place))).thenComparing(place -> !place.known()));
        return found.limit(4).map(place -> new Spot(place.known() ? place.code() : null, places.areaOf(place).map(Place::code).orElse(null), place.name())).toList();
    }

    private List<Twin> twins(String body, @Nullable String phone, @Nullable String area, Actor actor) {
        var requester = phone == null || phone.isBlank() ? null : requesters.byPhone(phone).orElse(null);
        var lately = decided.lately(requester, area, actor).stream().collect(Collectors.toMap(order -> order.id().toString(), Function.identity(), (one, same) -> one));
        var request = new Duplicates.Request("", requester == null ? "" : requester.toString(), beginning(body), body, clock.instant());
        return Duplicates.of(request, lately.values().stream().map(Understanding::request).toList()).stream().limit(5).map(each -> twin(each, lately)).toList();
    }

    private static Duplicates.Request request(Decided.Recent order) {
        return new Duplicates.Request(order.id().toString(), order.requester().toString(), beginning(Decided.said(order.title(), order.body())), order.body(), order.receivedAt());
    }

    /** The first sentence stands for a title: on the desk nobody types one. */
    private static String beginning(String body) {
        var first = body.strip().split("[。！？!?；;\\n]", 2)[0];
        return first.length() <= 60 ? first : first.substring(0, 60);
    }

    private static Twin twin(Duplicates.Evidence evidence, Map<String, Decided.Recent> orders) {
        var order = java.util.Objects.requireNonNull(orders.get(evidence.id()));
        return new Twin(order.id(), order.number(), order.status(), order.receivedAt(), Decided.said(order.title(), order.body()),
                evidence.sameCaller(), evidence.title(), evidence.text(), evidence.words());
    }
}

package city.minsheng.desk;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotFound;
import city.minsheng.requester.Requesters;
import city.minsheng.search.Facet;
import city.minsheng.search.Found;
import city.minsheng.search.Indexing;
import city.minsheng.search.Question;
import city.minsheng.search.Search;
import city.minsheng.search.State;
import city.minsheng.workorder.Experience;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One box for everything: a number, a phone, a name, words of any text. What it is, its form tells. */
@Component
public class Searching {

    /** Null or empty: not narrowed by it. @param to the last day, with it */
    public record Wanted(@Nullable String q, @Nullable List<String> kinds, @Nullable String area, @Nullable String department, @Nullable String category,
            @Nullable String status, @Nullable String channel, @Nullable LocalDate from, @Nullable LocalDate to, boolean newest, int skip) {}

    /** @param order  as it stands now, of an order or one of its replies
     *  @param loosely it has some of the words, not all as they were typed
     *  @param answer what the citizen was told then */
    public record Hit(String kind, String id, UUID subject, String title, String excerpt, double score, boolean loosely, Instant at, @Nullable String department,
            @Nullable String departmentName, @Nullable Row order, @Nullable String answer) {}

    /** @param count how many have everything as it was typed @param byWords how many others have some of the words */
    public record Result(List<Row> numbers, List<Row> people, List<Naming.Name> names, List<Hit> hits, long count, Found.@Nullable ByWords byWords, State index) {}

    /** A text that is being typed. @param but the order that it is of, where it is one already */
    public record Typed(@Nullable String text, @Nullable List<String> kinds, @Nullable String area, @Nullable String category, @Nullable UUID but) {}

    private static final int MOST = 20;
    private static final int ALIKE = 10;
    private static final double LEAST_ALIKE = 0.03; // two long stories of one event may share no more; below is chance
    private final Reading reading;
    private final Experience experience;
    private final Requesters requesters;
    private final Search search;
    private final Indexing indexing;
    private final Naming naming;
    private final Departments departments;
    private final CitySettings city;

    Searching(Reading reading, Experience experience, Requesters requesters, Search search, Indexing indexing, Naming naming,
            Departments departments, CitySettings city) {
        this.reading = reading;
        this.experience = experience;
        this.requesters = requesters;
        this.search = search;
        this.indexing = indexing;
        this.naming = naming;
        this.departments = departments;
        this.city = city;
    }

    public Result search(Wanted wanted, Actor actor) {
        var q = wanted.q() == null ? "" : wanted.q().strip();
        var numbers = q.matches("\\d{14,}") ? byNumber(q, actor) : List.<Row>of();
        var people = q.matches("[+\\d][\\d\\s-]{6,13}") ? byPhone(q, actor) : q.matches("\\p{IsHan}{2,4}") ? byName(q, actor) : List.<Row>of();
        var found = numbers.isEmpty() ? search.find(question(q, wanted), actor) : search.find(Question.of(""), actor);
        var hits = hits(found, q, actor);
        long exact = found.count() - found.hits().stream().filter(hit -> !hit.loosely()).count() + hits.stream().filter(hit -> !hit.loosely()).count();
        return new Result(numbers, people, naming.find(q), hits, exact, found.byWords(), indexing.state());
    }

    /** What was asked before in other words, and what was told then. */
    public List<Hit> like(Typed typed, Actor actor) {
        var text = typed.text() == null ? "" : typed.text().strip();
        if (text.length() < 2) {
            return List.of();
        }
        var within = Question.of("").kinds(typed.kinds() == null || typed.kinds().isEmpty() ? new String[] {"order"} : typed.kinds().toArray(String[]::new))
                .facet(Facet.AREA, areas(typed.area())).facet(Facet.CATEGORY, typed.category()).most(ALIKE + 1);
        return hits(search.like(text, within, actor), "", actor).stream()
                .filter(hit -> hit.score() >= LEAST_ALIKE && !hit.subject().equals(typed.but())).limit(ALIKE).toList();
    }

    private Question question(String q, Wanted wanted) {
        var question = Question.of(q).kinds(wanted.kinds() == null ? new String[0] : wanted.kinds().toArray(String[]::new))
                .facet(Facet.AREA, areas(wanted.area())).facet(Facet.DEPARTMENT, departments(wanted.department()))
                .facet(Facet.CATEGORY, wanted.category()).facet(Facet.STATUS, wanted.status()).facet(Facet.CHANNEL, wanted.channel())
                .between(start(wanted.from()), wanted.to() == null ? null : start(wanted.to().plusDays(1))).skip(wanted.skip()).most(MOST);
        return wanted.newest() ? question.newest() : question;
    }

    private Collection<String> areas(@Nullable String code) {
        return code == null || code.isBlank() ? List.of() : departments.areasWithin(code);
    }

    private Collection<String> departments(@Nullable String code) {
        return code == null || code.isBlank() ? List.of() : departments.scopeOf(code);
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(city.zone()).toInstant();
    }

    /** @param q what was asked for: who is not to know whose an order is does not find it by asking that */
    private List<Hit> hits(Found found, String q, Actor actor) {
        var orders = found.hits().stream().filter(hit -> hit.kind().equals("order") || hit.kind().equals("reply"))
                .map(hit -> hit.document().subject()).collect(Collectors.toSet());
        var rows = experience.rows(orders, actor);
        var answers = experience.answers(orders, actor);
        var hidden = experience.hidden(orders, q, actor);
        return found.hits().stream().filter(hit -> !orders.contains(hit.document().subject()) || rows.containsKey(hit.document().subject()) && !hidden.asked().contains(hit.document().subject()))
                .map(hit -> hit(hit, rows.get(hit.document().subject()), answers.get(hit.document().subject()), hidden.all().contains(hit.document().subject()))).toList();
    }

    /** @param hidden this reader must not know whose it is: the title as lists show it, and no word around what was found */
    private Hit hit(city.minsheng.search.Hit hit, @Nullable Row order, @Nullable String answer, boolean hidden) {
        var document = hit.document();
        var department = document.facets().get(Facet.DEPARTMENT);
        return new Hit(hit.kind(), document.id(), document.subject(), order != null && (hidden || hit.title().isEmpty()) ? order.title() : hit.title(), hidden ? "" : hit.excerpt(),
                hit.score(), hit.loosely(), document.at(), department, departments.nameOf(department), order, answer);
    }

    private List<Row> byNumber(String number, Actor actor) {
        try {
            return List.of(reading.view(reading.byNumber(number), actor).order());
        } catch (NotFound nothing) {
            return List.of();
        }
    }

    /** Contacts are the hall's to search; a department works from its own orders. */
    private List<Row> byPhone(String phone, Actor actor) {
        return actor.seesWholeCity() ? requesters.byPhone(phone).map(id -> experience.of(List.of(id), actor, MOST)).orElse(List.of()) : List.of();
    }

    private List<Row> byName(String name, Actor actor) {
        return actor.seesWholeCity() ? experience.of(requesters.byName(name), actor, MOST) : List.of();
    }
}

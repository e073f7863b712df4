package city.minsheng.knowledge.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.knowledge.Library;
import city.minsheng.knowledge.Searches;
import city.minsheng.knowledge.Shelf;
import city.minsheng.knowledge.Signing;
import city.minsheng.knowledge.Text;
import city.minsheng.knowledge.Version;
import city.minsheng.knowledge.Writing;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The articles for the answer desk and for those who keep them. */
@RestController
@RequestMapping("/api/knowledge")
class KnowledgeController {

    record Wish(@Nullable String words, @Nullable String category, @Nullable String area, @Nullable Integer most) {}

    /** What stands beside a call: the answer first, whose it is, until when it holds. */
    record Answer(String code, int version, String question, String answer, String owner, @Nullable String ownerName, String basis, String document,
            String steps, String materials, String places, String hours, String audience, @Nullable String category, boolean open,
            @Nullable Instant effectiveAt, @Nullable LocalDate reviewOn, @Nullable Instant expiresAt, boolean due, double likeness, boolean loosely) {

        static Answer of(Shelf.Hit hit, boolean loosely, Departments departments) {
            var version = hit.version();
            var text = version.text();
            return new Answer(version.code(), version.version(), text.question(), text.answer(), text.owner(), departments.nameOf(text.owner()),
                    text.basis(), text.document(), text.steps(), text.materials(), text.places(), text.hours(), text.audience(), text.category(),
                    text.open(), text.effectiveAt(), text.reviewOn(), text.expiresAt(), version.status() == city.minsheng.knowledge.Status.DUE, hit.likeness(), loosely);
        }
    }

    record NewArticle(Text text, @Nullable UUID order) {}

    record Why(@Nullable String reason) {}

    private static final int MOST = 8;
    private final Shelf shelf;
    private final Library library;
    private final Writing writing;
    private final Signing signing;
    private final Searches searches;
    private final Departments departments;
    private final Idempotency idempotency;

    KnowledgeController(Shelf shelf, Library library, Writing writing, Signing signing, Searches searches, Departments departments, Idempotency idempotency) {
        this.shelf = shelf;
        this.library = library;
        this.writing = writing;
        this.signing = signing;
        this.searches = searches;
        this.departments = departments;
        this.idempotency = idempotency;
    }

    /** By POST: what is looked for is what a caller says. An expert seat sees its own field first; what only has some of the words comes last. */
    @PostMapping("/find")
    List<Answer> find(@RequestBody Wish wish, @AuthenticationPrincipal Actor actor) {
        var owners = actor.is(Role.EXPERT) ? actor.scope() : List.<String>of();
        var words = wish.words() == null ? "" : wish.words();
        int most = wish.most() == null ? MOST : Math.clamp(wish.most(), 1, 50);
        var wanted = new Shelf.Wish(words, wish.category(), wish.area(), false, owners, most);
        var found = shelf.find(wanted);
        return Stream.concat(found.stream().map(hit -> Answer.of(hit, false, departments)),
                shelf.byWords(wanted, found).stream().map(hit -> Answer.of(hit, true, departments))).toList();
    }

    /** What a call has looked for, once it is over. */
    @PostMapping("/searches")
    void searched(@RequestBody Searches.Search search) {
        searches.keep(search, false);
    }

    @GetMapping("/articles")
    List<Library.Line> list(@RequestParam(defaultValue = "live") String view, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String owner, @RequestParam(required = false) @Nullable String category, @AuthenticationPrincipal Actor actor) {
        return library.list(new Library.Filter(Library.View.valueOf(view.toUpperCase(java.util.Locale.ROOT).replace('-', '_')), q, owner, category), actor);
    }

    @GetMapping("/counts")
    Map<Library.View, Integer> counts(@AuthenticationPrincipal Actor actor) {
        return library.counts(actor);
    }

    @GetMapping("/articles/{article}")
    ResponseEntity<Library.Shown> show(@PathVariable String article, @AuthenticationPrincipal Actor actor) {
        var shown = library.show(article, actor);
        return ResponseEntity.ok().eTag("\"" + shown.revision() + "\"").body(shown);
    }

    @GetMapping("/articles/{article}/versions/{version}")
    Version version(@PathVariable String article, @PathVariable int version) {
        return library.version(article, version);
    }

    @PostMapping("/articles")
    ResponseEntity<Library.Shown> begin(@RequestBody NewArticle fresh, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        new Invalid.Check().given(fresh.text(), "/text").done();
        var origin = fresh.order() == null ? Writing.Origin.DESK : new Writing.Origin("CALL", fresh.order());
        var code = idempotency.once(key, actor.username(), fresh, String.class, () -> writing.begin(fresh.text(), origin, actor));
        return ResponseEntity.created(URI.create("/api/knowledge/articles/" + code)).body(library.show(code, actor));
    }

    @PutMapping("/articles/{article}/draft")
    ResponseEntity<Library.Shown> write(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Text text, @AuthenticationPrincipal Actor actor) {
        writing.write(article, seen(match), text, actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/submit")
    ResponseEntity<Library.Shown> submit(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @AuthenticationPrincipal Actor actor) {
        writing.submit(article, seen(match), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/publish")
    ResponseEntity<Library.Shown> publish(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @AuthenticationPrincipal Actor actor) {
        signing.publish(article, seen(match), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/send-back")
    ResponseEntity<Library.Shown> sendBack(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        signing.sendBack(article, seen(match), words(why), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/discard")
    ResponseEntity<Library.Shown> discard(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        writing.discard(article, seen(match), why.reason(), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/revise")
    ResponseEntity<Library.Shown> revise(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        writing.revise(article, seen(match), words(why), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/renew")
    ResponseEntity<Library.Shown> renew(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Signing.Renewal renewal, @AuthenticationPrincipal Actor actor) {
        signing.renew(article, seen(match), renewal, actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/withdraw")
    ResponseEntity<Library.Shown> withdraw(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        signing.withdraw(article, seen(match), words(why), actor);
        return show(article, actor);
    }

    @PostMapping("/articles/{article}/retire")
    ResponseEntity<Library.Shown> retire(@PathVariable String article, @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        signing.retire(article, seen(match), words(why), actor);
        return show(article, actor);
    }

    private static String words(Why why) {
        return why.reason() == null ? "" : why.reason();
    }

    /** An act names the revision that the person saw; a repeated one finds another and is refused: it happens once. */
    private static int seen(@Nullable String match) {
        if (match == null || !match.matches("\"?\\d{1,9}\"?")) {
            throw new Refusal("version-missing");
        }
        return Integer.parseInt(match.replace("\"", ""));
    }
}

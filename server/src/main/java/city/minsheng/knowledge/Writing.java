package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 起草: beginning an article or a new version of it, changing the draft, handing it to its owner, dropping it. */
@Service
public class Writing {

    /** Where a draft comes from: CITY, DESK, CALL, GAP, FILE or CAMPAIGN. */
    public record Origin(String kind, @Nullable UUID order) {

        public static final Origin DESK = new Origin("DESK", null);
    }

    private final Articles articles;
    private final Shelving shelving;
    private final OwnerClocks clocks;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Writing(Articles articles, Shelving shelving, OwnerClocks clocks, Departments departments, CitySettings city, Clock clock) {
        this.articles = articles;
        this.shelving = shelving;
        this.clocks = clocks;
        this.departments = departments;
        this.city = city;
        this.clock = clock;
    }

    /** @return the code of the new article */
    @Transactional
    public String begin(Text text, Origin origin, Actor actor) {
        return begin(articles.nextCode(), text, origin, actor);
    }

    String begin(String code, Text text, Origin origin, Actor actor) {
        check(text).done();
        var role = shelving.writer(text.owner(), actor);
        var now = clock.instant();
        var id = Ids.next(now);
        articles.insert(id, code, origin.kind(), origin.order(), actor.username(), now);
        articles.insert(id, 1, Status.DRAFT, text, actor.username(), null, null, now);
        shelving.record(shelving.get(code, 1), null, Status.DRAFT, Action.WRITE, actor, role.name(), "", now);
        return code;
    }

    private Invalid.Check check(Text text) {
        return text.check().that(departments.find(text.owner()).isPresent(), "/owner", "unknown-department");
    }

    @Transactional
    public void write(String code, int seen, Text text, Actor actor) {
        check(text).done();
        shelving.act(code, seen, Action.WRITE, actor, on -> {
            shelving.writer(text.owner(), actor); // nobody gives an article away to another department's hands by accident
            articles.write(on.version().article(), on.version().version(), text, actor.username(), on.now());
            return "";
        });
    }

    @Transactional
    public void submit(String code, int seen, Actor actor) {
        shelving.act(code, seen, Action.SUBMIT, actor, on -> {
            var text = on.version().text();
            text.complete(on.now(), LocalDate.ofInstant(on.now(), city.zone())).done();
            clocks.start(OwnerClocks.Kind.REVIEW, on.version().article(), null, text.owner(), on.now(), clocks.due(OwnerClocks.Kind.REVIEW, on.now()));
            return "";
        });
    }

    @Transactional
    public void discard(String code, int seen, @Nullable String reason, Actor actor) {
        shelving.act(code, seen, Action.DISCARD, actor, on -> reason == null ? "" : reason.strip());
    }

    /** The published text stays as it is; a copy of it becomes the next draft. */
    @Transactional
    public void revise(String code, @Nullable Integer seen, String why, Actor actor) {
        shelving.act(code, seen, Action.REVISE, actor, on -> {
            var all = articles.versions(code);
            if (Shelving.atWork(all).isPresent()) {
                throw new Refusal("article-at-work");
            }
            int next = all.getFirst().version() + 1;
            var text = on.version().text();
            articles.insert(on.version().article(), next, Status.DRAFT, text.dated(on.now(), text.reviewOn(), text.expiresAt()), actor.username(), null, null, on.now());
            return why.strip();
        });
        var draft = Shelving.atWork(articles.versions(code)).orElseThrow();
        shelving.record(draft, null, Status.DRAFT, Action.WRITE, actor, shelving.writer(draft.text().owner(), actor).name(), "", clock.instant());
    }
}

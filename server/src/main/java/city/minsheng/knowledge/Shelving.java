package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How every act on an article is done: lock it, look whether this person may by the table, let the use case write what is
 * particular, then write status, step and outbox in the caller's transaction.
 */
@Component
class Shelving {

    /** What is being done. @param last the version that was published last, whatever became of it since */
    record Acting(Version version, @Nullable Version last, Action action, Actor actor, Role role, Instant now) {}

    private final Articles articles;
    private final Departments departments;
    private final Outbox outbox;
    private final Shelf shelf;
    private final Words words;
    private final Clock clock;

    Shelving(Articles articles, Departments departments, Outbox outbox, Shelf shelf, Words words, Clock clock) {
        this.articles = articles;
        this.departments = departments;
        this.outbox = outbox;
        this.shelf = shelf;
        this.words = words;
        this.clock = clock;
    }

    /** @param seen the revision that the person saw; null where the program acts @param then gives the reason that stands in the step */
    void act(String code, @Nullable Integer seen, Action action, Actor actor, Function<Acting, String> then) {
        articles.lock(code);
        var all = articles.versions(code);
        if (seen != null && seen != all.getFirst().revision()) {
            throw new Refusal("article-changed");
        }
        var version = (action.isOnDraft() ? atWork(all) : last(all)).orElseThrow(() -> new Refusal("article-not-possible", verb(action), status(all.getFirst())));
        var arrow = Lifecycle.arrow(version.status(), action).orElseThrow(() -> new Refusal("article-not-possible", verb(action), status(version)));
        var role = role(arrow, version.text().owner(), actor).orElseThrow(() -> new NotYours("wrong-role", verb(action)));
        var now = clock.instant();
        var reason = then.apply(new Acting(version, last(all).orElse(null), action, actor, role, now));
        var to = arrow.to() == null ? version.status() : arrow.to();
        if (arrow.to() != null && action != Action.PUBLISH) {
            articles.setStatus(version.article(), version.version(), to, to.isAtWork() || to.isLive() ? null : now);
        }
        record(version, version.status(), to, action, actor, role.name(), reason, now);
    }

    /** What this person could do now, in the order of the buttons. */
    List<Action> actions(List<Version> all, Actor actor) {
        return java.util.Arrays.stream(Action.values()).filter(action -> {
            if (action == Action.REVISE && atWork(all).isPresent()) {
                return false;
            }
            return (action.isOnDraft() ? atWork(all) : last(all)).filter(version -> Lifecycle.arrow(version.status(), action)
                    .flatMap(arrow -> role(arrow, version.text().owner(), actor)).isPresent()).isPresent();
        }).toList();
    }

    /** In which role this person may begin an article of the owner. */
    Role writer(String owner, Actor actor) {
        return role(new Lifecycle.Arrow(Action.WRITE, java.util.Set.of(), null, Lifecycle.Whose.ANY, Lifecycle.writers()), owner, actor)
                .orElseThrow(() -> new NotYours("wrong-role", verb(Action.WRITE)));
    }

    private Optional<Role> role(Lifecycle.Arrow arrow, String owner, Actor actor) {
        boolean whose = switch (arrow.whose()) {
            case ANY -> actor.seesWholeCity() || actor.is(Role.ANALYST) || actor.is(Role.ADMINISTRATOR) || isOf(owner, actor);
            case OWNER -> isOf(owner, actor);
            case PROGRAM -> actor.is(Role.SYSTEM);
        };
        return whose ? actor.roles().stream().filter(arrow.by()::contains).findFirst() : Optional.empty();
    }

    /** The hotline has no head of a department: its supervisors sign for it. */
    boolean isOf(String owner, Actor actor) {
        boolean hotline = departments.find(owner).map(Department::kind).filter("HOTLINE"::equals).isPresent();
        return hotline ? actor.is(Role.SUPERVISOR) : !actor.is(Role.SUPERVISOR) && actor.scope().contains(owner);
    }

    void record(Version version, @Nullable Status from, Status to, Action action, Actor actor, String role, String reason, Instant now) {
        articles.step(version.article(), new Step(0, version.version(), action, now, actor.username(), actor.name(), role, from, to, reason));
        tell(version.article(), version.code(), version.version(), version.text(), action.verb(), to.name(), whom(action, version), now);
    }

    /** The people whom an act concerns, as the notification room understands it. */
    private static String whom(Action action, Version version) {
        return switch (action) {
            case SUBMIT, FALL_DUE, EXPIRE -> "DEPARTMENT:" + version.text().owner();
            case SEND_BACK, PUBLISH -> "PERSON:" + version.writtenBy();
            default -> "";
        };
    }

    void tell(UUID article, String code, int version, Text text, String verb, String status, String whom, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", code);
        data.put("version", version);
        data.put("question", text.question());
        data.put("owner", text.owner());
        data.put("status", status);
        data.put("tell", whom);
        outbox.add(article, "knowledge." + verb, now, data);
        shelf.forgetAfterCommit();
    }

    void forget() {
        shelf.forgetAfterCommit();
    }

    static Optional<Version> atWork(List<Version> all) {
        return all.stream().filter(version -> version.status().isAtWork()).findFirst();
    }

    static Optional<Version> last(List<Version> all) {
        return all.stream().filter(version -> !version.status().isAtWork() && version.status() != Status.DISCARDED).findFirst();
    }

    Version get(String code, int version) {
        return articles.find(code, version).orElseThrow(() -> new NotFound("article", code));
    }

    private String verb(Action action) {
        return words.say("knowledge.action." + action);
    }

    private String status(Version version) {
        return words.say("knowledge.status." + version.status());
    }
}

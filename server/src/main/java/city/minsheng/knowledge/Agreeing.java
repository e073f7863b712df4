package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会签: somebody wants a template to say this; only the signature of the department that it speaks for makes it so. Where it is to
 * speak for another one from now on, both sign, in either order.
 */
@Service
public class Agreeing {

    /** @param code null for a new template @param withdrawal it is to be told no more */
    public record Wish(@Nullable String code, @Nullable String category, String title, String body, @Nullable String basis, String department,
            boolean withdrawal, @Nullable String reason) {}

    private final TemplateChanges changes;
    private final Templates templates;
    private final Shelving shelving;
    private final Departments departments;
    private final People people;
    private final Outbox outbox;
    private final CitySettings city;
    private final Clock clock;

    Agreeing(TemplateChanges changes, Templates templates, Shelving shelving, Departments departments, People people, Outbox outbox, CitySettings city, Clock clock) {
        this.changes = changes;
        this.templates = templates;
        this.shelving = shelving;
        this.departments = departments;
        this.people = people;
        this.outbox = outbox;
        this.city = city;
        this.clock = clock;
    }

    @Transactional
    public TemplateChange wish(Wish wish, Actor actor) {
        var old = wish.code() == null ? null : templates.find(wish.code()).orElseThrow(() -> new NotFound("template", wish.code()));
        new Invalid.Check().given(wish.title(), "/title").atMost(wish.title(), 60, "/title").given(wish.body(), "/body").atMost(wish.body(), 2000, "/body")
                .atMost(wish.basis(), 500, "/basis").atMost(wish.reason(), 500, "/reason").given(wish.department(), "/department")
                .that(wish.department() == null || departments.find(wish.department()).isPresent(), "/department", "unknown-department")
                .that(old == null || wish.reason() != null && !wish.reason().isBlank(), "/reason", "required").done();
        shelving.writer(wish.department(), actor);
        if (old != null) {
            shelving.writer(old.department(), actor);
        }
        var now = clock.instant();
        var change = new TemplateChange(Ids.next(now), old == null ? changes.nextCode() : old.code(), wish.category(), wish.title().strip(), wish.body().strip(),
                words(wish.basis()), wish.department(), former(old, wish), wish.withdrawal(), words(wish.reason()), actor.username(), now, TemplateChange.State.OPEN, null, null, null, null, "");
        try {
            changes.insert(change);
        } catch (DuplicateKeyException another) {
            throw new Refusal("template-change-open");
        }
        tell(change, "template-wished", "DEPARTMENT:" + change.department(), now);
        if (change.former() != null) {
            tell(change, "template-wished", "DEPARTMENT:" + change.former(), now);
        }
        return change;
    }

    private static @Nullable String former(@Nullable Template old, Wish wish) {
        return old == null || old.department().equals(wish.department()) ? null : old.department();
    }

    /** By somebody of the department other than who wrote it. With the last signature the desk offers these words. */
    @Transactional
    public TemplateChange sign(UUID id, Actor actor) {
        var change = decidable(id, actor);
        var now = clock.instant();
        put(change, actor, now);
        var signed = changes.get(id);
        if (!signed.isSignedByAll()) {
            return signed;
        }
        templates.put(new Template(change.code(), change.category(), change.title(), change.body(), change.basis(), change.department(), nameOf(signed),
                LocalDate.ofInstant(now, city.zone())), change.withdrawal() ? now : null);
        return decide(change, TemplateChange.State.SIGNED, "", actor);
    }

    /** The signature of the one department, or of the other; never both of one person. */
    private void put(TemplateChange change, Actor actor, Instant now) {
        if (change.writtenBy().equals(actor.username())) {
            throw new Refusal("own-words");
        }
        if (actor.username().equals(change.agreedBy()) || actor.username().equals(change.releasedBy())) {
            throw new Refusal("two-signatures");
        }
        if (change.agreedBy() == null && shelving.isOf(change.department(), actor)) {
            changes.agree(change.id(), actor.username(), now);
        } else if (change.releasedBy() == null && isFormer(change, actor)) {
            changes.release(change.id(), actor.username(), now);
        } else {
            throw new Refusal("two-signatures");
        }
    }

    /** Who signed for the department: the template bears that name, whichever signature came last. */
    private String nameOf(TemplateChange signed) {
        var name = people.nameOf(String.valueOf(signed.agreedBy()));
        return name == null ? String.valueOf(signed.agreedBy()) : name;
    }

    @Transactional
    public TemplateChange decline(UUID id, String why, Actor actor) {
        new Invalid.Check().given(why, "/reason").atMost(why, 500, "/reason").done();
        return decide(decidable(id, actor), TemplateChange.State.DECLINED, why, actor);
    }

    private TemplateChange decidable(UUID id, Actor actor) {
        var change = changes.get(id);
        boolean ours = shelving.isOf(change.department(), actor) || isFormer(change, actor);
        if (!ours || !actor.is(Role.HEAD) && !actor.is(Role.HANDLER) && !actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        if (change.state() != TemplateChange.State.OPEN) {
            throw new Refusal("decided-already");
        }
        return change;
    }

    private boolean isFormer(TemplateChange change, Actor actor) {
        return change.former() != null && shelving.isOf(change.former(), actor);
    }

    private TemplateChange decide(TemplateChange change, TemplateChange.State to, String words, Actor actor) {
        var now = clock.instant();
        changes.decide(change.id(), to, words.strip(), actor.username(), now);
        tell(change, "template-decided", "PERSON:" + change.writtenBy(), now);
        return changes.get(change.id());
    }

    /** Only by who wrote it. */
    @Transactional
    public TemplateChange takeBack(UUID id, Actor actor) {
        if (!changes.get(id).writtenBy().equals(actor.username())) {
            throw new NotYours("wrong-role-here");
        }
        changes.decide(id, TemplateChange.State.TAKEN_BACK, "", actor.username(), clock.instant());
        return changes.get(id);
    }

    /** Those that wait, the longest waiting first. */
    public List<TemplateChange> open() {
        return changes.open();
    }

    /** The newest first. */
    public List<TemplateChange> of(String code) {
        var all = changes.of(code);
        if (all.isEmpty() && templates.find(code).isEmpty()) {
            throw new NotFound("template", code);
        }
        return all;
    }

    private void tell(TemplateChange change, String what, String whom, Instant now) {
        outbox.add(Templates.subject(change.code()), "knowledge." + what, now,
                Map.of("code", change.code(), "question", change.title(), "owner", change.department(), "tell", whom));
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

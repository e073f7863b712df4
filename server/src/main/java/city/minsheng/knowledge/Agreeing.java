package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
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

/** 会签: somebody wants a template to say this; only the signature of the department that it speaks for makes it so. */
@Service
public class Agreeing {

    /** @param code null for a new template @param withdrawal it is to be told no more */
    public record Wish(@Nullable String code, @Nullable String category, String title, String body, @Nullable String basis, String department,
            boolean withdrawal, @Nullable String reason) {}

    private final TemplateChanges changes;
    private final Templates templates;
    private final Shelving shelving;
    private final Departments departments;
    private final Outbox outbox;
    private final CitySettings city;
    private final Clock clock;

    Agreeing(TemplateChanges changes, Templates templates, Shelving shelving, Departments departments, Outbox outbox, CitySettings city, Clock clock) {
        this.changes = changes;
        this.templates = templates;
        this.shelving = shelving;
        this.departments = departments;
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
                words(wish.basis()), wish.department(), wish.withdrawal(), words(wish.reason()), actor.username(), now, TemplateChange.State.OPEN, null, null, "");
        try {
            changes.insert(change);
        } catch (DuplicateKeyException another) {
            throw new Refusal("template-change-open");
        }
        tell(change, "template-wished", "DEPARTMENT:" + change.department(), now);
        return change;
    }

    /** By somebody of the department other than who wrote it. From now on the desk offers these words. */
    @Transactional
    public TemplateChange sign(UUID id, Actor actor) {
        var change = decide(id, TemplateChange.State.SIGNED, "", actor);
        var now = clock.instant();
        templates.put(new Template(change.code(), change.category(), change.title(), change.body(), change.basis(), change.department(), actor.name(),
                LocalDate.ofInstant(now, city.zone())), change.withdrawal() ? now : null);
        return change;
    }

    @Transactional
    public TemplateChange decline(UUID id, String why, Actor actor) {
        new Invalid.Check().given(why, "/reason").atMost(why, 500, "/reason").done();
        return decide(id, TemplateChange.State.DECLINED, why, actor);
    }

    private TemplateChange decide(UUID id, TemplateChange.State to, String words, Actor actor) {
        var change = changes.get(id);
        if (!shelving.isOf(change.department(), actor) || !actor.is(Role.HEAD) && !actor.is(Role.HANDLER) && !actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        if (to == TemplateChange.State.SIGNED && change.writtenBy().equals(actor.username())) {
            throw new Refusal("own-words");
        }
        var now = clock.instant();
        changes.decide(id, to, words.strip(), actor.username(), now);
        tell(change, "template-decided", "PERSON:" + change.writtenBy(), now);
        return changes.get(id);
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

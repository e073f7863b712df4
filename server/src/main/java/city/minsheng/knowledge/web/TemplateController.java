package city.minsheng.knowledge.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.knowledge.Agreeing;
import city.minsheng.knowledge.Template;
import city.minsheng.knowledge.TemplateChange;
import city.minsheng.knowledge.Templates;
import city.minsheng.platform.Idempotency;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 答复模板: for the answer desk, and what people want them to say. */
@RestController
class TemplateController {

    record Shown(String code, @Nullable String category, String title, String body, String basis, String department,
            @Nullable String departmentName, String signedBy, LocalDate signedOn, boolean loosely) {}

    record Sought(@Nullable String category, @Nullable String words) {}

    private final Templates templates;
    private final Agreeing agreeing;
    private final Departments departments;
    private final Idempotency idempotency;

    TemplateController(Templates templates, Agreeing agreeing, Departments departments, Idempotency idempotency) {
        this.templates = templates;
        this.agreeing = agreeing;
        this.departments = departments;
        this.idempotency = idempotency;
    }

    /** One reason or none. */
    record Decision(@Nullable String reason) {}

    /** By POST: what is looked for is what a caller says. Those that only have some of the words come last. */
    @PostMapping("/api/knowledge/templates/find")
    List<Shown> find(@RequestBody Sought sought) {
        var words = sought.words() == null ? "" : sought.words().strip();
        var found = templates.find(sought.category() == null ? "" : sought.category(), words);
        return Stream.concat(found.stream().map(this::show), templates.byWords(words, found).stream().map(template -> show(template, true))).toList();
    }

    /** What is told now, by code. */
    @GetMapping("/api/knowledge/templates")
    List<Shown> all() {
        return templates.all().stream().map(this::show).toList();
    }

    @GetMapping("/api/knowledge/templates/changes")
    List<TemplateChange> open() {
        return agreeing.open();
    }

    /** Every text that this template had or was to have, the newest first. */
    @GetMapping("/api/knowledge/templates/{template}/changes")
    List<TemplateChange> of(@PathVariable String template) {
        return agreeing.of(template);
    }

    @PostMapping("/api/knowledge/templates/changes")
    @ResponseStatus(HttpStatus.CREATED)
    TemplateChange wish(@RequestBody Agreeing.Wish wish, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), wish.toString(), TemplateChange.class, () -> agreeing.wish(wish, actor));
    }

    @PostMapping("/api/knowledge/templates/changes/{id}/sign")
    TemplateChange sign(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return agreeing.sign(id, actor);
    }

    @PostMapping("/api/knowledge/templates/changes/{id}/decline")
    TemplateChange decline(@PathVariable UUID id, @RequestBody Decision decision, @AuthenticationPrincipal Actor actor) {
        return agreeing.decline(id, decision.reason() == null ? "" : decision.reason(), actor);
    }

    @PostMapping("/api/knowledge/templates/changes/{id}/take-back")
    TemplateChange takeBack(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return agreeing.takeBack(id, actor);
    }

    private Shown show(Template template) {
        return show(template, false);
    }

    private Shown show(Template t, boolean loosely) {
        return new Shown(t.code(), t.category(), t.title(), t.body(), t.basis(), t.department(), departments.nameOf(t.department()),
                t.signedBy(), t.signedOn(), loosely);
    }
}

package city.minsheng.knowledge.web;

import city.minsheng.directory.Departments;
import city.minsheng.knowledge.Template;
import city.minsheng.knowledge.Templates;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 答复模板 for the answer desk. */
@RestController
class TemplateController {

    record Shown(String code, @Nullable String category, String title, String body, String basis, String department,
            @Nullable String departmentName, String signedBy, LocalDate signedOn) {}

    private final Templates templates;
    private final Departments departments;

    TemplateController(Templates templates, Departments departments) {
        this.templates = templates;
        this.departments = departments;
    }

    @GetMapping("/api/templates")
    List<Shown> find(@RequestParam(defaultValue = "") String category, @RequestParam(defaultValue = "") String q) {
        return templates.find(category, q.strip()).stream().map(this::show).toList();
    }

    private Shown show(Template t) {
        return new Shown(t.code(), t.category(), t.title(), t.body(), t.basis(), t.department(), departments.nameOf(t.department()),
                t.signedBy(), t.signedOn());
    }
}

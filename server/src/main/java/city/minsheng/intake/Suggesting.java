package city.minsheng.intake;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Departments;
import city.minsheng.workorder.Experience;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 精准分流: which department, and why: the catalogue's clause, and who has handled the like of late. */
@Component
public class Suggesting {

    /** @param of requests of the category in the last 90 days, @param same of which this department handled */
    public record Suggestion(String department, @Nullable String departmentName, List<String> supporting, String clause, String basis, int same, int of) {}

    private final Catalogue catalogue;
    private final Departments departments;
    private final Experience experience;

    Suggesting(Catalogue catalogue, Departments departments, Experience experience) {
        this.catalogue = catalogue;
        this.departments = departments;
        this.experience = experience;
    }

    public List<Suggestion> suggest(String category, @Nullable String area) {
        var handled = experience.handledBy(category);
        int all = handled.values().stream().mapToInt(Integer::intValue).sum();
        var found = new LinkedHashMap<String, Suggestion>();
        for (var clause : catalogue.responsible(category, area)) {
            found.putIfAbsent(clause.department(), new Suggestion(clause.department(), departments.nameOf(clause.department()),
                    clause.supporting(), clause.number(), clause.basis(), handled.getOrDefault(clause.department(), 0), all));
        }
        handled.forEach((department, count) -> found.putIfAbsent(department,
                new Suggestion(department, departments.nameOf(department), List.of(), "", "", count, all)));
        return found.values().stream().limit(5).toList();
    }
}

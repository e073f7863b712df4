package city.minsheng.exchange;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which category a text from outside belongs to, by the words that the city's catalogue gives for each, and which
 * department. No understanding: the catalogue read aloud. The longest words that occur decide.
 */
@Component
class Placing {

    private final Catalogue catalogue;
    private final Departments departments;

    Placing(Catalogue catalogue, Departments departments) {
        this.catalogue = catalogue;
        this.departments = departments;
    }

    @Nullable String category(String text) {
        return catalogue.categories().values().stream().filter(category -> weight(category, text) > 0)
                .max(Comparator.comparingInt((Category category) -> weight(category, text)).thenComparing(Category::code, Comparator.reverseOrder()))
                .map(Category::code).orElse(null);
    }

    private static int weight(Category category, String text) {
        return category.words().stream().filter(text::contains).mapToInt(word -> word.length() * word.length()).sum();
    }

    String department(@Nullable String category) {
        return Optional.ofNullable(category).flatMap(code -> catalogue.responsible(code, null).stream().findFirst()).map(clause -> clause.department())
                .orElseGet(() -> departments.all().values().stream().filter(d -> d.kind().equals("BUREAU")).map(Department::code).findFirst().orElseThrow());
    }
}

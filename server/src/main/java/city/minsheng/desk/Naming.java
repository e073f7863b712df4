package city.minsheng.desk;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Departments;
import city.minsheng.search.Facet;
import city.minsheng.textmining.Initials;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Places, departments and categories by what people type for them: a part of the name, or the initials of its pinyin. */
@Component
public class Naming {

    /** @param facet what the name narrows a search by */
    public record Name(Facet facet, String code, String name) {}

    private record Fitting(Name name, int at) {}

    private static final int MOST = 6;
    private final Departments departments;
    private final Catalogue catalogue;

    Naming(Departments departments, Catalogue catalogue) {
        this.departments = departments;
        this.catalogue = catalogue;
    }

    /** Those that begin with it first, then the shorter ones. */
    List<Name> find(String typed) {
        if (typed.length() < 2 || typed.length() > 20) {
            return List.of();
        }
        boolean initials = typed.matches("[A-Za-z]+");
        return all().map(name -> new Fitting(name, initials ? Initials.find(typed, name.name()) : name.name().indexOf(typed)))
                .filter(fitting -> fitting.at() >= 0)
                .sorted(Comparator.comparingInt(Fitting::at).thenComparingInt(fitting -> fitting.name().name().length())
                        .thenComparing(fitting -> fitting.name().code()))
                .limit(MOST).map(Fitting::name).toList();
    }

    /** The letters that each character of all these names may begin with: with them a screen finds names as we do. */
    public Map<String, String> readings() {
        var characters = all().flatMapToInt(name -> name.name().chars()).distinct().mapToObj(Character::toString).collect(Collectors.joining());
        var letters = Initials.of(characters);
        return IntStream.range(0, characters.length()).boxed().filter(at -> !letters.get(at).isEmpty())
                .collect(Collectors.toMap(at -> characters.substring(at, at + 1), letters::get));
    }

    private Stream<Name> all() {
        return Stream.of(
                departments.all().values().stream().flatMap(department -> Stream.of(department.name(), department.shortName()).distinct()
                        .map(name -> new Name(Facet.DEPARTMENT, department.code(), name))),
                departments.areas().values().stream().map(area -> new Name(Facet.AREA, area.code(), area.name())),
                catalogue.categories().values().stream().map(category -> new Name(Facet.CATEGORY, category.code(), category.name())))
                .flatMap(names -> names);
    }
}

package city.minsheng.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments and areas: few, rarely written, kept for a minute on each node. */
@Component
public class Departments {

    private record Known(Map<String, Department> departments, Map<String, Area> areas) {}

    private final JdbcClient jdbc;
    private final LoadingCache<String, Known> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(city -> read());

    Departments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Department> find(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(all().get(code));
    }

    public @Nullable String nameOf(@Nullable String code) {
        return find(code).map(Department::name).orElse(code);
    }

    public Optional<Area> area(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(areas().get(code));
    }

    public Map<String, Department> all() {
        return known.get("").departments();
    }

    public Map<String, Area> areas() {
        return known.get("").areas();
    }

    /** 排序: as the city's own list has them, which is how papers name them; codes that it does not know stand last. */
    public Comparator<String> officialOrder() {
        var order = new HashMap<String, Integer>();
        all().keySet().forEach(code -> order.put(code, order.size()));
        return Comparator.comparingInt((String code) -> order.getOrDefault(code, order.size())).thenComparing(Comparator.naturalOrder());
    }

    /** The department and all beneath it. */
    public List<String> scopeOf(String code) {
        var scope = new ArrayList<>(List.of(code));
        for (int i = 0; i < scope.size(); i++) {
            var parent = scope.get(i);
            all().values().stream().filter(d -> parent.equals(d.parent())).map(Department::code).forEach(scope::add);
        }
        return List.copyOf(scope);
    }

    /** The area and all that contain it, the innermost first. */
    public List<String> areasAround(@Nullable String code) {
        var around = new ArrayList<String>();
        for (var area = area(code); area.isPresent(); area = area(area.get().parent())) {
            around.add(area.get().code());
        }
        return around;
    }

    /** The area and all within it. */
    public List<String> areasWithin(String code) {
        var within = new ArrayList<>(List.of(code));
        for (int i = 0; i < within.size(); i++) {
            var parent = within.get(i);
            areas().values().stream().filter(a -> parent.equals(a.parent())).map(Area::code).forEach(within::add);
        }
        return List.copyOf(within);
    }

    void forget() {
        known.invalidateAll();
    }

    private Known read() {
        var departments = jdbc.sql("select code, parent, name, short_name, english, kind, area, phone from department order by position")
                .query(Departments::department).list();
        var areas = jdbc.sql("select code, parent, name, english, kind from area order by position")
                .query((row, n) -> new Area(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).list();
        return new Known(byCode(departments, Department::code), byCode(areas, Area::code));
    }

    private static <T> Map<String, T> byCode(List<T> things, Function<T, String> code) {
        return things.stream().collect(Collectors.toMap(code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8));
    }
}

package city.minsheng.catalogue;

import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new clause of the dispatch catalogue, or a new version of one. The old version stays, so that an old dispatch can be explained. */
@Service
public class Amending {

    /** @param area null: the whole city @param basis the ruling, law or duty list that it rests on */
    public record Wish(String category, @Nullable String area, String department, String basis) {}

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Departments departments;
    private final CitySettings city;
    private final Clock clock;

    Amending(JdbcClient jdbc, Catalogue catalogue, Departments departments, CitySettings city, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.departments = departments;
        this.city = city;
        this.clock = clock;
    }

    /** @return the clause as it is from today on */
    @Transactional
    public Clause amend(Wish wish) {
        new Invalid.Check().that(catalogue.category(wish.category()).isPresent(), "/category", "unknown-category")
                .that(wish.area() == null || departments.area(wish.area()).isPresent(), "/area", "unknown-area")
                .that(departments.find(wish.department()).isPresent(), "/department", "unknown-department")
                .given(wish.basis(), "/basis").atMost(wish.basis(), 500, "/basis").done();
        var today = LocalDate.ofInstant(clock.instant(), city.zone());
        var clause = next(wish, today);
        jdbc.sql("update dispatch_clause set replaced_on = :today where number = :number and replaced_on is null").param("today", today).param("number", clause.number()).update();
        jdbc.sql("""
                        insert into dispatch_clause (number, version, category, area, department, supporting, basis, valid_from)
                        values (:number, :version, :category, :area, :department, '{}', :basis, :today)
                        """)
                .param("number", clause.number()).param("version", clause.version()).param("category", clause.category()).param("area", clause.area())
                .param("department", clause.department()).param("basis", clause.basis()).param("today", today).update();
        catalogue.forget();
        return clause;
    }

    /** The next version of the clause for just this matter and area; where there is none, a clause of its own. */
    private Clause next(Wish wish, LocalDate today) {
        record Known(String number, int version) {}
        var known = jdbc.sql("""
                        select number, version from dispatch_clause
                         where replaced_on is null and category = :category and area is not distinct from cast(:area as text)
                         order by number limit 1 for update
                        """)
                .param("category", wish.category()).param("area", wish.area(), java.sql.Types.VARCHAR)
                .query((row, n) -> new Known(row.getString(1), row.getInt(2))).optional();
        var number = known.map(Known::number).orElseGet(this::freshNumber);
        return new Clause(number, wish.category(), wish.area(), wish.department(), List.of(), wish.basis().strip(), today, known.map(k -> k.version() + 1).orElse(1));
    }

    private String freshNumber() {
        return jdbc.sql("select cast(coalesce(max(cast(number as int)), 0) + 1 as text) from dispatch_clause where number ~ '^[0-9]+$'").query(String.class).single();
    }
}

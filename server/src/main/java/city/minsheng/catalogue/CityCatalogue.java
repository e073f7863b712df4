package city.minsheng.catalogue;

import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Channels, categories, dispatch catalogue, limits and calendar from the city's folder. */
@Component
@Order(2)
class CityCatalogue implements CityPart {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Calendars calendars;

    CityCatalogue(JdbcClient jdbc, Catalogue catalogue, Calendars calendars) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    @Transactional
    public String load(CityFolder folder) {
        channels(folder);
        int categories = categories(folder);
        int clauses = clauses(folder);
        limits(folder);
        calendar(folder);
        catalogue.forget();
        return "%d categories, %d clauses of the dispatch catalogue".formatted(categories, clauses);
    }

    private void channels(CityFolder folder) {
        int position = 0;
        for (var row : folder.rows("channels.csv")) {
            jdbc.sql("""
                            insert into channel (code, name, english, core, medium, position)
                            values (:code, :name, :english, :core, :medium, :position)
                            on conflict (code) do update
                               set name = excluded.name, english = excluded.english, core = excluded.core,
                                   medium = excluded.medium, position = excluded.position
                            """)
                    .param("code", row.get("code")).param("name", row.get("name")).param("english", row.text("english"))
                    .param("core", Boolean.parseBoolean(row.get("core"))).param("medium", row.get("medium"))
                    .param("position", position++).update();
        }
    }

    private int categories(CityFolder folder) {
        var rows = folder.rows("categories.csv");
        for (var row : rows) {
            jdbc.sql("""
                            insert into category (code, parent, name, english, kinds, level, words)
                            values (:code, :parent, :name, :english, :kinds, :level, :words)
                            on conflict (code) do update
                               set parent = excluded.parent, name = excluded.name, english = excluded.english,
                                   kinds = excluded.kinds, level = excluded.level, words = excluded.words
                            """)
                    .param("code", row.get("code")).param("parent", row.find("parent")).param("name", row.get("name"))
                    .param("english", row.text("english"))
                    .param("kinds", row.list("kinds").stream().map(Kind::valueOf).map(Enum::name).toArray(String[]::new))
                    .param("level", Level.valueOf(row.text("level").isEmpty() ? "GENERAL" : row.get("level")).name())
                    .param("words", row.list("words").toArray(String[]::new)).update();
        }
        return rows.size();
    }

    private int clauses(CityFolder folder) {
        var rows = folder.rows("dispatch.csv");
        for (var row : rows) {
            jdbc.sql("""
                            insert into dispatch_clause (number, version, category, area, department, supporting, basis, valid_from)
                            values (:number, 1, :category, :area, :department, :supporting, :basis, :from)
                            on conflict (number, version) do nothing
                            """)
                    .param("number", row.get("clause")).param("category", row.get("category")).param("area", row.find("area"))
                    .param("department", row.get("department")).param("supporting", row.list("supporting").toArray(String[]::new))
                    .param("basis", row.get("basis")).param("from", LocalDate.parse(row.get("valid_from"))).update();
        }
        return rows.size();
    }

    private void limits(CityFolder folder) {
        jdbc.sql("delete from limit_rule").update();
        int position = 0;
        for (var row : folder.rows("limits.csv")) {
            jdbc.sql("""
                            insert into limit_rule (clock, level, kind, amount, unit, basis, position)
                            values (:clock, :level, :kind, :amount, :unit, :basis, :position)
                            """)
                    .param("clock", ClockKind.valueOf(row.get("clock")).name()).param("level", any(row.text("level")))
                    .param("kind", any(row.text("kind"))).param("amount", Integer.parseInt(row.get("amount")))
                    .param("unit", Limit.Unit.valueOf(row.get("unit")).name()).param("basis", row.text("basis"))
                    .param("position", position++).update();
        }
    }

    private void calendar(CityFolder folder) {
        for (var row : folder.rows("calendar.csv")) {
            calendars.announce(Integer.parseInt(row.get("year")), row.text("notice"));
            calendars.add(new Calendars.Day(LocalDate.parse(row.get("day")), row.get("kind"), row.text("name")));
        }
    }

    private static @Nullable String any(String value) {
        return value.isEmpty() || value.equals("*") ? null : value;
    }
}

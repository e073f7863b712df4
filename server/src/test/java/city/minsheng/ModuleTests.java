package city.minsheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

@DisplayName("The rooms")
class ModuleTests {

    /** Text mining is a library of plain functions beneath the house, and no room. */
    private static final ApplicationModules HOUSE =
            ApplicationModules.of(Minsheng.class, JavaClass.Predicates.resideInAPackage("city.minsheng.textmining.."));

    private static final Path JAVA = Path.of("src/main/java/city/minsheng");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Nested
    class TheirArrows {

        @Test
        void areThoseThatTheyDeclareAndMakeNoCircle() {
            HOUSE.verify();
        }

        /** A fixture house whose cellar imports its attic: the check above must be able to fail. */
        @Test
        void aWrongImportIsFound() {
            var fixture = ApplicationModules.of("city.minsheng.fixture", (ImportOption) location -> location.contains("/fixture/"));

            assertThatExceptionOfType(Violations.class).isThrownBy(fixture::verify).withMessageContaining("cellar").withMessageContaining("attic");
        }

        @Test
        void neverPointToTheUppermostFloor() {
            var uppermost = List.of("desk", "portal", "exchange", "statistics", "notification", "audit", "demo");

            assertThat(arrows()).allSatisfy((from, to) -> assertThat(to).as(from).doesNotContainAnyElementsOf(uppermost));
        }

        @Test
        void areDrawnInTheDocs(@TempDir Path folder) throws IOException {
            new Documenter(HOUSE, Documenter.Options.defaults().withOutputFolder(folder.toString()).withoutClean()).writeModulesAsPlantUml();
            try (var files = Files.list(folder)) {
                var drawn = files.filter(file -> file.toString().endsWith(".puml")).findFirst().orElseThrow();
                Kept.same("modules.puml", sorted(Files.readString(drawn)));
            }
        }

        /** The lines between the head and the end, in an order that does not change from run to run. */
        private static String sorted(String puml) {
            var lines = puml.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).toList();
            var moving = lines.stream().filter(line -> line.startsWith("Component(") || line.startsWith("Rel(") || line.strip().startsWith("Component(")).sorted().iterator();
            return lines.stream().map(line -> line.strip().startsWith("Component(") || line.startsWith("Rel(") ? moving.next() : line)
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        @Test
        void areDrawnForReadersInTheDocs() {
            var picture = new StringBuilder("""
                    # 房间 · The rooms

                    Drawn by `ModuleTests` from the packages and what they import. Do not edit: run that test with `-Dupdate=true`.
                    An arrow says "knows"; every room knows the platform 底座, which is left out of the picture.

                    ```mermaid
                    flowchart BT
                    """);
            var names = new TreeMap<String, String>();
            HOUSE.forEach(room -> names.put(name(room), room.getDisplayName()));
            names.forEach((room, shown) -> picture.append("    %s[\"%s\"]%n".formatted(room, shown)));
            arrows().forEach((from, tos) -> tos.stream().filter(to -> !to.equals("platform")).forEach(to -> picture.append("    %s --> %s%n".formatted(from, to))));
            picture.append("```\n\n| 房间 Room | 拥有的表 Tables |\n|---|---|\n");
            var owners = owners(MIGRATIONS);
            names.forEach((room, shown) -> {
                var tables = owners.entrySet().stream().filter(e -> e.getValue().equals(room)).map(e -> "`" + e.getKey() + "`").sorted().collect(Collectors.joining(" "));
                picture.append("| `%s` %s | %s |%n".formatted(room, shown, tables));
            });
            Kept.same("rooms.md", picture.toString());
        }

        private static String name(ApplicationModule room) {
            return room.getIdentifier().toString();
        }

        private static Map<String, List<String>> arrows() {
            var arrows = new TreeMap<String, List<String>>();
            HOUSE.forEach(room -> arrows.put(name(room), room.getDependencies(HOUSE, DependencyDepth.IMMEDIATE).uniqueModules()
                    .map(TheirArrows::name).filter(to -> !to.equals(name(room))).distinct().sorted().toList()));
            return arrows;
        }
    }

    @Nested
    class TheirTables {

        @Test
        void areTouchedByNoOtherRoom() {
            assertThat(trespasses(JAVA, MIGRATIONS)).isEmpty();
        }

        @Test
        void ofARoomThatIsTouchedByAnotherAreFound(@TempDir Path folder) throws IOException {
            write(folder.resolve("db/cellar/V1__wine.sql"), "create table wine_bottle (id int);");
            write(folder.resolve("db/attic/V1__chest.sql"), "create table chest (id int, constraint c foreign key (id) references wine_bottle);");
            write(folder.resolve("java/attic/Thief.java"), "class Thief { String sql = \"\"\"\n select id\n   from wine_bottle b\n\"\"\"; // wine_bottle\n }");
            write(folder.resolve("java/attic/Guest.java"), "class Guest { /* reads wine_bottle through Cellar */ String s = \"chest\"; }");

            assertThat(trespasses(folder.resolve("java"), folder.resolve("db"))).containsExactlyInAnyOrder(
                    "attic/V1__chest.sql names wine_bottle of cellar", "attic/Thief.java names wine_bottle of cellar");
        }

        @Test
        void areAllKnownAndEachHasOneOwner() {
            assertThat(owners(MIGRATIONS)).containsEntry("work_order", "workorder").containsEntry("requester", "requester").containsEntry("outbox", "platform")
                    .containsEntry("message", "notification").hasSizeGreaterThan(25);
        }

        private static void write(Path file, String text) throws IOException {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    /** Where a table's name may stand in SQL: behind one of these words. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update|table|references|truncate|on)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    /** What jOOQ is given. */
    private static final Pattern JOOQ = Pattern.compile("table\\(name\\(\"(\\w+)\"\\)\\)");

    /** Table → room. */
    private static Map<String, String> owners(Path migrations) {
        var owners = new LinkedHashMap<String, String>();
        for (var file : files(migrations, ".sql")) {
            var found = TABLE.matcher(text(file));
            while (found.find()) {
                assertThat(owners.put(found.group(1), room(migrations, file))).as("one owner of " + found.group(1)).isNull();
            }
        }
        return owners;
    }

    /** Each file that names another room's table in its SQL: in string literals of Java, or in a migration. */
    private static List<String> trespasses(Path java, Path migrations) {
        var owners = owners(migrations);
        var found = new ArrayList<String>();
        for (var file : files(migrations, ".sql")) {
            look(room(migrations, file), migrations.relativize(file), COMMENT.matcher(text(file)).replaceAll(""), owners, found);
        }
        for (var file : files(java, ".java")) {
            var sql = new StringBuilder();
            var literals = LITERAL.matcher(text(file));
            while (literals.find()) {
                sql.append(' ').append(literals.group(1) == null ? literals.group(2) : literals.group(1)).append('\n');
            }
            var jooq = JOOQ.matcher(text(file));
            while (jooq.find()) {
                sql.append("from ").append(jooq.group(1)).append('\n');
            }
            look(room(java, file), java.relativize(file), sql.toString(), owners, found);
        }
        return found;
    }

    private static void look(String room, Path file, String sql, Map<String, String> owners, List<String> found) {
        var named = new TreeSet<String>();
        var names = NAMED.matcher(sql);
        while (names.find()) {
            named.add(names.group(1));
        }
        named.stream().filter(table -> owners.containsKey(table) && !owners.get(table).equals(room))
                .forEach(table -> found.add(file + " names " + table + " of " + owners.get(table)));
    }

    private static String room(Path base, Path file) {
        return base.relativize(file).getName(0).toString();
    }

    private static List<Path> files(Path base, String ending) {
        try (var files = Files.walk(base)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.minsheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.directory.Departments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HouseTest
@DisplayName("Limits and the dispatch catalogue")
class LimitsTests {

    private final Catalogue catalogue;
    private final Departments departments;

    LimitsTests(Catalogue catalogue, Departments departments) {
        this.catalogue = catalogue;
        this.departments = departments;
    }

    private static LimitRule rule(Level level, Kind kind, int amount) {
        return new LimitRule(ClockKind.HANDLE, level, kind, new Limit(amount, Limit.Unit.DAYS, ""));
    }

    @Nested
    class ALimit {

        /** From the sample city's limits.csv, as a civil servant would look them up. */
        @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
        @CsvSource({
            "HANDLE, EMERGENCY, INQUIRY, 2, HOURS", // level beats kind: an urgent question is urgent
            "HANDLE, UTILITIES, COMPLAINT, 24, HOURS",
            "HANDLE, GENERAL, INQUIRY, 2, WORKING_DAYS", // both together beat the level alone
            "HANDLE, GENERAL, COMPLAINT, 5, WORKING_DAYS",
            "HANDLE, COMPLEX, INQUIRY, 15, WORKING_DAYS",
            "DISPATCH, EMERGENCY, REPORT, 5, MINUTES",
            "DISPATCH, UTILITIES, REPORT, 2, HOURS",
            "DISPATCH, GENERAL, REPORT, 24, HOURS", // any level
            "ACCEPT, COMPLEX, SUGGESTION, 1, WORKING_DAYS",
            "FOLLOW_UP, EMERGENCY, COMPLAINT, 24, HOURS",
            "RULING, GENERAL, COMPLAINT, 1, WORKING_DAYS",
            "INFORMATION, EMERGENCY, COMPLAINT, 3, WORKING_DAYS",
        })
        void isTheClosestLineOfTheTable(ClockKind clock, Level level, Kind kind, int amount, Limit.Unit unit) {
            var limit = catalogue.limit(clock, level, kind);

            assertThat(limit.amount()).isEqualTo(amount);
            assertThat(limit.unit()).isEqualTo(unit);
            assertThat(limit.basis()).isNotBlank(); // every number says what says so
        }

        @Test
        void goesByTheLevelBeforeTheKind() {
            assertThat(rule(Level.EMERGENCY, null, 1).weight()).isGreaterThan(rule(null, Kind.INQUIRY, 2).weight());
            assertThat(rule(Level.EMERGENCY, Kind.INQUIRY, 1).weight()).isGreaterThan(rule(Level.EMERGENCY, null, 2).weight());
            assertThat(rule(null, Kind.INQUIRY, 1).weight()).isGreaterThan(rule(null, null, 2).weight());
        }

        @Test
        void existsForEveryClockThatGoesByTheTable() {
            for (var clock : List.of(ClockKind.DISPATCH, ClockKind.ACCEPT, ClockKind.CONTACT, ClockKind.HANDLE, ClockKind.REVIEW, ClockKind.FOLLOW_UP, ClockKind.RULING, ClockKind.INFORMATION)) {
                for (var level : Level.values()) {
                    for (var kind : Kind.values()) {
                        assertThat(catalogue.limit(clock, level, kind).amount()).isPositive();
                    }
                }
            }
        }
    }

    @Nested
    class TheDispatchCatalogue {

        private List<String> numbers(String category, String area) {
            return catalogue.responsible(category, area).stream().map(Clause::number).toList();
        }

        @Test
        void putsTheLeafBeforeItsBranch() {
            var clauses = catalogue.responsible("010101", null);

            assertThat(clauses).extracting(Clause::category).startsWith("010101").contains("0101");
            assertThat(clauses).extracting(Clause::category).isSortedAccordingTo((a, b) -> b.length() - a.length());
            assertThat(clauses.getFirst().department()).isEqualTo("reli");
        }

        @Test
        void findsTheBranchWhereTheLeafHasNoClause() {
            assertThat(catalogue.clauses()).noneMatch(clause -> clause.category().equals("010103"));

            assertThat(numbers("010103", null)).containsExactly("1");
        }

        @Test
        void putsTheTownshipBeforeTheCityAndLeavesOtherTownshipsOut() {
            var clauses = catalogue.responsible("110304", "pangcun");

            assertThat(clauses.getFirst().area()).isEqualTo("pangcun");
            assertThat(clauses.getFirst().department()).isEqualTo("pangcun");
            assertThat(clauses).extracting(Clause::area).allMatch(area -> area == null || List.of("pangcun", "dingzhou").contains(area));
        }

        @Test
        void countsAPlaceToItsTownship() {
            var place = departments.areas().values().stream().filter(area -> area.kind().equals("PLACE") && "pangcun".equals(area.parent())).findFirst();
            var code = place.map(area -> area.code()).orElse("pangcun");

            assertThat(catalogue.responsible("110304", code).getFirst().department()).isEqualTo("pangcun");
        }

        @Test
        void knowsNothingOfNoCategory() {
            assertThat(catalogue.responsible(null, "pangcun")).isEmpty();
            assertThat(catalogue.responsible("999999", null)).isEmpty();
        }

        @Test
        void hasSomebodyForEveryLeafWhoMayHandleIt() {
            for (var category : catalogue.categories().values()) {
                boolean leaf = catalogue.categories().values().stream().noneMatch(other -> category.code().equals(other.parent()));
                if (leaf) {
                    for (var area : List.of("ncq", "pangcun", "xichengxiang")) {
                        var clauses = catalogue.responsible(category.code(), area);
                        assertThat(clauses).as(category.code() + " " + category.name() + " in " + area).isNotEmpty();
                        assertThat(departments.find(clauses.getFirst().department())).as(clauses.getFirst().number()).isPresent()
                                .get().extracting(department -> department.kind()).isIn("BUREAU", "UTILITY", "AREA");
                        assertThat(clauses.getFirst().basis()).isNotBlank();
                    }
                }
            }
        }
    }
}

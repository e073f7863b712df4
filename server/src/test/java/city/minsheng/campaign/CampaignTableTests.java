package city.minsheng.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Kept;
import city.minsheng.directory.Role;
import city.minsheng.platform.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of a campaign's life")
class CampaignTableTests {

    private record Cell(String what, String from, String action) {}

    private record Rule(String to, Set<Role> by) {}

    private static final Map<Cell, Rule> RULES = rules();
    private static final Words WORDS = new Words();

    private static Map<Cell, Rule> rules() {
        try (var in = Objects.requireNonNull(CampaignTableTests.class.getResourceAsStream("/campaign-lifecycle.txt"))) {
            var rules = new LinkedHashMap<Cell, Rule>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var words = line.split("\\s+");
                var roles = Arrays.stream(words).skip(4).map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
                var twice = rules.put(new Cell(words[0], words[1], words[2]), new Rule(words[3].equals("=") ? words[1] : words[3], roles));
                assertThat(twice).as("two lines for " + line).isNull();
            });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Rule> rule(@Nullable Enum<?> to, Enum<?> from, Set<Role> by) {
        return Optional.of(new Rule(to == null ? from.name() : to.name(), by));
    }

    @Test
    void allowsWhatTheTableByHandSaysAndNothingElse() {
        for (var from : Status.values()) {
            for (var action : Action.values()) {
                var found = Lifecycle.arrow(from, action).flatMap(arrow -> rule(arrow.to(), from, arrow.by()));
                assertThat(found).as("%s from %s", action, from).isEqualTo(Optional.ofNullable(RULES.get(new Cell("CAMPAIGN", from.name(), action.name()))));
            }
        }
    }

    @Test
    void allowsATaskWhatTheTableByHandSaysAndNothingElse() {
        for (var from : TaskStatus.values()) {
            for (var action : TaskAction.values()) {
                var found = Lifecycle.arrow(from, action).flatMap(arrow -> rule(arrow.to(), from, arrow.by()));
                assertThat(found).as("%s from %s", action, from).isEqualTo(Optional.ofNullable(RULES.get(new Cell("TASK", from.name(), action.name()))));
            }
        }
    }

    @Test
    void knowsNoStepThatTheTableByHandDoesNotHave() {
        for (var from : Status.values()) {
            for (var action : Action.values()) {
                for (var to : Status.values()) {
                    var rule = RULES.get(new Cell("CAMPAIGN", from.name(), action.name()));
                    assertThat(Lifecycle.leads(from, action, to)).as("%s %s %s", from, action, to).isEqualTo(rule != null && rule.to().equals(to.name()));
                }
            }
        }
    }

    @Test
    void hasOneArrowForAnActionFromAStatus() {
        for (var status : Status.values()) {
            for (var action : Action.values()) {
                assertThat(Lifecycle.CAMPAIGN.stream().filter(arrow -> arrow.action() == action && arrow.from().contains(status)).count()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void isFoundOnlyWhatIsFixedLeftOverOrStillOpen() {
        assertThat(TaskStatus.values()).filteredOn(TaskStatus::isFound).containsExactly(TaskStatus.FOUND, TaskStatus.FIXED, TaskStatus.LEFT_OVER);
        assertThat(Lifecycle.TASK).filteredOn(arrow -> arrow.to() == TaskStatus.FIXED || arrow.to() == TaskStatus.LEFT_OVER)
                .allSatisfy(arrow -> assertThat(arrow.from()).containsExactly(TaskStatus.FOUND));
    }

    @Test
    void hasWordsInBothLanguagesForEverything() {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Arrays.stream(Action.values()).forEach(each -> assertThat(WORDS.in(locale, "campaign.action." + each)).doesNotContain("campaign."));
            Arrays.stream(Status.values()).forEach(each -> assertThat(WORDS.in(locale, "campaign.status." + each)).doesNotContain("campaign."));
            Arrays.stream(TaskAction.values()).forEach(each -> assertThat(WORDS.in(locale, "campaign.task.action." + each)).doesNotContain("campaign."));
            Arrays.stream(TaskStatus.values()).forEach(each -> assertThat(WORDS.in(locale, "campaign.task.status." + each)).doesNotContain("campaign."));
        }
    }

    /** The picture in docs/ is this table, so it cannot lie. */
    @Test
    void isDrawnInTheDocs() {
        Kept.same("campaign-life.md", """
                # 未诉先办的一生 · The life of a campaign

                Drawn by `CampaignTableTests` from `campaign/Lifecycle.java`. Do not edit: run that test with `-Dupdate=true`.
                `ORGANISER`: analysts and supervisors. `LEAD`: they, and the people of the lead department. `OWN`: the people of the
                task's department. Nobody approves what they proposed.

                ## The campaign

                ```mermaid
                stateDiagram-v2
                    [*] --> PROPOSED
                %s
                ```

                %s

                ## The task at one place

                ```mermaid
                stateDiagram-v2
                    [*] --> LISTED
                %s
                ```

                %s
                """.formatted(arrows(Lifecycle.CAMPAIGN), rows(Lifecycle.CAMPAIGN), arrows(Lifecycle.TASK), rows(Lifecycle.TASK)));
    }

    private static <S extends Enum<S>, A extends Enum<A>> String arrows(List<Lifecycle.Arrow<S, A>> table) {
        return table.stream().filter(arrow -> arrow.to() != null).flatMap(arrow -> arrow.from().stream()
                .map(from -> "    %s --> %s: %s".formatted(from, arrow.to(), arrow.action()))).collect(Collectors.joining("\n"));
    }

    private static <S extends Enum<S>, A extends Enum<A>> String rows(List<Lifecycle.Arrow<S, A>> table) {
        return "| act | from | to | whose | by |\n|---|---|---|---|---|\n" + table.stream().map(arrow -> "| `%s` | %s | %s | %s | %s |".formatted(arrow.action(),
                arrow.from().stream().map(Enum::name).collect(Collectors.joining(", ")), arrow.to() == null ? "–" : arrow.to(), arrow.whose(),
                arrow.by().stream().map(Enum::name).collect(Collectors.joining(", ")))).collect(Collectors.joining("\n"));
    }
}

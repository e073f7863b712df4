package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Kept;
import city.minsheng.directory.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The table of an article's life")
class ArticleTableTests {

    @ParameterizedTest
    @EnumSource(names = {"SUPERSEDED", "RETIRED", "DISCARDED"})
    void leadsNowhereFromAnEnd(Status status) {
        assertThat(Arrays.stream(Action.values()).filter(action -> Lifecycle.arrow(status, action).isPresent())).isEmpty();
    }

    @Test
    void letsNobodyPublishWithoutTheOwnersReview() {
        assertThat(Lifecycle.ARROWS).filteredOn(arrow -> arrow.to() == Status.PUBLISHED)
                .allSatisfy(arrow -> {
                    assertThat(arrow.from()).containsOnly(Status.IN_REVIEW);
                    assertThat(arrow.whose()).isEqualTo(Lifecycle.Whose.OWNER);
                });
    }

    @Test
    void letsNoAgentWrite() {
        assertThat(Lifecycle.ARROWS).noneMatch(arrow -> arrow.by().contains(Role.AGENT));
    }

    @Test
    void hasOneArrowForAnActionFromAStatus() {
        for (var status : Status.values()) {
            for (var action : Action.values()) {
                assertThat(Lifecycle.ARROWS.stream().filter(arrow -> arrow.action() == action && arrow.from().contains(status)).count()).isLessThanOrEqualTo(1);
            }
        }
    }

    /** The picture in docs/ is this table, so it cannot lie. */
    @Test
    void isDrawnInTheDocs() {
        var rows = Lifecycle.ARROWS.stream().map(arrow -> "| `%s` | %s | %s | %s | %s |".formatted(arrow.action().verb(),
                arrow.from().stream().map(Enum::name).collect(Collectors.joining(", ")), arrow.to() == null ? "–" : arrow.to(), arrow.whose(),
                arrow.by().stream().map(Enum::name).collect(Collectors.joining(", ")))).collect(Collectors.joining("\n"));
        var arrows = Lifecycle.ARROWS.stream().filter(arrow -> arrow.to() != null).flatMap(arrow -> arrow.from().stream()
                .map(from -> "    %s --> %s: %s".formatted(from, arrow.to(), arrow.action().verb()))).collect(Collectors.joining("\n"));
        Kept.same("article-life.md", """
                # 知识的一生 · The life of an article

                Drawn by `ArticleTableTests` from `knowledge/Lifecycle.java`. Do not edit: run that test with `-Dupdate=true`.
                `ANY`: the hotline's people for every article, a department's for its own. `OWNER`: the owner department only; for the
                hotline's own articles its supervisors. Nobody publishes a draft that they wrote.

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                %s
                ```

                | act | from | to | whose article | by |
                |---|---|---|---|---|
                %s
                """.formatted(arrows, rows));
    }
}

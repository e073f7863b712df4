package city.minsheng.workorder;

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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Work order lifecycle")
class LifecycleTests {

    private record Cell(Status from, Action action) {}

    private record Rule(Status to, Set<Role> by) {}

    private static final Map<Cell, Rule> RULES = rules();
    private static final Words WORDS = new Words();

    /** The table by hand: the other side of every comparison. */
    private static Map<Cell, Rule> rules() {
        try (var in = Objects.requireNonNull(LifecycleTests.class.getResourceAsStream("/lifecycle.txt"))) {
            var rules = new LinkedHashMap<Cell, Rule>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var words = line.split("\\s+");
                var from = Status.valueOf(words[0]);
                var roles = Arrays.stream(words).skip(3).map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
                var twice = rules.put(new Cell(from, Action.valueOf(words[1])), new Rule(words[2].equals("=") ? from : Status.valueOf(words[2]), roles));
                assertThat(twice).as("two lines for " + words[0] + " " + words[1]).isNull();
            });
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void allowsEachRoleWhatTheTableByHandSaysAndNothingElse(Status from) {
        for (var action : Action.values()) {
            var rule = RULES.get(new Cell(from, action));
            for (var role : Role.values()) {
                var expected = rule == null || !rule.by().contains(role) ? Optional.<Status>empty() : Optional.of(rule.to());

                assertThat(Lifecycle.after(from, action, role)).as("%s by %s from %s", action, role, from).isEqualTo(expected);
            }
        }
    }

    @Test
    void knowsNoStepThatTheTableByHandDoesNotHave() {
        for (var from : Status.values()) {
            for (var action : Action.values()) {
                for (var to : Status.values()) {
                    var rule = RULES.get(new Cell(from, action));
                    assertThat(Lifecycle.leads(from, action, to)).as("%s %s %s", from, action, to).isEqualTo(rule != null && rule.to() == to);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void anArchivedOrderRefusesEveryAction(Action action) {
        assertThat(Lifecycle.arrow(Status.ARCHIVED, action)).isEmpty();
    }

    @Test
    void aClosedOrderTakesANoteIsOpenedAgainOrGoesToTheArchive() {
        assertThat(Action.values()).filteredOn(action -> Lifecycle.arrow(Status.CLOSED, action).isPresent())
                .containsExactly(Action.NOTE, Action.REOPEN, Action.ARCHIVE);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void anOpenOrderLivesByAClockOfItsOwnKindAndAnEndedOneByNone(Status status) {
        boolean ended = status == Status.CLOSED || status == Status.ARCHIVED;

        assertThat(status.clock() == null).isEqualTo(ended);
        assertThat(status.isOpen()).isEqualTo(!ended);
        if (!ended) {
            assertThat(Status.values()).filteredOn(other -> other.clock() == status.clock()).containsExactly(status);
        }
    }

    @Test
    void everyOpenStatusIsReachedAndHasAWayToTheEnd() {
        for (var status : Status.values()) {
            assertThat(status == Status.REGISTERED || RULES.entrySet().stream().anyMatch(e -> e.getKey().from() != status && e.getValue().to() == status))
                    .as("something leads to " + status).isTrue();
            assertThat(reaches(status, Status.ARCHIVED, EnumSet.noneOf(Status.class))).as(status + " reaches the archive").isTrue();
        }
    }

    private static boolean reaches(Status from, Status goal, Set<Status> seen) {
        return from == goal || seen.add(from) && Arrays.stream(Action.values()).flatMap(action -> Lifecycle.arrow(from, action).stream())
                .anyMatch(arrow -> arrow.to() != null && reaches(arrow.to(), goal, seen));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionHasAWordInBothLanguages(Action action) {
        assertThat(WORDS.in(Locale.CHINESE, "action." + action)).doesNotContain("action.");
        assertThat(WORDS.in(Locale.ENGLISH, "action." + action)).doesNotContain("action.");
    }

    /** The picture in docs/ is this text, so the picture cannot lie. */
    @Test
    void drawsThePictureInTheDocs() {
        var picture = new StringBuilder("""
                # 工单的一生 · The life of a work order

                Drawn by `LifecycleTests` from `Lifecycle.java`. Do not edit: run that test with `-Dupdate=true`.
                What leaves the status as it is (note, urge, contact, extension …) stands in the table below.

                ```mermaid
                stateDiagram-v2
                    [*] --> REGISTERED: 登记
                """);
        for (var status : Status.values()) {
            picture.append("    %s: %s%s%n".formatted(status, zh("status." + status), status.clock() == null ? "" : "\\n" + status.clock()));
        }
        for (var from : Status.values()) {
            for (var action : Action.values()) {
                Lifecycle.arrow(from, action).filter(arrow -> arrow.to() != null).ifPresent(arrow ->
                        picture.append("    %s --> %s: %s%n".formatted(from, arrow.to(), zh("action." + action))));
            }
        }
        picture.append("    ARCHIVED --> [*]\n```\n\n| 状态 Status | 操作 Action | 到 To | 谁 Who |\n|---|---|---|---|\n");
        for (var from : Status.values()) {
            for (var action : Action.values()) {
                Lifecycle.arrow(from, action).ifPresent(arrow -> picture.append("| %s %s | %s %s | %s | %s |%n".formatted(zh("status." + from), from,
                        zh("action." + action), action, arrow.to() == null ? "=" : zh("status." + arrow.to()),
                        arrow.by().stream().map(Enum::name).collect(Collectors.joining(", ")))));
            }
        }
        Kept.same("lifecycle.md", picture.toString());
    }

    private static String zh(String code) {
        return WORDS.in(Locale.CHINESE, code);
    }
}

package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** On real threads and real locks. */
@HouseTest
@DisplayName("Two people at once")
class TwoAtOnceTests {

    private final Stage stage;
    private final Words words;

    TwoAtOnceTests(Stage stage, Words words) {
        this.stage = stage;
        this.words = words;
    }

    @AfterEach
    void everyPromiseHolds() {
        assertThat(stage.lies()).isEmpty();
    }

    /** Starts all together; what came of each, a value or what it threw. */
    private static List<Object> together(List<Callable<Object>> works) throws InterruptedException {
        var start = new CyclicBarrier(works.size());
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var futures = new ArrayList<Future<Object>>();
            for (var work : works) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            var outcomes = new ArrayList<>();
            for (var future : futures) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        }
    }

    private static Object outcome(Future<Object> future) throws InterruptedException {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }

    private Callable<Object> dispatch(Tale tale, String person, String department, int version) {
        return () -> tale.play(() -> stage.dispatching.dispatch(new On(tale.id(), stage.who(person), version), new Dispatching.Dispatch(department, null, null, null)));
    }

    @RepeatedTest(5)
    void oneDispatcherWinsAndTheOtherIsToldWhoAndWhat() throws InterruptedException {
        var tale = stage.tale().registered();

        var outcomes = together(List.of(dispatch(tale, "dispatcher01", "reli", 1), dispatch(tale, "dispatcher02", "zjj", 1)));

        assertThat(outcomes).filteredOn(WorkOrder.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangedMeanwhile.class::isInstance).singleElement().satisfies(refused -> {
            var winner = tale.order().lead().equals("reli") ? "dispatcher01" : "dispatcher02";
            var said = (ChangedMeanwhile) refused;
            assertThat(said.more()).containsEntry("changedBy", winner).containsEntry("changedByName", stage.who(winner).name())
                    .containsEntry("change", Action.DISPATCH).containsEntry("orderStatus", Status.DISPATCHED).containsEntry("version", 2);
            assertThat(words.in(Locale.CHINESE, "problem." + said.code(), said.arguments())).contains(stage.who(winner).name(), "派单", "待签收");
            assertThat(words.in(Locale.ENGLISH, "problem." + said.code(), said.arguments())).contains("dispatch", "to accept");
        });
        assertThat(tale.did()).containsExactly(Action.REGISTER, Action.DISPATCH);
        assertThat(tale.view().assignments()).hasSize(1);
    }

    @RepeatedTest(3)
    void ofEightExactlyOneWins() throws InterruptedException {
        var tale = stage.tale().registered();
        var departments = List.of("reli", "zjj", "cgj", "scjg", "gaj", "jtj", "wjj", "mzj");

        var outcomes = together(departments.stream().map(department -> dispatch(tale, "dispatcher01", department, 1)).toList());

        assertThat(outcomes).filteredOn(WorkOrder.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangedMeanwhile.class::isInstance).hasSize(7);
    }

    @Test
    void theSlowerOneIsNamedAlsoWhereTheOrderHasGoneFurther() {
        var tale = stage.tale().registered().dispatched("reli").accepted();

        var refused = org.junit.jupiter.api.Assertions.assertThrows(ChangedMeanwhile.class, () -> dispatch(tale, "dispatcher02", "zjj", 1).call());

        assertThat(refused.more()).containsEntry("changedBy", "reli.banli").containsEntry("change", Action.ACCEPT).containsEntry("version", 3);
    }

    @RepeatedTest(5)
    void acceptingAndRecallingAtOnceEndInOneOfTheTwo() throws InterruptedException {
        var tale = stage.tale().registered().dispatched("reli");

        var outcomes = together(List.of(
                () -> tale.play(() -> stage.accepting.accept(new On(tale.id(), stage.who("reli.banli"), 2))),
                () -> tale.play(() -> stage.dispatching.recall(new On(tale.id(), stage.who("dispatcher01"), 2)))));

        assertThat(outcomes).filteredOn(WorkOrder.class::isInstance).hasSize(1);
        assertThat(tale.status()).isIn(Status.IN_PROGRESS, Status.REGISTERED);
    }

    @RepeatedTest(5)
    void joiningAndApprovingTheParentDoNotBlockEachOther() throws InterruptedException {
        var parent = stage.tale().registered();
        var first = stage.tale().registered();
        var second = stage.tale().registered();
        first.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));
        parent.dispatched("reli").accepted().contacted().replied(Result.RESOLVED);

        var outcomes = together(List.of(
                () -> parent.play(() -> stage.reviewing.approve(new On(parent.id(), stage.who("reviewer01"), null), new Reviewing.Approval(null))),
                () -> parent.play(() -> stage.joining.join(new On(second.id(), stage.who("agent02"), null), new Joining.Join(parent.id(), null))),
                () -> parent.play(() -> stage.joining.leave(new On(first.id(), stage.who("agent02"), null), new Joining.Leave(null)))));

        // each was done, or was refused by a rule: nobody waited for ever, and nothing broke
        assertThat(outcomes).allMatch(outcome -> outcome instanceof WorkOrder || outcome instanceof Refusal, "done or refused by a rule");
        assertThat(outcomes.getFirst()).isInstanceOf(WorkOrder.class);
        assertThat(parent.status()).isEqualTo(Status.FOLLOWING_UP);
        assertThat(first.status()).isIn(Status.FOLLOWING_UP, Status.REGISTERED);
    }

    @RepeatedTest(5)
    void joiningEachOtherLeavesNoCircleAndBreaksNothing() throws InterruptedException {
        var one = stage.tale().registered();
        var other = stage.tale().registered();

        var outcomes = together(List.of(
                () -> one.play(() -> stage.joining.join(new On(one.id(), stage.who("agent01"), null), new Joining.Join(other.id(), null))),
                () -> one.play(() -> stage.joining.join(new On(other.id(), stage.who("agent02"), null), new Joining.Join(one.id(), null)))));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof WorkOrder || outcome instanceof Refusal, "done or refused by a rule");
        assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(Status.JOINED, Status.REGISTERED);
    }
}

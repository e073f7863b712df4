package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 1e. */
@DisplayName("Orders joined on the same matter")
class JoiningTests extends Life {

    JoiningTests(Stage stage) {
        super(stage);
    }

    @Test
    void sharesOneAnswerAndEachCitizenRatesAlone() {
        var parent = stage.tale("2025-03-03T09:00").registered();
        var child = stage.tale("2025-03-03T09:30").registered();
        parent.dispatched("reli");
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), "同一小区")));

        assertThat(child.status()).isEqualTo(Status.JOINED);
        assertThat(child.clock(ClockKind.WITH_PARENT).dueAt()).isEqualTo(parent.clock(ClockKind.HANDLE).dueAt());
        assertThat(parent.view().children()).extracting(Reading.Linked::id).containsExactly(child.id());

        parent.later(HOUR).accepted().contacted().later(HOUR).replied(Result.RESOLVED).later(HOUR).approved();

        assertThat(child.status()).isEqualTo(Status.FOLLOWING_UP);
        assertThat(child.order().answer()).isEqualTo(parent.order().answer()).isNotNull();

        parent.later(HOUR).closed(Solved.YES, Rating.VERY);
        child.at("2025-03-03T16:00").closed(Solved.NO, Rating.VERY_NO);

        assertThat(parent.order().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(parent.view().rated().satisfied()).isEqualTo(Rating.VERY);
        assertThat(child.order().outcome()).isEqualTo(Outcome.UNRESOLVED);
        assertThat(child.view().rated().satisfied()).isEqualTo(Rating.VERY_NO);
        assertThat(told(child)).contains("已有答复");
    }

    @Test
    void goesItsOwnWayWhenTheCitizenIsNotContent() {
        var parent = stage.tale("2025-03-03T09:00").registered();
        var child = stage.tale("2025-03-03T09:30").registered();
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));
        parent.answered("reli");

        child.at("2025-03-04T10:00").reworked();

        assertThat(child.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(child.order().parent()).isNull();
        assertThat(child.order().lead()).isEqualTo("reli");
        assertThat(child.view("reli.banli").order().id()).isEqualTo(child.id()); // the department sees what it must do again
        assertThat(parent.status()).isEqualTo(Status.FOLLOWING_UP);
    }

    @Test
    void canBeUndone() {
        var parent = stage.tale().registered();
        var child = stage.tale().registered();
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)))
                .act("agent01", on -> stage.joining.leave(on, new Joining.Leave("不是一回事")));

        assertThat(child.status()).isEqualTo(Status.REGISTERED);
        assertThat(child.order().parent()).isNull();
        assertThat(child.runningKinds()).containsExactly("DISPATCH");
        assertThat(parent.view().children()).isEmpty();
    }

    @Test
    void endsWithADirectAnswerToTheParent() {
        var parent = stage.tale().registered();
        var child = stage.tale().registered();
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));
        parent.act("agent01", on -> stage.answering.answer(on, new Answering.Answer("今晚八点来水。", null)));

        assertThat(child.status()).isEqualTo(Status.CLOSED);
        assertThat(child.order().answer()).isEqualTo("今晚八点来水。");
        assertThat(told(child)).contains("今晚八点来水。"); // nobody spoke with this one
    }

    @Test
    void comesBackWhereTheParentEndsWithoutAnAnswerForAll() {
        var parent = stage.tale().registered();
        var child = stage.tale().registered();
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));
        parent.act("requester", on -> stage.closing.withdraw(on, new Closing.Withdrawal("不用了")));

        assertThat(child.status()).isEqualTo(Status.REGISTERED);
        assertThat(child.runningKinds()).containsExactly("DISPATCH");
    }

    @Test
    void isPromisedTheParentsNewDateWhenThatIsExtended() {
        var parent = stage.tale("2025-03-03T09:00").registered();
        var child = stage.tale("2025-03-03T09:30").registered();
        parent.dispatched("reli");
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));
        parent.accepted().act("reli.banli", on -> stage.extending.ask(on, new Extending.Wish(5, "等配件", "办法第九条", true)))
                .act("reviewer01", on -> stage.extending.grant(on, new Extending.Grant(5, null)));

        assertThat(child.clock(ClockKind.WITH_PARENT).dueAt()).isEqualTo(parent.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-17T18:00"));
    }

    @Test
    void isRefusedToItselfToAnEndedOneAndToAChild() {
        var parent = stage.tale().registered();
        var child = stage.tale().registered();
        var other = stage.tale().registered();
        child.act("agent01", on -> stage.joining.join(on, new Joining.Join(parent.id(), null)));

        invalid("/parent", "itself", () -> other.act("agent01", on -> stage.joining.join(on, new Joining.Join(other.id(), null))));
        refused("parent-not-open", () -> other.act("agent01", on -> stage.joining.join(on, new Joining.Join(child.id(), null))));
        refused("is-parent-itself", () -> parent.act("agent01", on -> stage.joining.join(on, new Joining.Join(other.id(), null))));
        other.act("agent01", on -> stage.answering.answer(on, new Answering.Answer("好的", null)));
        refused("parent-not-open", () -> parent.act("agent01", on -> stage.joining.join(on, new Joining.Join(other.id(), null))));
    }
}

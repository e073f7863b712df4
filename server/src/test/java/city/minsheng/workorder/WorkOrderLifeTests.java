package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for each of its acts. */
@DisplayName("The life of a work order")
class WorkOrderLifeTests extends Life {

    WorkOrderLifeTests(Stage stage) {
        super(stage);
    }

    @Test
    void everyStepSaysWhoAsWhatFromWhereToWhere() {
        var tale = stage.tale().registered().answered("reli").closed(Solved.YES, Rating.VERY);

        assertThat(tale.view().steps()).extracting(Step::seq, Step::action, Step::actor, Step::from, Step::to).containsExactly(
                org.assertj.core.groups.Tuple.tuple(1, Action.REGISTER, "agent01", null, Status.REGISTERED),
                org.assertj.core.groups.Tuple.tuple(2, Action.DISPATCH, "dispatcher01", Status.REGISTERED, Status.DISPATCHED),
                org.assertj.core.groups.Tuple.tuple(3, Action.ACCEPT, "reli.banli", Status.DISPATCHED, Status.IN_PROGRESS),
                org.assertj.core.groups.Tuple.tuple(4, Action.RECORD_CONTACT, "reli.banli", Status.IN_PROGRESS, Status.IN_PROGRESS),
                org.assertj.core.groups.Tuple.tuple(5, Action.REPLY, "reli.banli", Status.IN_PROGRESS, Status.UNDER_REVIEW),
                org.assertj.core.groups.Tuple.tuple(6, Action.APPROVE, "reviewer01", Status.UNDER_REVIEW, Status.FOLLOWING_UP),
                org.assertj.core.groups.Tuple.tuple(7, Action.CLOSE, "followup01", Status.FOLLOWING_UP, Status.CLOSED));
        assertThat(tale.view().steps()).extracting(Step::at).isSorted();
    }

    @Test
    void thePeopleOfTheHallSeeWhatTheyMayDoAndWhyNot() {
        var tale = stage.tale().registered();

        assertThat(tale.view("agent02").actions()).extracting(Reading.Button::action).contains(Action.ANSWER_DIRECTLY, Action.DISPATCH, Action.JOIN)
                .doesNotContain(Action.APPROVE, Action.ACCEPT, Action.TERMINATE);
        assertThat(tale.view("analyst01").actions()).isEmpty();
        assertThat(List.of(tale.view("analyst01").requester() == null)).containsExactly(true);
    }
}

package city.minsheng.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 13. */
@DisplayName("An order that ends beforehand")
class EndedBeforehandTests extends Life {

    EndedBeforehandTests(Stage stage) {
        super(stage);
    }

    @Test
    void byATerminationWithItsReason() {
        var tale = stage.tale().registered().dispatched("reli").accepted()
                .act("dispatcher01", on -> stage.closing.terminate(on, new Closing.Termination(Closing.Ground.REQUESTER_REFUSES, "诉求人拒绝配合入户", "[WF] 21")));

        assertThat(tale.order().outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(tale.running()).isEmpty();
        assertThat(told(tale)).contains("诉求人拒绝配合入户");
    }

    @Test
    void byTheCitizenWhoWithdraws() {
        var tale = stage.tale().registered().dispatched("reli").act("requester", on -> stage.closing.withdraw(on, new Closing.Withdrawal(null)));

        assertThat(tale.order().outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(told(tale)).contains("已撤回");
        refused("not-reopened", () -> tale.act("requester", on -> stage.reworking.reopen(on, new Reworking.Reopen("还是要办"))));
    }

    @Test
    void notOnceThereIsAnAnswerToLookAt() {
        var tale = stage.tale().registered().dispatched("reli").accepted().contacted().replied(Result.RESOLVED);

        refused("action-not-allowed", () -> tale.act("requester", on -> stage.closing.withdraw(on, new Closing.Withdrawal(null))));
        refused("action-not-allowed", () -> tale.act("dispatcher01", on -> stage.closing.terminate(on, new Closing.Termination(Closing.Ground.OTHER, "不办了", null))));
    }
}

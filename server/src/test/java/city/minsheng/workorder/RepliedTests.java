package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static city.minsheng.Tale.support;
import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 8 and 9. */
@DisplayName("An order that a department has replied to")
class RepliedTests extends Life {

    RepliedTests(Stage stage) {
        super(stage);
    }

    private Replying.Reply reply(Result result, Instant contactedAt, Accepting.How how, String whyNot, String plan, LocalDate reviewOn) {
        return new Replying.Reply(contactedAt, how, Replying.Factual.TRUE, result, whyNot, null, "已处理", null, plan, reviewOn);
    }

    @Test
    void onlyAfterTheCitizenWasContacted() {
        var tale = stage.tale().registered().dispatched("reli").accepted();

        invalid("/contactedAt", "contact-first", () -> tale.replied(Result.RESOLVED));
        tale.replied(reply(Result.RESOLVED, tale.now(), Accepting.How.VISIT, null, null, null));
        assertThat(tale.status()).isEqualTo(Status.UNDER_REVIEW);
        assertThat(tale.clock(ClockKind.CONTACT).stoppedAt()).isNotNull();
    }

    @Test
    void saysWhyWhereItIsNotSolved() {
        var tale = stage.tale().registered().dispatched("reli").accepted().contacted();

        invalid("/whyNot", "why-not-solved", () -> tale.replied(reply(Result.PARTLY_RESOLVED, null, null, null, null, null)));
        invalid("/plan", "plan-needed", () -> tale.replied(reply(Result.CONSTRAINED, null, null, "没有管网", null, LocalDate.parse("2025-06-01"))));
        invalid("/reviewOn", "required", () -> tale.replied(reply(Result.CONSTRAINED, null, null, "没有管网", "列入计划", null)));
        invalid("/reviewOn", "in-past", () -> tale.replied(reply(Result.CONSTRAINED, null, null, "没有管网", "列入计划", LocalDate.parse("2025-03-03"))));
    }

    @Test
    void stopsTheDepartmentsClocksAndStartsTheReview() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 3)).accepted().contacted().replied(Result.RESOLVED);

        assertThat(tale.runningKinds()).containsExactly("REVIEW");
        assertThat(tale.clock(ClockKind.REVIEW).dueAt()).isEqualTo(instant("2025-03-04T18:00"));
    }

    @Test
    void andSentBackKeepsTheLimitThatItHad() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted()
                .at("2025-03-10T15:00").replied(Result.RESOLVED).at("2025-03-11T10:00").sentBack();

        assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // past: a poor reply wins no time
        assertThat(tale.view().sentBacks()).isEqualTo(1);
    }

    @Test
    void andSentBackAfterAnExtensionKeepsTheExtendedLimit() {
        var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted()
                .act("reli.banli", on -> stage.extending.ask(on, new Extending.Wish(5, "等配件", "第九条", true)))
                .act("reviewer01", on -> stage.extending.grant(on, new Extending.Grant(5, null)))
                .replied(Result.RESOLVED).later(HOUR).sentBack();

        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-17T18:00"));
    }

    @Test
    void isNotHeardByTheCitizenBeforeItIsApproved() {
        var tale = stage.tale().registered().dispatched("reli").accepted().contacted().replied(Result.RESOLVED);
        assertThat(told(tale)).doesNotContain("二十度");

        tale.approved();

        assertThat(told(tale)).contains("二十度");
    }
}

package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 10–12. */
@DisplayName("An order that is followed up")
class FollowedUpTests extends Life {

    FollowedUpTests(Stage stage) {
        super(stage);
    }

    @Test
    void endsWithWhatTheCitizenSaysOfIt() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli");
        assertThat(tale.runningKinds()).containsExactly("FOLLOW_UP");

        tale.later(HOUR).closed(Solved.PARTLY, Rating.FAIR);

        assertThat(tale.order().outcome()).isEqualTo(Outcome.PARTLY_RESOLVED); // though the department said resolved
        assertThat(tale.running()).isEmpty();
        assertThat(told(tale)).contains("已办结");
    }

    @Test
    void closesAsUnreachableOnlyAfterThreeTriesAtDifferentHours() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli").at("2025-03-04T10:05").attempted();
        refused("same-hour", () -> tale.at("2025-03-04T10:55").attempted());
        tale.at("2025-03-04T11:00").attempted();
        refused("attempts-missing", tale::unreachable);
        tale.at("2025-03-05T10:30").attempted(); // the same hour of another day is another hour

        tale.later(HOUR).unreachable();

        assertThat(tale.status()).isEqualTo(Status.CLOSED);
        assertThat(tale.order().outcome()).isEqualTo(Outcome.RESOLVED); // as the department said; nobody contradicted
        assertThat(tale.view().rated().satisfied()).isNull();
    }

    @Test
    void triesOfAnEarlierRoundDoNotCount() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli")
                .at("2025-03-04T10:00").attempted().at("2025-03-04T14:00").attempted().at("2025-03-04T16:00").reworked()
                .at("2025-03-05T09:00").contacted().replied(Result.RESOLVED).later(HOUR).approved()
                .at("2025-03-06T10:00").attempted();

        refused("attempts-missing", tale::unreachable);
    }

    @Test
    void startsTheWorkAnewWithALimitOfItsOwn() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli").at("2025-03-05T10:00").reworked();

        assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(tale.runningKinds()).containsExactly("CONTACT", "HANDLE");
        assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-12T18:00"));
        assertThat(tale.view().order().badges()).contains("REWORK 1");
        refused("no-return-after-rework", tale::returned);
        invalid("/contactedAt", "contact-first", () -> tale.replied(Result.RESOLVED)); // the first round's contact does not count
    }

    @Test
    void isAProblemOrderAfterTheThirdRework() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli");
        for (int i = 1; i <= 3; i++) {
            tale.later(Duration.ofDays(1)).reworked();
            assertThat(tale.order().reworks()).isEqualTo(i);
            assertThat(tale.order().isProblem()).isEqualTo(i == 3);
            tale.later(HOUR).contacted().replied(Result.RESOLVED).approved();
        }
    }

    @Test
    void isNotCalledBackByItsHandler() {
        var tale = stage.tale().registered().answered("reli");

        assertThatExceptionOfType(NotYours.class).isThrownBy(() -> tale.act("reli.banli",
                on -> stage.calling.close(on, new Closing.Verdict(true, Solved.YES, Rating.VERY, null, false))));
    }

    @Test
    void asksWhetherItIsSolvedAndWhetherOneIsSatisfied() {
        var tale = stage.tale().registered().answered("reli");

        invalid("/satisfied", "required", () -> tale.closed(Solved.YES, null));
        invalid("/solved", "required", () -> tale.closed(null, Rating.YES));
    }

    @Test
    void goesToTheArchiveAndIsNeverOpenedAgain() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli").closed(Solved.YES, Rating.VERY)
                .later(Duration.ofDays(31)).act("system", stage.closing::archive);

        assertThat(tale.status()).isEqualTo(Status.ARCHIVED);
        assertThat(tale.view("supervisor01").actions()).isEmpty();
        refused("action-not-allowed", () -> tale.act("agent01", on -> stage.reworking.reopen(on, new Reworking.Reopen("又坏了"))));
    }

    @Test
    void isOpenedAgainWithinFifteenDays() {
        var tale = stage.tale("2025-03-03T09:00").registered().answered("reli").at("2025-03-04T10:00").closed(Solved.YES, Rating.VERY);

        refused("reopen-too-late", () -> tale.at("2025-03-19T10:01").act("requester", on -> stage.reworking.reopen(on, new Reworking.Reopen("又坏了"))));
        tale.at("2025-03-19T09:59").act("requester", on -> stage.reworking.reopen(on, new Reworking.Reopen("又坏了")));

        assertThat(tale.status()).isEqualTo(Status.REGISTERED);
        assertThat(tale.order().outcome()).isNull();
        assertThat(tale.view().rated().satisfied()).isNull();
        assertThat(tale.order().reworks()).isEqualTo(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("reli.banli"));
        tale.answered("reli").closed(Solved.YES, Rating.YES);
        assertThat(tale.order().outcome()).isEqualTo(Outcome.RESOLVED);
    }
}

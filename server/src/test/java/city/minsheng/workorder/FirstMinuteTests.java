package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.Stage;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lifecycle 1 and 1a–1e. */
@DisplayName("The first minute of an order")
class FirstMinuteTests extends Life {

    FirstMinuteTests(Stage stage) {
        super(stage);
    }

    @Test
    void beginsWithANumberAHolderAndAClock() {
        var tale = stage.tale("2025-03-03T09:00").registered();

        assertThat(tale.view().order().number()).matches("20250303\\d{6,}");
        assertThat(tale.view().order().holder()).isEqualTo(new Row.Held("ROLE", "DISPATCHER", null));
        assertThat(tale.running()).singleElement().satisfies(clock -> {
            assertThat(clock.kind()).isEqualTo("DISPATCH");
            assertThat(clock.dueAt()).isEqualTo(instant("2025-03-04T09:00"));
        });
    }

    @Test
    void endsWithADirectAnswerThatTheCallerHeard() {
        var tale = stage.tale().registered(Level.GENERAL, Kind.INQUIRY)
                .act("agent01", on -> stage.answering.answer(on, new Answering.Answer("供热期到3月15日。", "t01")));

        assertThat(tale.order().outcome()).isEqualTo(Outcome.ANSWERED_DIRECTLY);
        assertThat(tale.order().answer()).isEqualTo("供热期到3月15日。");
        assertThat(tale.running()).isEmpty();
        assertThat(medium(tale, "RESULT")).isEqualTo("VOICE");
    }

    @Test
    void ofAWebRequestEndsWithAMessageInsteadOfAVoice() {
        var tale = stage.tale().over("portal").registered()
                .act("agent01", on -> stage.answering.answer(on, new Answering.Answer("请到窗口办理。", null))); // nobody spoke

        assertThat(medium(tale, "RESULT")).isEqualTo("SMS");
    }

    @Test
    void passesAnEmergencyOnToItsOwnLine() {
        var tale = stage.tale().registered(Level.EMERGENCY, Kind.ASSISTANCE)
                .act("agent01", on -> stage.answering.transfer(on, new Answering.Transfer("119", "楼道起火")));

        assertThat(tale.order().outcome()).isEqualTo(Outcome.TRANSFERRED);
        assertThat(tale.order().answer()).contains("119");
        refused("not-reopened", () -> tale.act("requester", on -> stage.reworking.reopen(on, new Reworking.Reopen("没人来"))));
    }

    @Test
    void knowsNoOtherEmergencyLines() {
        var tale = stage.tale().registered();

        invalid("/service", "choice", () -> tale.act("agent01", on -> stage.answering.transfer(on, new Answering.Transfer("114", null))));
        assertThat(tale.status()).isEqualTo(Status.REGISTERED);
    }

    @Test
    void declinesWithTheReasonAndTheLawfulWay() {
        var tale = stage.tale().registered()
                .act("agent01", on -> stage.answering.decline(on, new Answering.Decline(Answering.NotAccepted.LITIGATION, "已进入诉讼程序", "请向定州市人民法院反映")));

        assertThat(tale.order().outcome()).isEqualTo(Outcome.NOT_ACCEPTED);
        assertThat(told(tale)).contains("已进入诉讼程序", "人民法院");
    }

    @Test
    void doesNotDeclineWithoutAReason() {
        var tale = stage.tale().registered();

        invalid("/reason", "required", () -> tale.act("agent01", on -> stage.answering.decline(on, new Answering.Decline(Answering.NotAccepted.LITIGATION, " ", null))));
    }

    @Test
    void asksForWhatIsMissingAndGoesOnWhenItComes() {
        var tale = stage.tale("2025-03-03T09:00").registered()
                .act("agent01", on -> stage.informing.ask(on, new Informing.Question("请问是几号楼？")));

        assertThat(tale.status()).isEqualTo(Status.WAITING_FOR_INFORMATION);
        assertThat(tale.runningKinds()).containsExactly("INFORMATION");
        assertThat(tale.clock(ClockKind.INFORMATION).dueAt()).isEqualTo(instant("2025-03-06T18:00"));

        tale.later(HOUR).act("requester", on -> stage.informing.add(on, new Informing.Information("3号楼")));

        assertThat(tale.status()).isEqualTo(Status.REGISTERED);
        assertThat(tale.clock(ClockKind.DISPATCH).dueAt()).isEqualTo(instant("2025-03-04T10:00"));
    }

    @Test
    void doesTheFirstThingInTheSameBreathOrNothingAtAll() {
        var before = stage.jdbc.sql("select count(*) from work_order").query(Long.class).single();

        invalid("/answer", "required", () -> stage.tale().received(new Receiving.From(null, null, false), Level.GENERAL, Kind.INQUIRY,
                new Receiving.First(new Answering.Answer(" ", null), null, null, null, null, null)));
        assertThat(stage.jdbc.sql("select count(*) from work_order").query(Long.class).single()).isEqualTo(before);

        var tale = stage.tale().received(new Receiving.From(null, null, false), Level.GENERAL, Kind.INQUIRY,
                new Receiving.First(null, null, null, null, null, new Dispatching.Dispatch("reli", null, null, null)));
        assertThat(tale.did()).containsExactly(Action.REGISTER, Action.DISPATCH);
    }

    private UUID complained(String body, @Nullable String note) {
        return stage.receiving.receive(new Receiving.Incoming("hotline", null, instant("2025-03-04T09:00"), Kind.COMPLAINT, "020101", Level.GENERAL, "ncq", "听澜雅居1号楼", "窗口办事",
                body, new Receiving.From(null, null, false), new Receiving.First(null, null, null, null, null, new Dispatching.Dispatch("zjj", null, note, null))),
                stage.who("agent01"), Role.AGENT).id();
    }

    @Test
    void givesAComplaintAboutADepartmentToThatDepartmentOnlyForAReason() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> complained("住建局物业科的人态度恶劣，来回推诿。", null))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("avoidance"));

        assertThat(stage.reading.steps(complained("住建局物业科的人态度恶劣，来回推诿。", "由局机关纪委直接核查"))).extracting(Step::reason).contains("由局机关纪委直接核查");
        complained("请住建局管一管物业停电梯的事。", null);
    }
}

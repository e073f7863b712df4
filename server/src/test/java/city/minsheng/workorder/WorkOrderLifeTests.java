package city.minsheng.workorder;

import static city.minsheng.Tale.instant;
import static city.minsheng.Tale.support;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.catalogue.Limit;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** rules.md §2.4, 1–14, each path through the use cases on a moved clock. */
@HouseTest
@DisplayName("The life of a work order")
class WorkOrderLifeTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private final Stage stage;

    WorkOrderLifeTests(Stage stage) {
        this.stage = stage;
    }

    /** After every path everything that the house promises must hold. */
    @AfterEach
    void everyPromiseHolds() {
        assertThat(stage.lies()).isEmpty();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::code).isEqualTo(code);
    }

    private static void invalid(String pointer, String code, ThrowingCallable act) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(act)
                .satisfies(e -> assertThat(e.fields()).extracting(Invalid.Field::pointer, Invalid.Field::code).contains(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }

    private String told(Tale tale) {
        stage.delivered();
        return stage.jdbc.sql("select string_agg(kind || ' ' || words, '\n' order by at, event_id) from message where order_id = :id")
                .param("id", tale.id()).query(String.class).single();
    }

    private String medium(Tale tale, String kind) {
        stage.delivered();
        return stage.jdbc.sql("select medium from message where order_id = :id and kind = :kind").param("id", tale.id()).param("kind", kind).query(String.class).single();
    }

    @Nested
    class TheFirstMinute { // 1, 1a–1e

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
    }

    @Nested
    class JoiningTheSameMatter { // 1e

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

    @Nested
    class WithADepartment { // 2, 3, 5, 6

        @Test
        void threeClocksStartWithTheDispatchAndNotSigningStopsNone() {
            var tale = stage.tale("2025-03-03T09:00").registered().later(HOUR).dispatched("reli");

            assertThat(tale.runningKinds()).containsExactly("ACCEPT", "CONTACT", "HANDLE");
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // five working days
            assertThat(tale.clock(ClockKind.ACCEPT).dueAt()).isEqualTo(instant("2025-03-04T18:00"));
            assertThat(tale.running()).allMatch(clock -> clock.holder().code().equals("reli"));

            tale.at("2025-03-07T09:00").accepted(); // three days late

            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00"));
            assertThat(tale.clock(ClockKind.ACCEPT).overdue()).isTrue();
            assertThat(told(tale)).contains("2025-03-10 18:00");
        }

        @Test
        void onlyTheFirstContactStopsItsClock() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().later(HOUR).contacted().later(HOUR).contacted();

            assertThat(tale.clock(ClockKind.CONTACT).stoppedAt()).isEqualTo(instant("2025-03-03T10:00"));
            assertThat(tale.did()).containsSubsequence(Action.RECORD_CONTACT, Action.RECORD_CONTACT);
        }

        @Test
        void aContactInTheFutureIsNotTaken() {
            var tale = stage.tale().registered().dispatched("reli").accepted();

            invalid("/at", "in-future", () -> tale.act("reli.banli", on -> stage.accepting.contacted(on,
                    new Accepting.Contacted(Accepting.How.PHONE, tale.now().plusSeconds(60), null))));
        }

        @Test
        void supportersHaveTheirOwnLimitAndReplyToTheLead() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 2)).accepted();

            assertThat(tale.clock(ClockKind.SUPPORT).dueAt()).isEqualTo(instant("2025-03-05T18:00"));
            assertThat(tale.view("zjj.banli").order().id()).isEqualTo(tale.id());
            assertThatExceptionOfType(NotYours.class).isThrownBy(() -> tale.act("zjj.banli", on -> stage.returning.giveBack(on,
                    new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不是", "三定", null)))).satisfies(e -> assertThat(e.code()).isEqualTo("lead-only"));

            tale.act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("物业已配合开门")));

            assertThat(tale.runningKinds()).doesNotContain("SUPPORT");
            assertThat(tale.view().assignments()).filteredOn(a -> a.part().equals("SUPPORT")).singleElement()
                    .satisfies(a -> assertThat(a.reply()).isEqualTo("物业已配合开门"));
            refused("no-support-asked", () -> tale.act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("再说一次"))));
        }

        @Test
        void theLeadUrgesThoseWhoseHelpHasNotCome() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 2), support("cgj", 2)).accepted()
                    .act("zjj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("物业已配合开门")));

            tale.act("reli.banli", on -> stage.supporting.urge(on, new Urging.Urge("请今天到场")));

            assertThat(tale.view().steps().getLast().data().path("departments").toString()).isEqualTo("[\"cgj\"]");
            assertThat(tale.clock(ClockKind.SUPPORT).dueAt()).isEqualTo(instant("2025-03-05T18:00"));
            refused("lead-only", () -> tale.act("cgj.banli", on -> stage.supporting.urge(on, new Urging.Urge(null))));
            tale.act("cgj.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("路障已移开")));
            refused("nobody-owes", () -> tale.act("reli.banli", on -> stage.supporting.urge(on, new Urging.Urge(null))));
            assertThat(tale.view("reli.banli").actions()).extracting(Reading.Button::action).doesNotContain(Action.URGE_SUPPORT);
        }

        @Test
        void helpIsAddedLaterAndNeverTwice() {
            var tale = stage.tale().registered().dispatched("reli").accepted()
                    .act("dispatcher01", on -> stage.supporting.add(on, support("cgj", 1)));

            assertThat(tale.runningKinds()).contains("SUPPORT");
            invalid("/department", "twice", () -> tale.act("dispatcher01", on -> stage.supporting.add(on, support("cgj", 1))));
        }

        @Test
        void theLeadPassesDownToItsOwnSubUnitOnly() {
            var tale = stage.tale().registered().dispatched("reli").accepted()
                    .act("reli.banli", on -> stage.supporting.passDown(on, new Supporting.PassDown("reli-qiangxiu", 4, Limit.Unit.HOURS, null)));

            assertThat(tale.view("reli-qiangxiu.banli").order().id()).isEqualTo(tale.id());
            invalid("/department", "not-beneath", () -> tale.act("reli.banli", on -> stage.supporting.passDown(on,
                    new Supporting.PassDown("gongshui-qiangxiu", 4, Limit.Unit.HOURS, null))));
            tale.act("reli-qiangxiu.banli", on -> stage.supporting.reply(on, new Supporting.SupportReply("阀门已换")));
            assertThat(tale.runningKinds()).doesNotContain("SUPPORT");
        }

        @Test
        void isGivenNeitherToTheHotlineNorToASubUnit() {
            var tale = stage.tale().registered();

            invalid("/department", "not-a-handler", () -> tale.dispatched("hotline"));
            invalid("/department", "not-a-handler", () -> tale.dispatched("reli-qiangxiu"));
            invalid("/department", "unknown-department", () -> tale.dispatched("nowhere"));
            invalid("/supporting/0/department", "twice", () -> tale.dispatched("reli", support("reli", 1)));
        }

        @Test
        void isSeenByNobodyElse() {
            var tale = stage.tale().registered().dispatched("reli");

            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("zjj.banli"));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.act("zjj.banli", stage.accepting::accept));
        }

        @Test
        void anEmergencyIsPhonedAndRunsInHours() {
            var tale = stage.tale("2025-01-31T19:00").registered(Level.EMERGENCY, Kind.ASSISTANCE).dispatched("reli"); // Spring Festival

            assertThat(tale.view().order().badges()).contains("EMERGENCY", "TO_PHONE");
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-01-31T21:00"));
            tale.act("dispatcher01", on -> stage.dispatching.phone(on, new Dispatching.PhoneCall("值班室", null)));
            assertThat(tale.view().order().badges()).doesNotContain("TO_PHONE");
        }
    }

    @Nested
    class Returned { // 4

        @Test
        void andPassedOnWithNewLimits() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR).returned();

            assertThat(tale.status()).isEqualTo(Status.RETURN_REQUESTED);
            assertThat(tale.runningKinds()).containsExactly("CONTACT", "HANDLE", "RULING"); // the handling goes on

            tale.at("2025-03-04T09:00").reassigned("zjj");

            assertThat(tale.status()).isEqualTo(Status.DISPATCHED);
            assertThat(tale.order().lead()).isEqualTo("zjj");
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-11T18:00"));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("reli.banli"));
        }

        @Test
        void andBoundByARulingThatLeavesNoFurtherReturn() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR).returned().later(HOUR).bound();

            assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(tale.runningKinds()).containsExactly("CONTACT", "HANDLE");
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // returning won no time
            assertThat(tale.view("reli.banli").actions()).filteredOn(button -> button.action() == Action.RETURN).singleElement()
                    .satisfies(button -> assertThat(button.allowed()).isFalse());
            refused("bound-by-ruling", tale::returned);
        }

        @Test
        void onlyWithinTwoWorkingDays() {
            var tale = stage.tale("2025-03-06T09:00").registered().dispatched("reli"); // a Thursday
            tale.at("2025-03-10T23:00").returned();

            var late = stage.tale("2025-03-06T09:00").registered().dispatched("reli").at("2025-03-11T00:30");
            refused("return-too-late", late::returned);
        }

        @Test
        void onlyTwice() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").returned().reassigned("zjj").returned().reassigned("cgj");

            refused("returned-too-often", tale::returned);
        }

        @Test
        void onlyWithAReasonAndABasis() {
            var tale = stage.tale().registered().dispatched("reli");

            invalid("/basis", "required", () -> tale.act("reli.banli", on -> stage.returning.giveBack(on, new Returning.Return(Returning.Why.NOT_OUR_DUTY, "不是", "", null))));
        }

        @Test
        void andPassedOnThreeTimesIsAProblemOrder() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").reassigned("zjj").reassigned("cgj");
            assertThat(tale.order().isProblem()).isFalse();

            tale.reassigned("scjg");

            assertThat(tale.order().isProblem()).isTrue();
            assertThat(tale.view().order().badges()).contains("PROBLEM");
        }

        @Test
        void isNotPassedToTheSameDepartment() {
            var tale = stage.tale().registered().dispatched("reli").returned();

            invalid("/department", "same-department", () -> tale.reassigned("reli"));
        }

        @Test
        void boundIsNotPassedOnWhileItWaitsForASignatureEither() {
            var tale = stage.tale().registered().dispatched("reli").returned().bound();

            assertThat(tale.view().actions()).noneMatch(button -> button.action() == Action.REASSIGN && button.allowed());
        }
    }

    @Nested
    class Extended { // 7

        private Tale inProgress() {
            return stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted();
        }

        private void ask(Tale tale, int days) {
            tale.act("reli.banli", on -> stage.extending.ask(on, new Extending.Wish(days, "等配件到货", "《办法》第九条", true)));
        }

        @Test
        void whenAskedBeforeTheLimitAndGranted() {
            var tale = inProgress();
            ask(tale, 5);
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00")); // asking alone moves nothing

            tale.act("reviewer01", on -> stage.extending.grant(on, new Extending.Grant(3, "给三天")));

            var clock = tale.clock(ClockKind.HANDLE);
            assertThat(clock.dueAt()).isEqualTo(instant("2025-03-13T18:00"));
            assertThat(clock.firstDueAt()).isEqualTo(instant("2025-03-10T18:00"));
            assertThat(told(tale)).contains("延期", "2025-03-13 18:00");
        }

        @Test
        void inTheLastMinuteStillAndNotAfterIt() {
            var tale = inProgress().at("2025-03-10T18:00");
            ask(tale, 5);

            var late = inProgress().at("2025-03-10T18:00:01");
            refused("extension-too-late", () -> ask(late, 5));
        }

        @Test
        void onlyOnceAndNotWhileOneWaits() {
            var tale = inProgress();
            ask(tale, 5);
            refused("extension-undecided", () -> ask(tale, 5));
            tale.act("dispatcher01", on -> stage.extending.grant(on, new Extending.Grant(5, null)));

            refused("extended-already", () -> ask(tale, 5));
        }

        @Test
        void byTenWorkingDaysAtMost() {
            var tale = inProgress();

            invalid("/amount", "between", () -> ask(tale, 11));
            invalid("/amount", "between", () -> ask(tale, 0));
        }

        @Test
        void notWhenItIsRefused() {
            var tale = inProgress();
            ask(tale, 5);
            tale.act("dispatcher01", on -> stage.extending.refuse(on, new Extending.Refuse("理由不充分")));

            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-10T18:00"));
            refused("nothing-asked", () -> tale.act("dispatcher01", on -> stage.extending.grant(on, new Extending.Grant(5, null))));
        }

        @Test
        void endsWhereTheOrderGoesToAnotherDepartment() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted();
            ask(tale, 5);
            tale.returned().reassigned("zjj");

            assertThat(tale.view().extensionAsked()).isNull();
        }
    }

    @Nested
    class Replied { // 8, 9

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

    @Nested
    class ObjectivelyConstrained { // 7b 挂账

        private Tale constrained() {
            return stage.tale("2025-03-03T09:00").registered().dispatched("reli").accepted().contacted().later(HOUR).replied(Result.CONSTRAINED);
        }

        @Test
        void waitsForItsDateAndIsTakenUpAgain() {
            var tale = constrained().later(HOUR).act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), "同意")));

            assertThat(tale.status()).isEqualTo(Status.DEFERRED);
            assertThat(tale.clock(ClockKind.DEFERRAL).dueAt()).isEqualTo(instant("2025-05-06T18:00"));
            assertThat(tale.running()).singleElement().satisfies(clock -> assertThat(clock.holder().code()).isEqualTo("reli"));
            assertThat(told(tale)).contains("客观条件");

            tale.at("2025-05-06T19:00").act("system", on -> stage.reviewing.resume(on, new Reviewing.Resume("复查日期已到")));

            assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-05-13T18:00"));
            tale.later(HOUR).replied(Result.RESOLVED).approved().closed(Solved.YES, Rating.YES);
            assertThat(tale.order().outcome()).isEqualTo(Outcome.RESOLVED);
        }

        @Test
        void isNeverApprovedAsIfItWereDone() {
            var tale = constrained();

            refused("constrained-is-deferred", tale::approved);
        }

        @Test
        void isNotWhatADepartmentDidNotReport() {
            var tale = stage.tale().registered().dispatched("reli").accepted().contacted().replied(Result.RESOLVED);

            refused("not-constrained", () -> tale.act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), null))));
        }

        @Test
        void isResumedByItsOwnDepartmentAndByNoSupporter() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli", support("zjj", 3)).accepted().contacted().replied(Result.CONSTRAINED)
                    .act("reviewer01", on -> stage.reviewing.defer(on, new Reviewing.Deferral(LocalDate.parse("2025-05-06"), null)));

            refused("lead-only", () -> tale.act("zjj.banli", on -> stage.reviewing.resume(on, new Reviewing.Resume(null))));
            tale.act("reli.banli", on -> stage.reviewing.resume(on, new Reviewing.Resume(null)));
            assertThat(tale.status()).isEqualTo(Status.IN_PROGRESS);
        }
    }

    @Nested
    class FollowedUp { // 10, 11, 12

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

    @Nested
    class EndedBeforehand { // 13

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

    @Nested
    class Urged { // 催

        @Test
        void byTheCitizenOnceADayOfTheCity() {
            var tale = stage.tale("2025-03-03T23:30").registered().dispatched("reli").act("requester", on -> stage.urging.urge(on, new Urging.Urge("快点")));

            refused("urged-today", () -> tale.at("2025-03-03T23:59").act("requester", on -> stage.urging.urge(on, new Urging.Urge(null))));
            tale.at("2025-03-04T00:01").act("requester", on -> stage.urging.urge(on, new Urging.Urge(null)));

            assertThat(tale.view().order().badges()).contains("URGED 2");
        }

        @Test
        void bySupervisionAsOftenAsItSeesFit() {
            var tale = stage.tale().registered().dispatched("reli");
            tale.act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder("请今日签收", null))).act("supervisor01", on -> stage.urging.remind(on, new Urging.Reminder(null, null)));

            assertThat(tale.view().order().badges()).contains("REMINDED 2");
        }
    }

    @Nested
    class Corrected {

        @Test
        void toAnotherLevelGetsItsLimitsFromWhenTheClocksStarted() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(HOUR)
                    .act("dispatcher01", on -> stage.correcting.correct(on, new Correcting.Correction(null, null, Level.UTILITIES, null, null, null, null, "全楼停暖")));

            assertThat(tale.clock(ClockKind.HANDLE).dueAt()).isEqualTo(instant("2025-03-04T09:00"));
            assertThat(tale.clock(ClockKind.ACCEPT).dueAt()).isEqualTo(instant("2025-03-03T11:00"));
        }

        @Test
        void keepsWhoWhenAndWhyInItsSteps() {
            var tale = stage.tale().registered().act("agent01", on -> stage.correcting.correct(on,
                    new Correcting.Correction(null, null, null, "bcq", "光明路5号", null, null, "听错了")));

            var step = tale.view().steps().getLast();
            assertThat(step.actor()).isEqualTo("agent01");
            assertThat(step.reason()).isEqualTo("听错了");
            assertThat(step.changes()).containsOnly(org.assertj.core.api.Assertions.entry("area", "bcq"), org.assertj.core.api.Assertions.entry("address", "光明路5号"));
        }

        @Test
        void isRefusedWithoutAReason() {
            var tale = stage.tale().registered();

            invalid("/reason", "required", () -> tale.act("agent01", on -> stage.correcting.correct(on,
                    new Correcting.Correction(null, null, null, null, "光明路5号", null, null, ""))));
        }
    }

    @Nested
    class Recalled {

        @Test
        void withinTenSecondsByTheSamePersonOnly() {
            var tale = stage.tale("2025-03-03T09:00").registered().dispatched("reli").later(Duration.ofSeconds(10));
            refused("recall-too-late", () -> tale.act("dispatcher02", stage.dispatching::recall));

            tale.act("dispatcher01", stage.dispatching::recall);

            assertThat(tale.status()).isEqualTo(Status.REGISTERED);
            assertThat(tale.runningKinds()).containsExactly("DISPATCH");
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tale.view("reli.banli"));
        }

        @Test
        void notAfterTheEleventhSecond() {
            var tale = stage.tale().registered().dispatched("reli").later(Duration.ofSeconds(11));

            refused("recall-too-late", () -> tale.act("dispatcher01", stage.dispatching::recall));
        }
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

package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.Call.Purpose;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A masked call")
class MaskedCallTests {

    private static final String OWN = "19900001181";
    private static final String CITIZEN = "13800138000";
    private final Scene scene = new Scene();
    private Call call = call(OWN);

    private Call call(String own) {
        var numbers = Scene.numbers();
        var id = UUID.randomUUID();
        var begun = new Call(id, "out-" + id, Call.Direction.OUT, numbers.of(CITIZEN), "", "outbound", scene.loop.now());
        begun.purpose = Purpose.ORDER;
        begun.dial = CITIZEN;
        begun.person = "reli-qiangxiu.yixian";
        scene.does(() -> scene.control.masked.begin(begun, own, "一线", "Worker"));
        return begun;
    }

    private String rings(String number) {
        return scene.line.known().stream().filter(leg -> leg.to().equals(number)).map(Switch.Leg::id).findFirst().orElse("");
    }

    private void takes(String number) {
        scene.does(() -> scene.line.pickUp(rings(number)));
    }

    @Test
    void ringsTheOwnTelephoneFirstAndTheCitizensOnlyWhenThatIsTaken() {
        assertThat(rings(OWN)).isNotEmpty();
        assertThat(rings(CITIZEN)).isEmpty();

        takes(OWN);
        takes(CITIZEN);

        assertThat(scene.line.talkIn(call.conversation())).containsExactlyInAnyOrder(rings(OWN), rings(CITIZEN));
        assertThat(call.answeredAt).isNotNull();
    }

    @Test
    void showsBothOfThemTheHotlinesNumberAndNeitherTheOthers() {
        takes(OWN);
        takes(CITIZEN);

        assertThat(scene.line.known()).hasSize(2).allSatisfy(leg -> assertThat(leg.from()).isEqualTo(scene.floor.settings.shownOutside()));
    }

    @Test
    void isRecordedAndEndsForBothWhoeverHangsUp() {
        takes(OWN);
        takes(CITIZEN);
        scene.does(() -> scene.line.putDown(rings(OWN)));

        assertThat(call.end).isEqualTo(End.ANSWERED);
        assertThat(scene.line.legs()).isEmpty();
        assertThat(scene.floor.calls).isEmpty();
        assertThat(scene.noted.recordings.values()).containsExactly("KEPT");
        assertThat(scene.floor.callBacks).isEmpty();
    }

    @Test
    void ringsNobodyOnWhereTheOneWhoAskedForItHangsUp() {
        takes(OWN);
        assertThat(rings(CITIZEN)).isNotEmpty();
        scene.does(() -> scene.line.putDown(rings(OWN)));

        assertThat(call.end).isEqualTo(End.UNREACHED);
        assertThat(scene.line.legs()).isEmpty();
    }

    @Test
    void neverRingsTheCitizenWhereTheOwnTelephoneIsNotTaken() {
        scene.does(() -> scene.line.putDown(rings(OWN)));
        call = call("19900001189"); // of those that never answer
        scene.pass(60);

        assertThat(rings(CITIZEN)).isEmpty();
        assertThat(call.end).isEqualTo(End.UNREACHED);
        assertThat(scene.line.legs()).isEmpty();
    }

    @Test
    void goesOnWhereTheLineWasAwayForAMomentAndEndsForBothWhereOneHasGone() {
        takes(OWN);
        takes(CITIZEN);
        scene.does(() -> scene.line.fail(false));
        scene.pass(2);
        scene.does(scene.line::comeBack);
        scene.pass(2);
        assertThat(call.end).isNull();

        scene.does(() -> scene.line.fail(true));
        scene.pass(2);
        scene.does(scene.line::comeBack);
        scene.pass(2);
        assertThat(call.end).isEqualTo(End.CUT);
        assertThat(scene.line.legs()).isEmpty();
    }
}

package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Call.End;
import city.minsheng.telephony.simulated.Script;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a caller hears, and may ask for. */
@DisplayName("While waiting")
class WaitingTests extends HallPromises {

    @Test
    void aCallerHearsGreetingPlaceAndMayAskToBeCalledBackKeepingThePlace() {
        var agent = scene.agent("1");
        scene.talks(agent, Script.of("19900000007"));
        var leg = scene.calls(CALLER.presses("1").patience(300));
        var later = scene.calls(Script.of("19900000003").patience(900));

        scene.pass(45);
        var call = scene.call(leg);
        assertThat(call.end).isEqualTo(End.CALL_BACK);
        assertThat(scene.noted.logs.get(call.id)).contains("ANNOUNCED", "CALL_BACK_CHOSEN");
        assertThat(scene.floor.callBacks).hasSize(1);

        scene.does(() -> scene.control.hangUp(agent));
        scene.does(() -> scene.control.wrapUp(agent, null, null, true));
        assertThat(agent.state).isEqualTo(SeatState.RINGING);
        assertThat(Objects.requireNonNull(agent.call).purpose).isEqualTo(Call.Purpose.CALL_BACK);
        scene.answers(agent);
        scene.pass(5);

        assertThat(Objects.requireNonNull(agent.call).phase).isEqualTo(Call.Phase.TALKING);
        assertThat(agent.call.answeredAt).isNotNull();
        assertThat(scene.call(later).phase).isEqualTo(Call.Phase.WAITING);
        scene.does(() -> scene.control.hangUp(agent));
        scene.pass(30);
        assertThat(scene.floor.callBacks).isEmpty();
    }

    @Test
    void nobodyWhoHidesTheNumberIsOfferedWhatCannotBeKept() {
        var leg = scene.calls(new Script(null, "12345", java.time.Duration.ofMinutes(5), null, null, "1"));
        scene.pass(100);

        assertThat(scene.call(leg).end).isNull();
        assertThat(scene.floor.callBacks).isEmpty();
    }

    @Test
    void aFlaggedCallerGoesToTheDialectQueue() {
        scene.floor.remembered.needsDialect(Objects.requireNonNull(Scene.numbers().of("19900000001").index()), true);
        var speaks = scene.sits("2", "agent2", new CallRouter.Skill("dialect", 1));
        scene.agent("1");

        scene.calls(CALLER);

        assertThat(speaks.state).isEqualTo(SeatState.RINGING);
    }

    @Test
    void numbersArePutTogetherFromPrompts() {
        assertThat(Queueing.number(7)).containsExactly("n-7");
        assertThat(Queueing.number(20)).containsExactly("n-20");
        assertThat(Queueing.number(23)).containsExactly("n-20", "n-3");
    }
}

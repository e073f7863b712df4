package city.minsheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.simulated.Script;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of chance. */
@DisplayName("The hall")
class HallTests extends HallPromises {

    /** Whatever people and callers do, the promises above hold. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void keepsItsPromisesWhateverHappens(long seed) {
        var random = new Random(seed);
        for (int i = 1; i <= 4; i++) {
            scene.agent("" + i);
        }
        scene.expert("5");
        for (int step = 0; step < 400; step++) {
            something(random);
            scene.pass(random.nextInt(12));
        }
        scene.pass(2000);
        assertThat(scene.floor.calls.values()).allSatisfy(call -> assertThat(call.direction == Call.Direction.OUT || !call.isOver()).isTrue());
        var owed = scene.noted.calls.values().stream().filter(call -> call.end != null && call.end.isOwed() && !call.caller.isHidden() && call.direction == Call.Direction.IN).count();
        assertThat(scene.noted.callBacks.values().stream().mapToInt(entry -> entry.calls).sum()).isGreaterThanOrEqualTo((int) owed);
    }

    private void something(Random random) {
        var seat = scene.floor.seat("" + (1 + random.nextInt(5)));
        var other = "" + (1 + random.nextInt(5));
        try {
            scene.does(() -> {
                switch (random.nextInt(24)) {
                    case 0, 1, 2, 3, 4 -> scene.line.call(new Script(random.nextInt(10) == 0 ? null : "1990000000" + random.nextInt(8), random.nextInt(6) == 0 ? "2551241" : "12345",
                            java.time.Duration.ofSeconds(5 + random.nextInt(200)), random.nextBoolean() ? java.time.Duration.ofSeconds(random.nextInt(90)) : null,
                            random.nextBoolean() ? 1 + random.nextInt(5) : null, random.nextInt(4) == 0 ? "1" : null));
                    case 5, 6, 7, 8 -> scene.control.answer(seat);
                    case 9 -> scene.control.refuse(seat);
                    case 10, 11 -> scene.control.hangUp(seat);
                    case 12 -> scene.control.talking.hold(seat);
                    case 13 -> scene.control.talking.unhold(seat);
                    case 14 -> scene.control.talking.mute(seat, random.nextBoolean());
                    case 15 -> scene.control.talking.consult(seat, random.nextBoolean() ? Scene.department() : Scene.seat(other));
                    case 16 -> scene.control.talking.completeTransfer(seat, "");
                    case 17 -> scene.control.talking.conference(seat);
                    case 18 -> scene.control.talking.dropConsult(seat);
                    case 19 -> scene.control.talking.transfer(seat, random.nextBoolean() ? Scene.queue("rs") : random.nextBoolean() ? Scene.seat(other) : Scene.department(), "");
                    case 20 -> scene.control.talking.emergency(seat, Scene.police(), "", "", random.nextBoolean());
                    case 21 -> scene.control.ask(seat, random.nextInt(5) == 0 ? SeatState.BREAK : SeatState.READY, null);
                    case 22 -> scene.control.wrapUp(seat, null, null, true);
                    case 23 -> rare(random, seat, other);
                    default -> throw new IllegalStateException();
                }
            });
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private void rare(Random random, Seat seat, String other) {
        switch (random.nextInt(7)) {
            case 0 -> scene.line.unplug(seat.number);
            case 1 -> scene.line.provisionSeat(seat.number, "x");
            case 2 -> scene.control.talking.takeOver(seat, scene.floor.seat(other));
            case 3 -> scene.control.ears.lend(seat, scene.floor.seat(other), Switch.Ear.LISTEN);
            case 4 -> scene.line.renew(seat.number);
            case 5 -> scene.floor.callBacks.keySet().stream().findFirst().ifPresent(id -> scene.control.callBack(seat, id));
            default -> {
                scene.line.fail(random.nextBoolean());
                scene.loop.settle();
                scene.line.comeBack();
            }
        }
    }
}

package city.minsheng.telephony;

import city.minsheng.telephony.SwitchEvent.Failure;
import city.minsheng.telephony.simulated.Script;
import city.minsheng.telephony.simulated.SimulatedSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The simulated switch")
class SimulatedContractTests extends SwitchContract {

    @TempDir
    private Path tapes;

    @Override
    protected World world(Consumer<SwitchEvent> listener) {
        var around = new Around(tapes);
        around.line.start(event -> {
            listener.accept(event);
            around.hear(event);
        });
        around.loop.settle();
        return around;
    }

    /** An hour passes at once, and telephones do what they were told. */
    private static final class Around implements World {

        private final VirtualLoop loop = new VirtualLoop();
        private final SimulatedSwitch line;
        private final Map<String, Manner> manners = new HashMap<>();

        Around(Path tapes) {
            line = new SimulatedSwitch(loop, (name, length) -> tape(tapes.resolve(name + ".wav")));
        }

        private static Path tape(Path file) {
            try {
                return Files.createFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void hear(SwitchEvent event) {
            if (event instanceof SwitchEvent.LegRinging(var id)) {
                line.known().stream().filter(leg -> leg.id().equals(id)).findFirst().ifPresent(leg -> takes(leg, manners.get(leg.to())));
            }
        }

        private void takes(Switch.Leg leg, Manner manner) {
            switch (manner) {
                case ANSWERS -> line.pickUp(leg.id());
                case BUSY -> line.refuses(leg.id(), Failure.BUSY);
                case REFUSES -> line.refuses(leg.id(), Failure.REJECTED);
                case RINGS, UNREACHABLE -> { }
            }
        }

        @Override
        public Switch theSwitch() {
            return line;
        }

        @Override
        public Telephone call(String from, String to) {
            var leg = line.call(Script.of(from).to(to));
            return new Telephone() {
                @Override
                public void hangUp() {
                    line.putDown(leg);
                }

                @Override
                public void press(String keys) {
                    line.press(leg, keys);
                }
            };
        }

        @Override
        public Telephone seat(String number, Manner manner) {
            if (manner != Manner.UNREACHABLE) {
                line.provisionSeat(number, "");
            }
            return number(number, manner);
        }

        @Override
        public Telephone number(String number, Manner manner) {
            manners.put(number, manner);
            return new Telephone() {
                @Override
                public void hangUp() {
                    line.known().stream().filter(leg -> leg.to().equals(number)).forEach(leg -> line.putDown(leg.id()));
                }

                @Override
                public void press(String keys) {
                    line.known().stream().filter(leg -> leg.to().equals(number)).forEach(leg -> line.press(leg.id(), keys));
                }
            };
        }

        @Override
        public void pass(Duration time) {
            loop.pass(time);
        }
    }
}

package city.minsheng.telephony.simulated;

import city.minsheng.platform.Invalid;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 模拟来电: a caller who follows a script. In demo mode alone, and only while the line is simulated. */
@RestController
@RequestMapping("/api/demo/calls")
@ConditionalOnProperty(name = "minsheng.demo", havingValue = "true")
class DemoCallController {

    /** All may be left out. */
    record Wanted(@Nullable String number, @Nullable String line, @Nullable Integer patienceSeconds, @Nullable Integer talkSeconds,
            @Nullable Integer rating, boolean hidden, @Nullable String key) {}

    record Made(String call) {}

    private static final int PATIENCE = 120;
    private static final int LONGEST = 3600;
    private final ObjectProvider<SimulatedSwitch> line;

    DemoCallController(ObjectProvider<SimulatedSwitch> line) {
        this.line = line;
    }

    @PostMapping
    Made call(@RequestBody Wanted wanted) {
        var simulated = line.getIfAvailable();
        if (simulated == null) {
            throw new city.minsheng.platform.Refusal("telephony-off");
        }
        new Invalid.Check().that(wanted.number() == null || wanted.number().matches("[0-9+\\- ]{3,20}"), "/number", "no-phone")
                .that(wanted.rating() == null || wanted.rating() >= 1 && wanted.rating() <= 5, "/rating", "required")
                .that(wanted.line() == null || wanted.line().matches("\\d{3,15}"), "/line", "no-phone").done();
        var number = wanted.hidden() ? null : wanted.number() == null ? "199%08d".formatted(ThreadLocalRandom.current().nextInt(20_000)) : wanted.number();
        var patience = Duration.ofSeconds(wanted.patienceSeconds() == null ? PATIENCE : Math.clamp(wanted.patienceSeconds(), 1, LONGEST));
        var talk = wanted.talkSeconds() == null ? null : Duration.ofSeconds(Math.clamp(wanted.talkSeconds(), 1, LONGEST));
        return new Made(simulated.call(new Script(number, wanted.line() == null ? "12345" : wanted.line(), patience, talk, wanted.rating(), wanted.key())));
    }
}

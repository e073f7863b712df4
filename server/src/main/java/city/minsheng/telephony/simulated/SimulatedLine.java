package city.minsheng.telephony.simulated;

import city.minsheng.telephony.Loop;
import city.minsheng.telephony.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where nothing else is chosen in demo mode, and nowhere else: invented callers must never look like a hotline. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${minsheng.telephony:}' == 'simulated' or ('${minsheng.telephony:}' == '' and '${minsheng.demo:false}' == 'true')")
class SimulatedLine {

    private static final int RATE = 8000;
    private static final int LONGEST = 10;

    @Bean
    SimulatedSwitch simulatedSwitch(Loop loop, Recordings recordings, @Value("${minsheng.demo:false}") boolean demo) {
        if (!demo) {
            throw new IllegalStateException("The simulated telephone line is for demo mode alone: choose minsheng.telephony=asterisk or off.");
        }
        return new SimulatedSwitch(loop, (name, length) -> tone(recordings.folder().resolve(name + ".wav"), length));
    }

    /** A soft tone in place of voices, 8 kHz, 8 bits: nobody can take it for a person. */
    static Path tone(Path file, Duration length) {
        int samples = RATE * (int) Math.clamp(length.toSeconds(), 1, LONGEST);
        var wav = java.nio.ByteBuffer.allocate(44 + samples).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + samples).put("WAVEfmt ".getBytes()).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8).put("data".getBytes()).putInt(samples);
        for (int i = 0; i < samples; i++) {
            wav.put((byte) (128 + 20 * Math.sin(2 * Math.PI * 440 * i / RATE)));
        }
        try {
            return Files.write(file, wav.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.minsheng.directory;

import city.minsheng.platform.Job;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets sessions that nobody can use any more. */
@Component
class SignInKeeping implements Job {

    private final SignIns signIns;

    SignInKeeping(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public String name() {
        return "old-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        signIns.forgetOld();
    }
}

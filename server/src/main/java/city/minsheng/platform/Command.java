package city.minsheng.platform;

import java.util.List;

/** A word after {@code run}: does its work and ends. */
public interface Command {

    String name();

    /** @return the exit code: 0 only where everything is well */
    int run(List<String> arguments);
}

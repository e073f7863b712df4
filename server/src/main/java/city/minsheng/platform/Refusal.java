package city.minsheng.platform;

import java.util.Map;

/**
 * The work rules do not allow this. Nothing was changed; the code names a page in docs/problems, the words are looked
 * up in the reader's language.
 */
public class Refusal extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    public Refusal(String code, Object... arguments) {
        super(code + java.util.Arrays.toString(arguments), null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments;
    }

    /** What a machine may want to know beside the words. */
    public Map<String, Object> more() {
        return Map.of();
    }
}

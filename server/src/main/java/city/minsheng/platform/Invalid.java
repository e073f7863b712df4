package city.minsheng.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed cannot be taken; each field says why. */
public class Invalid extends RuntimeException {

    /** One field's fault. @param pointer JSON pointer, such as {@code /address} */
    public record Field(String pointer, String code, List<Object> arguments) {}

    private final transient List<Field> fields;

    public Invalid(List<Field> fields) {
        super(fields.toString(), null, false, false);
        this.fields = fields;
    }

    public Invalid(String pointer, String code, Object... arguments) {
        this(List.of(new Field(pointer, code, List.of(arguments))));
    }

    public List<Field> fields() {
        return fields;
    }

    /** Gathers faults, so that a person hears of all of them at once. */
    public static final class Check {
        private final List<Field> faults = new ArrayList<>();

        public Check that(boolean holds, String pointer, String code, Object... arguments) {
            if (!holds) {
                faults.add(new Field(pointer, code, List.of(arguments)));
            }
            return this;
        }

        public Check given(@Nullable Object value, String pointer) {
            return that(value != null && !(value instanceof String text && text.isBlank()), pointer, "required");
        }

        public Check atMost(@Nullable String value, int length, String pointer) {
            return that(value == null || value.codePointCount(0, value.length()) <= length, pointer, "too-long", length);
        }

        public void done() {
            if (!faults.isEmpty()) {
                throw new Invalid(List.copyOf(faults));
            }
        }
    }
}

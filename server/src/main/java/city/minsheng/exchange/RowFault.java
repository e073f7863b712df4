package city.minsheng.exchange;

import city.minsheng.platform.Invalid;
import city.minsheng.platform.Words;
import java.util.Locale;
import java.util.stream.Collectors;

/** A row that cannot be taken. @param line where it begins in the file, the head being line 1 */
record RowFault(long line, String why) {

    static RowFault of(long line, Invalid invalid, Words words) {
        return new RowFault(line, invalid.fields().stream()
                .map(field -> field.pointer().substring(1) + ": " + words.in(Locale.ENGLISH, "field." + field.code(), field.arguments().toArray()))
                .collect(Collectors.joining("; ")));
    }
}

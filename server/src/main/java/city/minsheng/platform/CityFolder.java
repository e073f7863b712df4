package city.minsheng.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A city's files: what differs from city to city is data, never code. */
public record CityFolder(Path path) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setTrim(true).setNullString("").setIgnoreEmptyLines(true).get();

    public boolean has(String file) {
        return Files.exists(path.resolve(file));
    }

    public List<Row> rows(String file) {
        try (var reader = new InputStreamReader(Files.newInputStream(path.resolve(file)), StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.getRecords().stream().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The city's file " + path.resolve(file) + " cannot be read", e);
        }
    }

    /** One line of a file. */
    public record Row(CSVRecord line) {

        public String get(String column) {
            var value = line.get(column);
            if (value == null) {
                throw new IllegalArgumentException("line %d: '%s' is empty".formatted(line.getRecordNumber() + 1, column));
            }
            return value;
        }

        public @Nullable String find(String column) {
            return line.isMapped(column) && line.isSet(column) ? line.get(column) : null;
        }

        public String text(String column) {
            var value = find(column);
            return value == null ? "" : value;
        }

        public List<String> list(String column) {
            var value = find(column);
            return value == null ? List.of() : Arrays.stream(value.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
        }
    }
}

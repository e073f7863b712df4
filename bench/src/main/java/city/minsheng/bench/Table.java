package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A CSV file with a head, in memory: quotes, commas and line ends inside quotes. */
final class Table {

    private final Map<String, Integer> columns = new java.util.HashMap<>();
    private final List<List<String>> rows;

    private Table(List<List<String>> rows) {
        var head = rows.removeFirst();
        IntStream.range(0, head.size()).forEach(i -> columns.put(head.get(i).strip(), i));
        this.rows = rows;
    }

    static Table read(String file) throws IOException {
        var text = Files.readString(Path.of(file));
        var rows = new Parser(text.startsWith("\ufeff") ? text.substring(1) : text).rows();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty.");
        }
        return new Table(rows);
    }

    int size() {
        return rows.size();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Empty where the row is too short. */
    String get(int row, String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new IllegalArgumentException("There is no column " + column + ", only " + columns.keySet() + ".");
        }
        return at < rows.get(row).size() ? rows.get(row).get(at) : "";
    }

    private static final class Parser {

        private final String text;
        private final List<List<String>> rows = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private List<String> row = new ArrayList<>();

        Parser(String text) {
            this.text = text;
        }

        List<List<String>> rows() {
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(text.charAt(++i));
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (quoted) {
                    field.append(c);
                } else {
                    plain(c);
                }
            }
            if (!field.isEmpty() || !row.isEmpty()) plain('\n');
            return rows;
        }

        private void plain(char c) {
            if (c != ',' && c != '\n') {
                if (c != '\r') field.append(c);
                return;
            }
            row.add(field.toString());
            field.setLength(0);
            if (c == '\n') {
                if (row.size() > 1 || !row.getFirst().isBlank()) rows.add(row);
                row = new ArrayList<>();
            }
        }
    }
}

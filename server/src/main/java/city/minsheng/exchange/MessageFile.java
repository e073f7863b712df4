package city.minsheng.exchange;

import city.minsheng.platform.Launch;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file of messages, with or without the departments' replies. What cannot be read is named with its line; the rest goes in. */
record MessageFile(List<Message> messages, List<RowFault> faults) {

    /** @param reply and its time: null in a file without replies */
    record Message(long line, String id, String user, String title, Instant at, String detail, @Nullable String reply, @Nullable Instant repliedAt) {}

    private static final List<String> COLUMNS = List.of("id", "user", "title", "time", "detail");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("[yyyy-M-d][yyyy/M/d][ H:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0).toFormatter();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get();

    /** @param withReplies whether each message must have its reply */
    static MessageFile read(Path file, boolean withReplies, ZoneId zone) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        var messages = new ArrayList<Message>();
        var faults = new ArrayList<RowFault>();
        long ended = 1; // the last line of the row before, at first of the head
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder); var parser = FORMAT.parse(withoutMark(reader))) {
            var needed = new ArrayList<>(COLUMNS);
            if (withReplies) {
                needed.addAll(List.of("reply", "reply_time"));
            }
            needed.removeAll(parser.getHeaderMap().keySet());
            if (!needed.isEmpty()) {
                throw new Launch.UsageError("The file " + file + " lacks the columns " + needed + "; it has " + parser.getHeaderNames() + ".");
            }
            var seen = new HashMap<String, Long>();
            for (var record : parser) {
                ended = parser.getCurrentLineNumber();
                take(record, parser.getHeaderNames(), ended - breaks(record), withReplies, zone, seen, messages, faults);
            }
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new Launch.UsageError("There is no file " + file + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        } catch (UncheckedIOException | IllegalStateException broken) {
            faults.add(new RowFault(ended + 1, "from here on the file is no CSV: " + broken.getCause()));
        }
        return new MessageFile(messages, faults);
    }

    /** How many lines a row goes on for. */
    private static long breaks(CSVRecord row) {
        return row.stream().mapToLong(value -> value.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count()).sum();
    }

    private static void take(CSVRecord row, List<String> head, long line, boolean withReplies, ZoneId zone, Map<String, Long> seen, List<Message> messages, List<RowFault> faults) {
        var why = new ArrayList<String>();
        if (!row.isConsistent()) {
            faults.add(new RowFault(line, "has %d columns where the head has %d".formatted(row.size(), head.size())));
            return;
        }
        for (var column : head) {
            if (row.get(column).indexOf('\uFFFD') >= 0) {
                why.add(column + " is not UTF-8");
            }
        }
        var id = row.get("id").strip();
        var at = time(row.get("time"), "time", zone, why);
        var detail = row.get("detail").strip();
        var title = row.get("title").strip();
        if (id.isEmpty()) {
            why.add("id is empty");
        }
        if (detail.isEmpty() && title.isEmpty()) {
            why.add("title and detail are empty");
        }
        var first = seen.get(id);
        if (first != null) {
            why.add("id " + id + " stands in line " + first + " already");
        }
        Instant repliedAt = null;
        String reply = null;
        if (withReplies) {
            reply = row.get("reply").strip();
            repliedAt = time(row.get("reply_time"), "reply_time", zone, why);
            if (reply.isEmpty()) {
                why.add("reply is empty");
            }
            if (at != null && repliedAt != null && repliedAt.isBefore(at)) {
                why.add("the reply is older than its message");
            }
        }
        if (why.isEmpty() && at != null) {
            seen.put(id, line);
            messages.add(new Message(line, id, row.get("user").strip(), title, at, detail.isEmpty() ? title : detail, reply, repliedAt));
        } else {
            faults.add(new RowFault(line, String.join("; ", why)));
        }
    }

    private static @Nullable Instant time(String written, String column, ZoneId zone, List<String> why) {
        try {
            return LocalDateTime.parse(written.strip(), TIME).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            why.add(column + " is no time: " + (written.length() > 20 ? written.substring(0, 20) + "…" : written));
            return null;
        }
    }

    private static java.io.Reader withoutMark(InputStreamReader reader) throws IOException {
        var pushed = new java.io.PushbackReader(reader, 1);
        int first = pushed.read();
        if (first != '\uFEFF' && first != -1) {
            pushed.unread(first);
        }
        return pushed;
    }
}

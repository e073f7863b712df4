package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 导入导出 by Excel. Each row is taken by itself: it becomes a draft for its owner's review, or it comes back in a file with the
 * reason. A formula is never taken and never written: what begins like one is made plain text.
 */
@Service
public class Sheets {

    /** @param faultFile the file with the rows that could not be taken; null where all could */
    public record Taken(int rows, int created, int changed, int faults, @Nullable UUID faultFile) {}

    private record Fault(List<String> cells, String why) {}

    private static final List<String> HEAD = List.of("编号", "问题", "群众问法（每行一种）", "答复口径", "政策依据", "文号", "办理流程", "所需材料", "办理地点", "办理时间",
            "责任单位代码", "事项代码", "适用对象", "公开（是/否）", "生效时间", "复审日期", "失效时间");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MOST = 5000;
    private final Library library;
    private final Articles articles;
    private final Writing writing;
    private final Departments departments;
    private final Words words;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CitySettings city;
    private final Clock clock;

    Sheets(Library library, Articles articles, Writing writing, Departments departments, Words words, JdbcClient jdbc, PlatformTransactionManager transactions,
            CitySettings city, Clock clock) {
        this.library = library;
        this.articles = articles;
        this.writing = writing;
        this.departments = departments;
        this.words = words;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED); // a row that fails takes no other with it
        this.city = city;
        this.clock = clock;
    }

    /** What the list shows, as the person may see it. However many there are, a page of them is in memory. */
    @Transactional(readOnly = true)
    public void write(Library.Filter filter, Actor actor, OutputStream out) {
        book(out, HEAD, rows -> library.each(filter, actor, version -> rows.accept(cells(version))));
    }

    public void template(OutputStream out) {
        book(out, HEAD, rows -> { });
    }

    private List<String> cells(Version version) {
        var text = version.text();
        return List.of(version.code(), text.question(), String.join("\n", text.asked()), text.answer(), text.basis(), text.document(), text.steps(), text.materials(),
                text.places(), text.hours(), text.owner(), text.category() == null ? "" : text.category(), text.audience(), text.open() ? "是" : "否",
                local(text.effectiveAt()), text.reviewOn() == null ? "" : text.reviewOn().toString(), local(text.expiresAt()));
    }

    private String local(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(city.zone()));
    }

    /** Row by row, as many as there are. */
    private static void book(OutputStream out, List<String> head, Consumer<Consumer<List<String>>> rows) {
        try (var book = new Workbook(out, "Minsheng", "1.0")) {
            var sheet = book.newWorksheet("知识");
            write(sheet, 0, head);
            sheet.range(0, 0, 0, head.size() - 1).style().bold().set();
            var n = new AtomicInteger();
            rows.accept(cells -> {
                write(sheet, n.incrementAndGet(), cells);
                flush(sheet, n.get());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flush(Worksheet sheet, int row) {
        try {
            if (row % 200 == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(row, i, plain(cells.get(i))); // in its place: shared ones would all be kept until the end
        }
    }

    /** What a spreadsheet would compute when somebody opens the file is written as words. */
    static String plain(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** @param update whether a row with a known code becomes that article's next draft */
    public Taken take(byte[] file, boolean update, String name, Actor actor) {
        var faults = new ArrayList<Fault>();
        int created = 0;
        int changed = 0;
        var rows = rows(file);
        for (var cells : rows) {
            try {
                boolean fresh = Boolean.TRUE.equals(transaction.execute(status -> take(cells, update, actor)));
                created += fresh ? 1 : 0;
                changed += fresh ? 0 : 1;
            } catch (Invalid e) {
                faults.add(new Fault(cells, e.fields().stream().map(field -> field.pointer().substring(1) + "：" + words.say("field." + field.code(), field.arguments().toArray())).collect(Collectors.joining("；"))));
            } catch (Refusal e) {
                faults.add(new Fault(cells, words.say("problem." + e.code(), e.arguments())));
            } catch (NotFound e) {
                faults.add(new Fault(cells, words.say("problem.not-found")));
            }
        }
        return new Taken(rows.size(), created, changed, faults.size(), faults.isEmpty() ? null : keep(faults, name, actor));
    }

    private boolean take(List<String> cells, boolean update, Actor actor) {
        var text = text(cells);
        var code = cells.getFirst();
        if (code.isEmpty()) {
            writing.begin(text, new Writing.Origin("FILE", null), actor);
            return true;
        }
        if (!articles.isThere(code)) {
            throw new Invalid("/编号", "unknown-code");
        }
        new Invalid.Check().that(update, "/编号", "known-code").done();
        if (Shelving.atWork(articles.versions(code)).isEmpty()) {
            writing.revise(code, null, "Excel", actor);
        }
        writing.write(code, articles.versions(code).getFirst().revision(), text, actor);
        return false;
    }

    private Text text(List<String> cells) {
        new Invalid.Check().given(cells.get(1), "/问题").given(cells.get(3), "/答复口径").given(cells.get(10), "/责任单位代码")
                .that(departments.find(cells.get(10)).isPresent(), "/责任单位代码", "unknown-department").done();
        return new Text(cells.get(1), Arrays.asList(cells.get(2).split("\\R|;|；")), cells.get(3), cells.get(4), cells.get(5), cells.get(6), cells.get(7), cells.get(8),
                cells.get(9), cells.get(10), cells.get(11), null, cells.get(12), !cells.get(13).equals("否"),
                moment(cells.get(14), "/生效时间"), day(cells.get(15)), moment(cells.get(16), "/失效时间"));
    }

    private @Nullable Instant moment(String cell, String where) {
        try {
            return cell.isEmpty() ? null : LocalDateTime.parse(cell, MINUTE).atZone(city.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Invalid(where, "moment");
        }
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            return cell.isEmpty() ? null : LocalDate.parse(cell);
        } catch (DateTimeParseException e) {
            throw new Invalid("/复审日期", "moment");
        }
    }

    private static List<List<String>> rows(byte[] file) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file)); var rows = book.getFirstSheet().openStream()) {
            var all = rows.limit(MOST + 1L).map(Sheets::cells).filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty())).toList();
            if (all.isEmpty() || !all.getFirst().subList(0, 4).equals(HEAD.subList(0, 4))) {
                throw new Refusal("sheet-unreadable");
            }
            return all.subList(1, all.size());
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw new Refusal("sheet-unreadable");
        }
    }

    /** As many cells as the head has; of a formula its text is not taken, nor what it came to. */
    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < HEAD.size(); i++) {
            cells.add(i < row.getCellCount() ? words(row.getCell(i)) : "");
        }
        return cells;
    }

    private static String words(@Nullable Cell cell) {
        if (cell == null || cell.getFormula() != null && !cell.getFormula().isEmpty()) {
            return "";
        }
        var words = cell.getText() == null ? "" : cell.getText().strip();
        return words.startsWith("'") ? words.substring(1) : words;
    }

    private UUID keep(List<Fault> faults, String name, Actor actor) {
        var out = new ByteArrayOutputStream();
        var head = new ArrayList<>(HEAD);
        head.add("原因");
        book(out, head, rows -> faults.forEach(fault -> {
            var cells = new ArrayList<>(fault.cells());
            cells.add(fault.why());
            rows.accept(cells);
        }));
        var id = Ids.next(clock.instant());
        jdbc.sql("insert into knowledge_file (id, at, by, name, kind, content) values (:id, :now, :by, :name, 'FAULTS', :content)")
                .param("id", id).param("now", Time.sql(clock.instant())).param("by", actor.username()).param("name", name).param("content", out.toByteArray()).update();
        return id;
    }

    /** Only for whoever sent it. */
    public byte[] file(UUID id, Actor actor) {
        return jdbc.sql("select content from knowledge_file where id = :id and by = :by").param("id", id).param("by", actor.username())
                .query(byte[].class).optional().orElseThrow(() -> new NotFound("file", id));
    }
}

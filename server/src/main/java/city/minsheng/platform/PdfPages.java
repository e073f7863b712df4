package city.minsheng.platform;

import city.minsheng.platform.Letters.Face;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** The pages of one paper, filled from above; what does not fit goes on on the next one. Lengths are in points. */
final class PdfPages {

    static final float TITLE = 22;  // 2号
    static final float TEXT = 16;   // 3号
    private static final float CELL = 10.5f; // 5号
    private static final float PAGE_NUMBER = 14; // 4号
    private static final float MM = 72 / 25.4f;
    private static final float TOP = 37 * MM;
    private static final float BOTTOM = 35 * MM;
    private static final float LEFT = 28 * MM;
    private static final float WIDTH = 156 * MM;
    private static final float LINE = 1.75f; // 28 points for 3号
    private static final float CELL_LINE = 1.4f;
    private static final float PADDING = 3;
    private static final Color RED = new Color(0xC0, 0x00, 0x00);
    private final PDDocument paper;
    private final Face text;
    private final Face title;
    private @Nullable PDPageContentStream on;
    private float y = -1;

    PdfPages(PDDocument paper, Face text, Face title) {
        this.paper = paper;
        this.text = text;
        this.title = title;
    }

    void head(String office, String number) throws IOException {
        room(TITLE * 4);
        float size = Math.min(30, 30 * WIDTH / Math.max(WIDTH, title.width(office, 30)));
        line(title, size, office, LEFT + (WIDTH - title.width(office, size)) / 2, y - size, RED);
        y -= size * LINE;
        if (!number.isEmpty()) {
            line(text, TEXT, number, LEFT + (WIDTH - text.width(number, TEXT)) / 2, y - TEXT, Color.BLACK);
            y -= TEXT * LINE;
        }
        on().setStrokingColor(RED);
        on().setLineWidth(1.5f);
        on().moveTo(LEFT, y - 4 * MM + 8);
        on().lineTo(LEFT + WIDTH, y - 4 * MM + 8);
        on().stroke();
        y -= 12 * MM;
    }

    void middle(String words, float size, boolean bold) throws IOException {
        var font = bold ? title : text;
        for (var each : lines(font, words, size, 0, WIDTH)) {
            room(size * LINE);
            line(font, size, each, LEFT + (WIDTH - font.width(each, size)) / 2, y - size, Color.BLACK);
            y -= size * LINE;
        }
    }

    void heading(String words) throws IOException {
        room(TEXT * LINE * 2); // no heading alone at the foot
        text(words, 2, true);
    }

    /** @param indent characters before the first line */
    void text(String words, int indent, boolean bold) throws IOException {
        var font = bold ? title : text;
        float at = indent * TEXT;
        for (var each : lines(font, words, TEXT, at, WIDTH)) {
            room(TEXT * LINE);
            line(font, TEXT, each, LEFT + at, y - TEXT, Color.BLACK);
            y -= TEXT * LINE;
            at = 0;
        }
    }

    void signed(String office, String day) throws IOException {
        room(TEXT * LINE * 3);
        y -= TEXT * LINE;
        for (var each : List.of(office, day)) {
            line(text, TEXT, each, LEFT + WIDTH - text.width(each, TEXT) - 2 * TEXT, y - TEXT, Color.BLACK);
            y -= TEXT * LINE;
        }
    }

    /** The head stands again on each page. */
    void table(PdfPaper.Table table) throws IOException {
        int all = table.shares().stream().mapToInt(Integer::intValue).sum();
        var widths = table.shares().stream().map(share -> WIDTH * share / all).toList();
        row(title, table.head(), widths, true);
        for (var cells : table.rows()) {
            if (y - height(text, cells, widths) < BOTTOM) {
                page();
                row(title, table.head(), widths, false);
            }
            row(text, cells, cells.size() == 1 ? List.of(WIDTH) : widths, false);
        }
        y -= TEXT / 2;
    }

    private float height(Face font, List<String> cells, List<Float> widths) {
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            most = Math.max(most, lines(font, cells.get(i), CELL, 0, widths.get(i) - 2 * PADDING).size());
        }
        return most * CELL * CELL_LINE + 2 * PADDING;
    }

    private void row(Face font, List<String> cells, List<Float> widths, boolean first) throws IOException {
        float high = height(font, cells, widths);
        room(first ? high * 2 : high);
        float x = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            float at = y - PADDING;
            for (var each : lines(font, cells.get(i), CELL, 0, widths.get(i) - 2 * PADDING)) {
                line(font, CELL, each, x + PADDING, at - CELL, Color.BLACK);
                at -= CELL * CELL_LINE;
            }
            on().setStrokingColor(Color.BLACK);
            on().setLineWidth(0.5f);
            on().addRect(x, y - high, widths.get(i), high);
            on().stroke();
            x += widths.get(i);
        }
        y -= high;
    }

    /** — 1 —, once it is known how many there are. */
    void number() throws IOException {
        turn();
        for (int i = 0; i < paper.getNumberOfPages(); i++) {
            try (var on = new PDPageContentStream(paper, paper.getPage(i), PDPageContentStream.AppendMode.APPEND, true)) {
                write(on, text, PAGE_NUMBER, "— " + (i + 1) + " —", LEFT + WIDTH / 2 - PAGE_NUMBER, BOTTOM - 7 * MM - PAGE_NUMBER, Color.BLACK);
            }
        }
    }

    private void room(float high) throws IOException {
        if (y - high < BOTTOM) {
            page();
        }
    }

    private void page() throws IOException {
        turn();
        var page = new PDPage(PDRectangle.A4);
        paper.addPage(page);
        on = new PDPageContentStream(paper, page);
        y = PDRectangle.A4.getHeight() - TOP;
    }

    private PDPageContentStream on() {
        return Objects.requireNonNull(on, "a page was begun");
    }

    private void turn() throws IOException {
        if (on != null) {
            on.close();
            on = null;
        }
    }

    private void line(Face font, float size, String words, float x, float at, Color colour) throws IOException {
        write(on(), font, size, words, x, at, colour);
    }

    private static void write(PDPageContentStream on, Face font, float size, String words, float x, float at, Color colour) throws IOException {
        on.beginText();
        on.setNonStrokingColor(colour);
        on.setFont(font.font(), size);
        on.newLineAtOffset(x, at);
        on.showText(font.drawable(words));
        on.endText();
    }

    private static List<String> lines(Face font, String words, float size, double first, float most) {
        return Lines.of(words, first, most, piece -> font.width(piece, size));
    }
}

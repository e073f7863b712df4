package city.minsheng.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** 公文 as PDF, laid out as GB/T 9704-2012 has it: red head, title in the middle, 3号 text, page numbers between dashes. */
@Component
public class PdfPaper {

    /** @param shares of the width, one for each column @param none what stands there where there is no row */
    public record Table(List<String> head, List<Integer> shares, List<List<String>> rows, String none) {}

    /** What stands on a paper, from top to bottom. */
    public sealed interface Part {

        /** 发文机关, red, over a red line; beneath it the number, where there is one. */
        record Head(String office, String number) implements Part {}

        record Title(String text) implements Part {}

        /** In the middle, as a date under a title. */
        record Middle(String text) implements Part {}

        /** 主送机关. */
        record Address(String text) implements Part {}

        record Heading(String text) implements Part {}

        record Paragraph(String text) implements Part {}

        record Rows(Table table) implements Part {}

        /** 署名 and date, at the right. */
        record Signed(String office, String day) implements Part {}
    }

    private final ReentrantLock one = new ReentrantLock();
    private final Letters letters;

    PdfPaper(Letters letters) {
        this.letters = letters;
    }

    /** One at a time: the letters that are read once serve one paper after the other. */
    public byte[] written(String title, List<Part> parts) {
        one.lock();
        try (var paper = new PDDocument(); var out = new ByteArrayOutputStream()) {
            paper.getDocumentInformation().setTitle(title);
            paper.getDocumentCatalog().setLanguage("zh-CN");
            var pages = new PdfPages(paper, letters.text(paper), letters.title(paper));
            for (var part : parts) {
                draw(pages, part);
            }
            pages.number();
            paper.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.unlock();
        }
    }

    private static void draw(PdfPages pages, Part part) throws IOException {
        switch (part) {
            case Part.Head head -> pages.head(head.office(), head.number());
            case Part.Title title -> pages.middle(title.text(), PdfPages.TITLE, true);
            case Part.Middle middle -> pages.middle(middle.text(), PdfPages.TEXT, false);
            case Part.Address address -> pages.text(address.text(), 0, false);
            case Part.Heading heading -> pages.heading(heading.text());
            case Part.Paragraph paragraph -> {
                for (var each : paragraph.text().split("\\R")) {
                    pages.text(each, 2, false);
                }
            }
            case Part.Rows rows -> pages.table(filled(rows.table()));
            case Part.Signed signed -> pages.signed(signed.office(), signed.day());
        }
    }

    private static Table filled(Table table) {
        if (!table.rows().isEmpty() || table.none().isEmpty()) {
            return table;
        }
        var row = new ArrayList<>(List.of(table.none()));
        return new Table(table.head(), table.shares(), List.of(row), "");
    }
}

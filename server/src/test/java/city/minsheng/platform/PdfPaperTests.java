package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.platform.PdfPaper.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A paper as PDF")
class PdfPaperTests {

    private final Letters letters = new Letters(new CityFolder(Path.of("../cities/dingzhou")));
    private final PdfPaper pdf = new PdfPaper(letters);

    private PDDocument written(Part... parts) throws IOException {
        return Loader.loadPDF(pdf.written("试", List.of(parts)));
    }

    private static String text(PDDocument paper) throws IOException {
        return new PDFTextStripper().getText(paper).replaceAll("\\s", "");
    }

    @Test
    void saysEveryCharacterAsItWasGiven() throws IOException {
        var words = "一二三十八人口土工门户见长面金风食马高鱼黑龙老儿力大女子小山水火心手日月木气父牛用石竹米羊耳自至色行西走足里阜革音首香骨白皮目立";
        try (var paper = written(new Part.Title(words), new Part.Paragraph(words))) {
            assertThat(text(paper)).isEqualTo(words + words + "—1—");
        }
    }

    @Test
    void isWrittenWithLettersThatAreReadOnceAndServeTheNextPaper() throws IOException {
        var read = letters.face("documents/text.ttf", "/fonts/400Regular/NotoSerifSC_400Regular.ttf");

        try (var first = written(new Part.Paragraph("梧桐公馆")); var next = written(new Part.Paragraph("天和锦城"))) {
            assertThat(text(first)).startsWith("梧桐公馆");
            assertThat(text(next)).startsWith("天和锦城");
        }
        assertThat(letters.face("documents/text.ttf", "/fonts/400Regular/NotoSerifSC_400Regular.ttf")).isSameAs(read);
    }

    @Test
    void putsABoxWhereTheFontHasNoPicture() throws IOException {
        try (var paper = written(new Part.Paragraph("楼道堵了😡\u0007快来"))) {
            assertThat(text(paper)).startsWith("楼道堵了□快来");
        }
    }

    @Test
    void goesOnOnTheNextPageWithTheHeadOfTheTable() throws IOException {
        var rows = Collections.nCopies(80, List.of("09:00", "热力公司"));
        try (var paper = written(new Part.Rows(new PdfPaper.Table(List.of("时间", "单位"), List.of(20, 80), rows, "没有")))) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(1);
            var each = new PDFTextStripper();
            each.setStartPage(2);
            each.setEndPage(2);
            assertThat(each.getText(paper)).startsWith("时间").contains("— 2 —");
            assertThat(text(paper).split("热力公司", -1)).hasSize(81);
            assertThat(paper.getPages()).extracting(PDPage::getMediaBox).allSatisfy(box -> assertThat(box.getWidth()).isEqualTo(PDRectangle.A4.getWidth()));
        }
    }

    @Test
    void saysSoWhereATableHasNoRow() throws IOException {
        try (var paper = written(new Part.Rows(new PdfPaper.Table(List.of("时间", "单位"), List.of(20, 80), List.of(), "当日没有催办。")))) {
            assertThat(text(paper)).contains("当日没有催办。");
        }
    }

    @Test
    void carriesOnlyTheLettersThatStandOnIt() throws IOException {
        assertThat(pdf.written("试", List.of(new Part.Paragraph("每日督办情况"))).length).isLessThan(100_000);
    }
}

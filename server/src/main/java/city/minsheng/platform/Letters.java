package city.minsheng.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The letters of papers as PDF: the city's own 仿宋 and 小标宋 from {@code documents/text.ttf} and {@code title.ttf} where
 * it has the right to them, else Noto Serif SC. Only the characters that stand on the paper go into it.
 */
@Component
class Letters {

    private final CityFolder folder;

    Letters(CityFolder folder) {
        this.folder = folder;
    }

    /** One letter form, and which characters it has a picture of. */
    record Face(PDType0Font font, CmapLookup known) {

        /** What there is no picture of becomes a box: an emoji in a citizen's words must not stop a paper. */
        String drawable(String words) {
            var drawable = new StringBuilder();
            words.codePoints().map(c -> c == '\t' || c == 0xA0 ? ' ' : c).filter(c -> !Character.isISOControl(c))
                    .map(c -> known.getGlyphId(c) > 0 ? c : '□').forEach(drawable::appendCodePoint);
            return drawable.toString();
        }

        float width(String words, float size) {
            try {
                return font.getStringWidth(drawable(words)) * size / 1000;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Face text(PDDocument paper) throws IOException {
        return letters(paper, "documents/text.ttf", "/fonts/400Regular/NotoSerifSC_400Regular.ttf");
    }

    Face title(PDDocument paper) throws IOException {
        return letters(paper, "documents/title.ttf", "/fonts/700Bold/NotoSerifSC_700Bold.ttf");
    }

    private Face letters(PDDocument paper, String own, String ours) throws IOException {
        try (var file = folder.has(own) ? Files.newInputStream(folder.path().resolve(own)) : ours(ours)) {
            var face = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Face(PDType0Font.load(paper, face, true), face.getUnicodeCmapLookup());
        }
    }

    private static InputStream ours(String name) {
        var file = Letters.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException(name + " is not in this build: run 'npm ci' in web/ before building the server");
        }
        return file;
    }
}

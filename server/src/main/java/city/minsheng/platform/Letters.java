package city.minsheng.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The letters of papers as PDF: the city's own 仿宋 and 小标宋 from {@code documents/text.ttf} and {@code title.ttf} where
 * it has the right to them, else Noto Serif SC. Only the characters that stand on the paper go into it. A file of 15 MB is
 * read once and kept as long as there is room for it.
 */
@Component
class Letters {

    private final Map<String, SoftReference<TrueTypeFont>> read = new ConcurrentHashMap<>();
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
        var face = face(own, ours);
        return new Face(PDType0Font.load(paper, face, true), face.getUnicodeCmapLookup()); // the paper does not close what it was only lent
    }

    /** A file that the city has put in its place since then is read anew. */
    TrueTypeFont face(String own, String ours) throws IOException {
        var file = folder.has(own) ? folder.path().resolve(own) : null;
        var name = file == null ? ours : file + " " + Files.getLastModifiedTime(file);
        var known = read.get(name);
        var face = known == null ? null : known.get();
        if (face == null) {
            try (var letters = file == null ? ours(ours) : Files.newInputStream(file)) {
                face = new TTFParser().parse(new RandomAccessReadBuffer(letters));
            }
            read.put(name, new SoftReference<>(face));
        }
        return face;
    }

    private static InputStream ours(String name) {
        var file = Letters.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException(name + " is not in this build: run 'npm ci' in web/ before building the server");
        }
        return file;
    }
}

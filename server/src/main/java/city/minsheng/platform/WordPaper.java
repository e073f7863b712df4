package city.minsheng.platform;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 公文 as Word files, from the templates in the city's folder {@code documents/}, which staff can edit. */
@Component
public class WordPaper {

    private final CityFolder folder;

    WordPaper(CityFolder folder) {
        this.folder = folder;
    }

    /** @param tables the fields that are lists: the template's row is repeated for each of their lines */
    public byte[] written(String template, Map<String, Object> fields, String... tables) {
        if (!folder.has("documents/" + template)) {
            throw new Refusal("no-template", template);
        }
        var configure = Configure.builder();
        for (var table : List.of(tables)) {
            configure.bind(table, new LoopRowTableRenderPolicy());
        }
        var file = folder.path().resolve("documents").resolve(template).toFile();
        try (var out = new ByteArrayOutputStream(); var paper = XWPFTemplate.compile(file, configure.build()).render(fields)) {
            paper.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.minsheng.knowledge.web;

import city.minsheng.directory.Actor;
import city.minsheng.knowledge.Library;
import city.minsheng.knowledge.Sheets;
import city.minsheng.platform.Idempotency;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 知识的导入导出. The list is streamed row by row; what is imported is answered with what became of each row. */
@RestController
@RequestMapping("/api/knowledge")
class SheetController {

    private static final MediaType EXCEL = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private final Sheets sheets;
    private final Idempotency idempotency;

    SheetController(Sheets sheets, Idempotency idempotency) {
        this.sheets = sheets;
        this.idempotency = idempotency;
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@RequestParam(defaultValue = "live") String view, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String owner, @AuthenticationPrincipal Actor actor) {
        var filter = new Library.Filter(Library.View.valueOf(view.toUpperCase(Locale.ROOT).replace('-', '_')), q, owner, null);
        return file("knowledge.xlsx", out -> sheets.write(filter, actor, out));
    }

    @GetMapping("/import/template")
    ResponseEntity<StreamingResponseBody> template() {
        return file("knowledge-template.xlsx", sheets::template);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Sheets.Taken take(@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean update,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) throws IOException {
        var content = file.getBytes();
        return idempotency.once(key, actor.username(), "import " + update + java.util.Arrays.hashCode(content), Sheets.Taken.class,
                () -> sheets.take(content, update, String.valueOf(file.getOriginalFilename()), actor));
    }

    @GetMapping("/files/{id}")
    ResponseEntity<StreamingResponseBody> faults(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var content = sheets.file(id, actor);
        return file("knowledge-faults.xlsx", out -> out.write(content));
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return ResponseEntity.ok().contentType(EXCEL).header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(body);
    }
}

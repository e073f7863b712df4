package city.minsheng.workorder.web;

import city.minsheng.directory.Actor;
import city.minsheng.platform.NotFound;
import city.minsheng.requester.Contact;
import city.minsheng.workorder.Attachments;
import city.minsheng.workorder.Calls;
import city.minsheng.workorder.Lists;
import city.minsheng.workorder.Outcome;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Showing;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Looking at work orders: lists, one order, its papers, its requester. */
@RestController
@RequestMapping("/api")
class WorkOrderController {

    record Reason(String reason) {}

    private final Lists lists;
    private final Reading reading;
    private final Showing showing;
    private final Attachments attachments;

    WorkOrderController(Lists lists, Reading reading, Showing showing, Attachments attachments) {
        this.lists = lists;
        this.reading = reading;
        this.showing = showing;
        this.attachments = attachments;
    }

    @GetMapping("/work-orders")
    Lists.Page list(@AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String view,
            @RequestParam(defaultValue = "") List<Status> status, @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String category, @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String channel, @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String due, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int size) {
        var filter = new Lists.Filter(view == null ? null : named(view), status, department, category, area, kind, level, channel,
                outcome, due, q, from, to);
        return lists.page(filter, actor, cursor, size);
    }

    @GetMapping("/work-orders/counts")
    Map<String, Integer> counts(@AuthenticationPrincipal Actor actor) {
        return lists.counts(actor).entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().path(), Map.Entry::getValue));
    }

    private static View named(String path) {
        return Arrays.stream(View.values()).filter(view -> view.path().equals(path)).findFirst().orElseThrow(() -> new NotFound("view", path));
    }

    @GetMapping("/work-orders/{id}")
    ResponseEntity<Reading.View> get(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return Calls.answer(reading.view(id, actor));
    }

    @GetMapping("/work-orders/by-number/{number}")
    ResponseEntity<Reading.View> byNumber(@PathVariable String number, @AuthenticationPrincipal Actor actor) {
        return get(reading.byNumber(number), actor);
    }

    /** 查看号码: needs a reason, which is kept. */
    @PostMapping("/work-orders/{id}/reveal")
    Contact reveal(@PathVariable UUID id, @RequestBody Reason reason, @AuthenticationPrincipal Actor actor) {
        return showing.contact(id, reason.reason(), actor);
    }

    @PostMapping(path = "/work-orders/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Attachments.Attachment attach(@PathVariable UUID id, @RequestParam MultipartFile file,
            @RequestParam(name = "public", defaultValue = "false") boolean isPublic, @AuthenticationPrincipal Actor actor) throws IOException {
        return attachments.add(id, String.valueOf(file.getOriginalFilename()), file.getBytes(), isPublic, actor);
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var content = attachments.content(id, actor);
        var disposition = ContentDisposition.attachment().filename(content.attachment().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(content.attachment().type())).body(new FileSystemResource(content.file()));
    }
}

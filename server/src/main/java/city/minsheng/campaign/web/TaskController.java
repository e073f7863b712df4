package city.minsheng.campaign.web;

import city.minsheng.campaign.Photos;
import city.minsheng.campaign.Views;
import city.minsheng.campaign.Sweeping;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Idempotency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a department does at its places, and what those who lead say to it. */
@RestController
@RequestMapping("/api/campaigns/tasks")
class TaskController {

    record Note(@Nullable String note) {}

    record Later(@Nullable LocalDate until, @Nullable String note) {}

    record Other(@Nullable String department, @Nullable String note) {}

    private final Views views;
    private final Sweeping sweeping;
    private final Photos photos;
    private final Idempotency idempotency;

    TaskController(Views views, Sweeping sweeping, Photos photos, Idempotency idempotency) {
        this.views = views;
        this.sweeping = sweeping;
        this.photos = photos;
        this.idempotency = idempotency;
    }

    @GetMapping
    List<Views.ShownTask> inbox(@AuthenticationPrincipal Actor actor) {
        return views.inbox(actor);
    }

    @GetMapping("/{id}")
    Views.ShownTask task(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return views.task(id, actor);
    }

    @PostMapping("/{id}/find")
    Views.ShownTask find(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.find(id, body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/clear")
    Views.ShownTask clear(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.clear(id, body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/fix")
    Views.ShownTask fix(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.fix(id, body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/leave")
    Views.ShownTask leave(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.leave(id, body.note(), actor).id(), actor);
    }

    /** Of what is settled: look again, or do it again. */
    @PostMapping("/{id}/send-back")
    Views.ShownTask sendBack(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.sendBack(id, body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/drop")
    Views.ShownTask drop(@PathVariable UUID id, @RequestBody Note body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.drop(id, body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/extend")
    Views.ShownTask extend(@PathVariable UUID id, @RequestBody Later body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.extend(id, body.until(), body.note(), actor).id(), actor);
    }

    @PostMapping("/{id}/reassign")
    Views.ShownTask reassign(@PathVariable UUID id, @RequestBody Other body, @AuthenticationPrincipal Actor actor) {
        return views.task(sweeping.reassign(id, body.department(), body.note(), actor).id(), actor);
    }

    @PostMapping(path = "/{id}/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Photos.Photo add(@PathVariable UUID id, @RequestParam MultipartFile file, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) throws IOException {
        var bytes = file.getBytes();
        return idempotency.once(key, actor.username(), id + " photo " + Arrays.hashCode(bytes), Photos.Photo.class,
                () -> photos.add(id, String.valueOf(file.getOriginalFilename()), bytes, actor));
    }

    /** A picture written by us, never a page. */
    @GetMapping("/photos/{id}")
    ResponseEntity<Resource> photo(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var content = photos.content(id, actor);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(content.photo().name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'").header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(content.photo().type())).body(new FileSystemResource(content.file()));
    }
}

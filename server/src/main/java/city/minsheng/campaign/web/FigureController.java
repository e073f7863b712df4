package city.minsheng.campaign.web;

import city.minsheng.campaign.CampaignPapers;
import city.minsheng.campaign.Effect;
import city.minsheng.campaign.Evidence;
import city.minsheng.campaign.Measuring;
import city.minsheng.campaign.Views;
import city.minsheng.directory.Actor;
import city.minsheng.workorder.Row;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists behind the figures, and the papers. */
@RestController
@RequestMapping("/api/campaigns/{id}")
class FigureController {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private final Views views;
    private final CampaignPapers papers;

    FigureController(Views views, CampaignPapers papers) {
        this.views = views;
        this.papers = papers;
    }

    /** @param back so many years earlier */
    @GetMapping("/evidence")
    List<Row> evidence(@PathVariable UUID id, @RequestParam(defaultValue = "0") int back, @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String department, @RequestParam(required = false) @Nullable String place, @AuthenticationPrincipal Actor actor) {
        return views.evidence(id, new Evidence.Filter(back, day, department, place), actor);
    }

    @GetMapping("/calls")
    List<Row> calls(@PathVariable UUID id, @RequestParam(required = false) Effect.@Nullable Period period, @RequestParam(required = false) @Nullable Boolean swept,
            @RequestParam(required = false) @Nullable LocalDate week, @AuthenticationPrincipal Actor actor) {
        return views.calls(id, new Measuring.Filter(period, swept, week), actor);
    }

    @GetMapping("/notice")
    ResponseEntity<byte[]> notice(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return download(papers.notice(id, actor), "notice-" + id.toString().substring(0, 8) + ".docx");
    }

    @GetMapping("/report")
    ResponseEntity<byte[]> report(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return download(papers.report(id, actor), "report-" + id.toString().substring(0, 8) + ".docx");
    }

    private static ResponseEntity<byte[]> download(byte[] paper, String name) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .contentType(WORD).body(paper);
    }
}

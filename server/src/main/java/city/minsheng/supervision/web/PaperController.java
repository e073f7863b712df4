package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Papers;
import city.minsheng.supervision.PdfPapers;
import city.minsheng.supervision.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
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

/** Papers as downloads. No name of a citizen stands in them or in their file names. */
@RestController
@RequestMapping("/api/supervision")
class PaperController {

    private static final MediaType WORD = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private final Papers papers;
    private final PdfPapers pdf;
    private final CitySettings city;
    private final Clock clock;

    PaperController(Papers papers, PdfPapers pdf, CitySettings city, Clock clock) {
        this.papers = papers;
        this.pdf = pdf;
        this.city = city;
        this.clock = clock;
    }

    @GetMapping("/measures/{id}/document")
    ResponseEntity<byte[]> measure(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return download(papers.measure(id, actor), WORD, "measure-" + id.toString().substring(0, 8) + ".docx");
    }

    @GetMapping("/measures/{id}/pdf")
    ResponseEntity<byte[]> measurePdf(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return download(pdf.measure(id, actor), MediaType.APPLICATION_PDF, "measure-" + id.toString().substring(0, 8) + ".pdf");
    }

    @GetMapping("/daily-sheet")
    ResponseEntity<byte[]> sheet(@RequestParam(required = false) @Nullable LocalDate day, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        var of = orToday(day);
        return download(papers.dailySheet(of), WORD, "daily-sheet-" + of + ".docx");
    }

    @GetMapping("/daily-sheet/pdf")
    ResponseEntity<byte[]> sheetPdf(@RequestParam(required = false) @Nullable LocalDate day, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        var of = orToday(day);
        return download(pdf.dailySheet(of), MediaType.APPLICATION_PDF, "daily-sheet-" + of + ".pdf");
    }

    /** What is on it, to be shown and printed. */
    @GetMapping("/daily-sheet/figures")
    Sheet figures(@RequestParam(required = false) @Nullable LocalDate day, @AuthenticationPrincipal Actor actor) {
        supervises(actor);
        return papers.sheet(orToday(day));
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.ofInstant(clock.instant(), city.zone()) : day;
    }

    private static void supervises(Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
    }

    private static ResponseEntity<byte[]> download(byte[] paper, MediaType type, String name) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .contentType(type).body(paper);
    }
}

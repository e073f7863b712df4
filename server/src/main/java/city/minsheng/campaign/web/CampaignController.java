package city.minsheng.campaign.web;

import city.minsheng.campaign.Campaign;
import city.minsheng.campaign.Concluding;
import city.minsheng.campaign.Evidence;
import city.minsheng.campaign.Listing;
import city.minsheng.campaign.Organising;
import city.minsheng.campaign.Initiating;
import city.minsheng.campaign.Views;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Idempotency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

/** Proposals, plans, places, beginning and end. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignController {

    record Said(@Nullable String words) {}

    record Like(@Nullable String kind) {}

    record End(@Nullable String conclusion, @Nullable String script) {}

    record Year(int year, List<Views.Month> months) {}

    private final Initiating initiating;
    private final Organising organising;
    private final Listing listing;
    private final Concluding concluding;
    private final Views views;
    private final Idempotency idempotency;

    CampaignController(Initiating initiating, Organising organising, Listing listing, Concluding concluding, Views views, Idempotency idempotency) {
        this.initiating = initiating;
        this.organising = organising;
        this.listing = listing;
        this.concluding = concluding;
        this.views = views;
        this.idempotency = idempotency;
    }

    @GetMapping
    List<Views.Line> list(@AuthenticationPrincipal Actor actor) {
        return views.list(actor);
    }

    @GetMapping("/{id}")
    Views.View view(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return views.view(id, actor);
    }

    /** 每月一题. */
    @GetMapping("/months")
    Year months(@RequestParam(required = false) @Nullable Integer year, @AuthenticationPrincipal Actor actor) {
        int of = year == null ? views.thisYear() : year;
        return new Year(of, views.months(of, actor));
    }

    /** For the agents' right column. */
    @GetMapping("/scripts")
    List<Concluding.Script> scripts() {
        return concluding.scripts();
    }

    /** What a proposal would rest on; nothing is written. */
    @PostMapping("/preview")
    Evidence.Shown preview(@RequestBody Initiating.Proposal proposal, @AuthenticationPrincipal Actor actor) {
        return initiating.preview(proposal, actor);
    }

    @PostMapping
    Campaign propose(@RequestBody Initiating.Proposal proposal, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), proposal, Campaign.class, () -> initiating.propose(proposal, actor));
    }

    @PostMapping("/{id}/approve")
    Views.View approve(@PathVariable UUID id, @RequestBody Said said, @AuthenticationPrincipal Actor actor) {
        initiating.approve(id, said.words(), actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/decline")
    Views.View decline(@PathVariable UUID id, @RequestBody Said said, @AuthenticationPrincipal Actor actor) {
        initiating.decline(id, said.words(), actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/plan")
    Views.View plan(@PathVariable UUID id, @RequestBody Organising.Wish wish, @AuthenticationPrincipal Actor actor) {
        organising.plan(id, wish, actor);
        return views.view(id, actor);
    }

    @GetMapping("/places/kinds")
    List<Listing.Like> kinds() {
        return listing.kinds();
    }

    @PostMapping("/{id}/places/like")
    Listing.Taken like(@PathVariable UUID id, @RequestBody Like like, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), id + " like " + like, Listing.Taken.class, () -> listing.addLike(id, like.kind(), actor));
    }

    @PostMapping(path = "/{id}/places/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Listing.Taken take(@PathVariable UUID id, @RequestParam MultipartFile file, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) throws IOException {
        var content = file.getBytes();
        return idempotency.once(key, actor.username(), id + " places " + Arrays.hashCode(content), Listing.Taken.class,
                () -> listing.take(id, new String(content, StandardCharsets.UTF_8), actor));
    }

    @PostMapping("/{id}/start")
    Views.View start(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        organising.start(id, actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/announce")
    Views.View announce(@PathVariable UUID id, @RequestBody Organising.Announcement announcement, @AuthenticationPrincipal Actor actor) {
        organising.announce(id, announcement, actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/finish")
    Views.View finish(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        organising.finish(id, actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/close")
    Views.View close(@PathVariable UUID id, @RequestBody End end, @AuthenticationPrincipal Actor actor) {
        concluding.close(id, end.conclusion(), end.script(), actor);
        return views.view(id, actor);
    }

    @PostMapping("/{id}/stop")
    Views.View stop(@PathVariable UUID id, @RequestBody Said said, @AuthenticationPrincipal Actor actor) {
        organising.stop(id, said.words(), actor);
        return views.view(id, actor);
    }
}

package city.minsheng.gap.web;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.gap.Gaps;
import city.minsheng.gap.Mining;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.NotYours;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 知识缺口, for those who may write and see the whole city. */
@RestController
@RequestMapping("/api/gaps")
class GapController {

    record Named(String name, String english) {}

    record Line(UUID id, String topic, @Nullable Named category, String owner, @Nullable String ownerName, int transferred, int answered, int searches, int saves,
            String reply, @Nullable String article, String state, List<Gaps.Behind> orders) {}

    record Shown(int days, @Nullable Instant countedAt, Gaps.Figures figures, List<Line> gaps) {}

    record Drafted(String code) {}

    private static final int DAYS = 90;
    private final Gaps gaps;
    private final Mining mining;
    private final Departments departments;
    private final Catalogue catalogue;
    private final Idempotency idempotency;

    GapController(Gaps gaps, Mining mining, Departments departments, Catalogue catalogue, Idempotency idempotency) {
        this.gaps = gaps;
        this.mining = mining;
        this.departments = departments;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
    }

    @GetMapping
    Shown show(@AuthenticationPrincipal Actor actor) {
        check(actor);
        return new Shown(DAYS, gaps.countedAt(), gaps.figures(), gaps.open().stream().map(this::line).toList());
    }

    /** The job counts by itself; whoever has just imported or written does not want to wait for it. */
    @PostMapping("/count")
    Shown count(@AuthenticationPrincipal Actor actor) {
        check(actor);
        mining.count();
        return show(actor);
    }

    @PostMapping("/{id}/draft")
    Drafted draft(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        check(actor);
        return idempotency.once(key, actor.username(), "gap " + id, Drafted.class, () -> new Drafted(gaps.draft(id, actor)));
    }

    @PostMapping("/{id}/close")
    void close(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        check(actor);
        gaps.close(id);
    }

    private Line line(Gaps.Gap gap) {
        var category = catalogue.category(gap.category()).map(known -> new Named(known.name(), known.english())).orElse(null);
        return new Line(gap.id(), gap.topic(), category, gap.owner(), departments.nameOf(gap.owner()), gap.transferred(), gap.answered(), gap.searches(), gap.saves(),
                gap.reply(), gap.article(), gap.state(), gap.orders());
    }

    private static void check(Actor actor) {
        if (List.of(Role.SUPERVISOR, Role.ANALYST, Role.EXPERT, Role.DISPATCHER, Role.ADMINISTRATOR).stream().noneMatch(actor::is)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

package city.minsheng.telephony.web;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Idempotency;
import city.minsheng.platform.Invalid;
import city.minsheng.telephony.CallBackList;
import city.minsheng.telephony.CallLog;
import city.minsheng.telephony.Figures;
import city.minsheng.telephony.Flags;
import city.minsheng.telephony.Ratings;
import city.minsheng.telephony.Recordings;
import city.minsheng.telephony.SeatView;
import city.minsheng.telephony.Wall;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
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

/** Calls that were, and what comes of them: log, recordings, flags, call-backs, reviews, figures, the wall. */
@RestController
@RequestMapping("/api/telephony")
class CallController {

    record Why(@Nullable String reason, @Nullable UUID order) {}

    record Raised(List<Flags.Flag> flags) {}

    private final CallLog log;
    private final Recordings recordings;
    private final Flags flags;
    private final CallBackList callBacks;
    private final Ratings ratings;
    private final Figures figures;
    private final Wall wall;
    private final Idempotency idempotency;

    CallController(CallLog log, Recordings recordings, Flags flags, CallBackList callBacks, Ratings ratings, Figures figures, Wall wall, Idempotency idempotency) {
        this.log = log;
        this.recordings = recordings;
        this.flags = flags;
        this.callBacks = callBacks;
        this.ratings = ratings;
        this.figures = figures;
        this.wall = wall;
        this.idempotency = idempotency;
    }

    @GetMapping("/calls")
    List<CallLog.Row> calls(@RequestParam(required = false) @Nullable String agent, @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String queue, @RequestParam(required = false) @Nullable String end,
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String what, @AuthenticationPrincipal Actor actor) {
        return log.find(new CallLog.Filter(agent, group, queue, end, from, to, what), actor);
    }

    @GetMapping("/calls/{id}")
    CallLog.Whole call(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return log.whole(id, actor);
    }

    @PostMapping("/recordings/{id}/plays")
    Recordings.Play play(@PathVariable UUID id, @RequestBody Why why, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), id + " " + why, Recordings.Play.class, () -> recordings.play(id, why.reason(), why.order(), actor));
    }

    @GetMapping("/plays/{id}")
    ResponseEntity<Resource> sound(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("audio/wav")).cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(recordings.file(id, actor)));
    }

    @PostMapping("/flags")
    Raised flag(@RequestBody Flags.NewFlag flag, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), "flag " + flag, Raised.class, () -> new Raised(flags.raise(flag, actor)));
    }

    @PostMapping("/flags/{id}/lift")
    void lift(@PathVariable String id, @RequestBody Why why, @AuthenticationPrincipal Actor actor) {
        if (!id.matches("\\d{1,18}")) {
            throw new city.minsheng.platform.NotFound("flag", id);
        }
        flags.lift(Long.parseLong(id), why.reason(), actor);
    }

    @GetMapping("/call-backs")
    List<CallBackList.Entry> callBacks(@RequestParam(defaultValue = "OPEN") String state, @AuthenticationPrincipal Actor actor) {
        return callBacks.list(!state.equals("DONE"), actor);
    }

    @PostMapping("/call-backs/{id}/call")
    SeatView callBack(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        return callBacks.call(id, key, actor);
    }

    @PostMapping("/call-backs/{id}/close")
    void close(@PathVariable UUID id, @RequestBody CallBackList.Closing closing, @AuthenticationPrincipal Actor actor) {
        callBacks.close(id, closing, actor);
    }

    @GetMapping("/reviews")
    List<Ratings.Review> reviews(@RequestParam(defaultValue = "OPEN") String state, @AuthenticationPrincipal Actor actor) {
        return ratings.reviews(!state.equals("DONE"), actor);
    }

    @PostMapping("/reviews/{id}/resolve")
    void resolve(@PathVariable UUID id, @RequestBody Ratings.Resolution resolution, @AuthenticationPrincipal Actor actor) {
        ratings.resolve(id, resolution, actor);
    }

    @GetMapping("/figures")
    Figures.Shown figures(@RequestParam(defaultValue = "agent") String by, @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to, @AuthenticationPrincipal Actor actor) {
        if (!Arrays.asList("agent", "group").contains(by)) {
            throw new Invalid("/by", "choice");
        }
        return figures.show(by.equals("group"), from, to, actor);
    }

    @GetMapping("/wall")
    Wall.Shown wall() {
        return wall.show();
    }
}

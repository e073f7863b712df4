package city.minsheng.telephony.web;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.telephony.Commands;
import city.minsheng.telephony.Directory;
import city.minsheng.telephony.Hall;
import city.minsheng.telephony.SeatState;
import city.minsheng.telephony.SeatView;
import city.minsheng.telephony.Target;
import city.minsheng.telephony.Transferring;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 话务条: what a person does at the own seat. Each call answers with the seat as it is then. */
@RestController
@RequestMapping("/api/telephony/seat")
class SeatController {

    record SignIn(@Nullable String seat) {}

    record State(@Nullable SeatState state, @Nullable String reason) {}

    record Consult(Directory.@Nullable Wish target) {}

    record Transfer(Directory.@Nullable Wish target, @Nullable String notes) {}

    record Notes(@Nullable String notes) {}

    /** @param mode THREE_WAY: all speak together; TRANSFER: the agent leaves once the service is there */
    record Emergency(@Nullable String service, @Nullable String place, @Nullable String summary, @Nullable String mode) {}

    record Keys(@Nullable String digits) {}

    record WrapUp(@Nullable String code, @Nullable String note, boolean done) {}

    record Expert(@Nullable String queue, @Nullable String notes) {}

    private static final Set<SeatState> ASKED_FOR = Set.of(SeatState.READY, SeatState.NOT_READY, SeatState.BREAK, SeatState.TRAINING);
    private static final int LONG = 500;
    private final Hall hall;
    private final Directory directory;
    private final Transferring transferring;

    SeatController(Hall hall, Directory directory, Transferring transferring) {
        this.hall = hall;
        this.directory = directory;
        this.transferring = transferring;
    }

    @GetMapping
    SeatView seat(@AuthenticationPrincipal Actor actor) {
        return hall.view(actor);
    }

    @PostMapping("/sign-in")
    SeatView signIn(@RequestBody SignIn body, @AuthenticationPrincipal Actor actor) {
        return hall.signIn(actor, body.seat());
    }

    @PostMapping("/sign-out")
    SeatView signOut(@AuthenticationPrincipal Actor actor) {
        return hall.at(actor, Commands::signOut);
    }

    @PostMapping("/state")
    SeatView state(@RequestBody State body, @AuthenticationPrincipal Actor actor) {
        if (body.state() == null || !ASKED_FOR.contains(body.state())) {
            throw new Invalid("/state", "required");
        }
        if (body.state() == SeatState.BREAK && (body.reason() == null || body.reason().isBlank())) {
            throw new Invalid("/reason", "required");
        }
        return hall.at(actor, (commands, seat) -> commands.state(seat, body.state(), body.reason()));
    }

    private SeatView at(Actor actor, BiConsumer<Commands, String> work) {
        return hall.at(actor, work);
    }

    @PostMapping("/answer")
    SeatView answer(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::answer);
    }

    @PostMapping("/refuse")
    SeatView refuse(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::refuse);
    }

    @PostMapping("/hang-up")
    SeatView hangUp(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::hangUp);
    }

    @PostMapping("/hold")
    SeatView hold(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.hold(seat, true));
    }

    @PostMapping("/unhold")
    SeatView unhold(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.hold(seat, false));
    }

    @PostMapping("/mute")
    SeatView mute(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.mute(seat, true));
    }

    @PostMapping("/unmute")
    SeatView unmute(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.mute(seat, false));
    }

    @PostMapping("/consult")
    SeatView consult(@RequestBody Consult body, @AuthenticationPrincipal Actor actor) {
        var target = directory.target(body.target());
        return at(actor, (commands, seat) -> commands.consult(seat, target));
    }

    @PostMapping("/complete-transfer")
    SeatView completeTransfer(@RequestBody(required = false) @Nullable Notes body, @AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.completeTransfer(seat, words(body == null ? null : body.notes(), "/notes")));
    }

    @PostMapping("/conference")
    SeatView conference(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::conference);
    }

    @PostMapping("/drop-consult")
    SeatView dropConsult(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::dropConsult);
    }

    @PostMapping("/transfer")
    SeatView transfer(@RequestBody Transfer body, @AuthenticationPrincipal Actor actor) {
        return transferring.transfer(directory.target(body.target()), words(body.notes(), "/notes"), actor);
    }

    @PostMapping("/book-expert")
    SeatView bookExpert(@RequestBody Expert body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        if (body.queue() == null) {
            throw new Invalid("/queue", "required");
        }
        var target = directory.target(new Directory.Wish(null, body.queue(), null, null));
        return transferring.book(target, words(body.notes(), "/notes"), key, actor);
    }

    @PostMapping("/emergency")
    SeatView emergency(@RequestBody Emergency body, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @AuthenticationPrincipal Actor actor) {
        Target service = directory.emergency(body.service());
        var place = words(body.place(), "/place");
        var summary = words(body.summary(), "/summary");
        boolean transfer = "TRANSFER".equals(body.mode());
        return hall.once(key, actor, (commands, seat) -> commands.emergency(seat, service, place, summary, transfer));
    }

    @PostMapping("/keys")
    SeatView keys(@RequestBody Keys body, @AuthenticationPrincipal Actor actor) {
        if (body.digits() == null || !body.digits().matches("[0-9*#]{1,32}")) {
            throw new Invalid("/digits", "required");
        }
        return at(actor, (commands, seat) -> commands.keys(seat, body.digits()));
    }

    @PostMapping("/recording/pause")
    SeatView pauseRecording(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.pauseRecording(seat, true));
    }

    @PostMapping("/recording/resume")
    SeatView resumeRecording(@AuthenticationPrincipal Actor actor) {
        return at(actor, (commands, seat) -> commands.pauseRecording(seat, false));
    }

    @PostMapping("/wrap-up")
    SeatView wrapUp(@RequestBody WrapUp body, @AuthenticationPrincipal Actor actor) {
        if (body.code() != null && !directory.isWrapUpCode(body.code())) {
            throw new Invalid("/code", "choice");
        }
        return at(actor, (commands, seat) -> commands.wrapUp(seat, body.code(), body.note() == null ? null : words(body.note(), "/note"), body.done()));
    }

    @PostMapping("/wrap-up/extend")
    SeatView extendWrapUp(@AuthenticationPrincipal Actor actor) {
        return at(actor, Commands::extendWrapUp);
    }

    private static String words(@Nullable String said, String pointer) {
        new Invalid.Check().atMost(said, LONG, pointer).done();
        return said == null ? "" : said.strip();
    }
}

package city.minsheng.telephony.web;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Invalid;
import city.minsheng.telephony.Commands;
import city.minsheng.telephony.Directory;
import city.minsheng.telephony.Hall;
import city.minsheng.telephony.HallRules;
import city.minsheng.telephony.HallQueue;
import city.minsheng.telephony.Leading;
import city.minsheng.telephony.SeatState;
import city.minsheng.telephony.SeatView;
import city.minsheng.telephony.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hall as a whole: what there is to choose from, whom one can call, and what a team lead does. */
@RestController
@RequestMapping("/api/telephony")
class HallController {

    record Queue(String code, String name, String english, HallQueue.Kind kind) {}

    record Emergency(String number, String name, String english) {}

    record Options(boolean on, List<Queue> queues, List<HallRules.Code> wrapUpCodes, List<HallRules.Code> breakReasons, List<Emergency> emergencies,
            long ringSeconds, long wrapUpSeconds, long ratingSeconds, boolean maySit, boolean lead, boolean demo) {}

    record Ear(Switch.@Nullable Ear kind) {}

    record Forced(@Nullable SeatState state) {}

    private final Hall hall;
    private final HallRules data;
    private final Directory directory;
    private final Leading leading;
    private final city.minsheng.telephony.HallSettings settings;
    private final boolean demo;

    HallController(Hall hall, HallRules data, Directory directory, Leading leading, Environment properties, @Value("${minsheng.demo:false}") boolean demo) {
        this.hall = hall;
        this.data = data;
        this.directory = directory;
        this.leading = leading;
        this.settings = city.minsheng.telephony.HallSettings.of(properties);
        this.demo = demo;
    }

    @GetMapping("/options")
    Options options(@AuthenticationPrincipal Actor actor) {
        return new Options(hall.isOpen(), data.queues().stream().map(queue -> new Queue(queue.code(), queue.name(), queue.english(), queue.kind())).toList(),
                data.codes("WRAP_UP"), data.codes("BREAK"),
                data.codes("EMERGENCY").stream().map(code -> new Emergency(code.code(), code.name(), code.english())).toList(),
                settings.ring().toSeconds(), settings.wrapUp().toSeconds(), settings.rating().toSeconds(), HallRules.maySit(actor), data.isLead(actor), demo);
    }

    @GetMapping("/directory")
    List<Directory.Entry> directory(@RequestParam(defaultValue = "") String q) {
        return directory.find(q);
    }

    @GetMapping("/seats")
    List<Leading.SeatRow> seats(@AuthenticationPrincipal Actor actor) {
        return leading.seats(actor);
    }

    @PostMapping("/seats/{id}/ear")
    SeatView ear(@PathVariable String id, @RequestBody Ear body, @AuthenticationPrincipal Actor actor) {
        if (body.kind() == null) {
            throw new Invalid("/kind", "required");
        }
        return leading.lead(actor, (commands, seat) -> commands.ear(seat, id, body.kind()));
    }

    @PostMapping("/seats/{id}/ear/end")
    SeatView endEar(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        return leading.lead(actor, Commands::endEar);
    }

    @PostMapping("/seats/{id}/take-over")
    SeatView takeOver(@PathVariable String id, @AuthenticationPrincipal Actor actor) {
        return leading.lead(actor, (commands, seat) -> commands.takeOver(seat, id));
    }

    @PostMapping("/seats/{id}/state")
    List<Leading.SeatRow> force(@PathVariable String id, @RequestBody Forced body, @AuthenticationPrincipal Actor actor) {
        if (body.state() == null) {
            throw new Invalid("/state", "required");
        }
        return leading.force(id, body.state(), actor);
    }
}

package city.minsheng.desk;

import city.minsheng.directory.Actor;
import city.minsheng.platform.Event;
import city.minsheng.platform.Json;
import city.minsheng.platform.OncePerNode;
import city.minsheng.telephony.HallWatcher;
import city.minsheng.telephony.SeatView;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells the open screens of this node what has changed, within a second of the commit. What many are told is written
 * down once, and no screen waits for another.
 */
@Component
public class Live implements OncePerNode, HallWatcher {

    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    Live(Clock clock) {
        this.clock = clock;
    }

    public SseEmitter open(Actor actor) {
        return open(actor, new SseEmitter(0L));
    }

    SseEmitter open(Actor actor, SseEmitter emitter) {
        var screen = new Screen(actor, emitter, screens::remove);
        emitter.onCompletion(() -> screens.remove(screen));
        emitter.onTimeout(() -> screens.remove(screen));
        emitter.onError(e -> screens.remove(screen));
        screens.add(screen);
        screen.tell("hello", Json.write(Map.of("now", clock.instant())));
        return emitter;
    }

    @Override
    public void hear(Event event) {
        if (!event.kind().startsWith("work-order.")) {
            return;
        }
        var written = new HashMap<Map<String, Object>, String>();
        for (var screen : screens) {
            screen.tell("work-order", written.computeIfAbsent(words(event, screen.actor()), Json::write));
        }
    }

    /** A call rings on the screens of the one at whose seat it rings, and on no other. */
    @Override
    public void seat(String username, SeatView seat) {
        var there = screens.stream().filter(screen -> screen.actor().username().equals(username)).toList();
        if (!there.isEmpty()) {
            var written = Json.write(seat);
            there.forEach(screen -> screen.tell("seat", written));
        }
    }

    @Override
    public void hall(SeatView.HallView hall) {
        var written = Json.write(hall);
        screens.forEach(screen -> screen.show("hall", written));
    }

    /** Whom it does not concern learns only that something with this id is newer. */
    private static Map<String, Object> words(Event event, Actor actor) {
        var data = event.data();
        var lead = data.path("lead").asString("");
        var version = data.path("version").asInt();
        if (!actor.seesWholeCity() && !actor.scope().contains(lead)) {
            return Map.of("id", event.subject(), "version", version);
        }
        return Map.of("id", event.subject(), "number", data.path("number").asString(""), "version", version,
                "status", data.path("status").asString(""), "action", data.path("action").asString(""),
                "by", data.path("by").asString(""), "byName", data.path("byName").asString(""), "at", event.at(),
                "level", data.path("level").asString(""), "department", lead);
    }

    /** A line of comment keeps the way open through whatever stands between. */
    @Scheduled(fixedDelay = 15_000)
    void beat() {
        screens.forEach(Screen::beat);
    }
}

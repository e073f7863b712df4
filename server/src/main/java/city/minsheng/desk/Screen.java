package city.minsheng.desk;

import city.minsheng.directory.Actor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. What it is told waits here until it has taken what came before: a page that does not read keeps nobody
 * else waiting, and where it could not keep up it finds the newest picture and not all that it has missed.
 */
final class Screen {

    /** Whoever has not taken so much is gone, or opens the line again and looks afresh. */
    private static final int MOST = 1000;

    /** @param picture its name, where only the newest of its name counts */
    private record Telling(@Nullable String picture, SseEmitter.SseEventBuilder event) {}

    private final Actor actor;
    private final SseEmitter emitter;
    private final Consumer<Screen> gone;
    private final ArrayDeque<Telling> waiting = new ArrayDeque<>();
    private boolean telling;

    Screen(Actor actor, SseEmitter emitter, Consumer<Screen> gone) {
        this.actor = actor;
        this.emitter = emitter;
        this.gone = gone;
    }

    Actor actor() {
        return actor;
    }

    void tell(String name, String json) {
        add(new Telling(null, SseEmitter.event().name(name).data(json)));
    }

    void show(String picture, String json) {
        add(new Telling(picture, SseEmitter.event().name(picture).data(json)));
    }

    void beat() {
        add(new Telling("beat", SseEmitter.event().comment("beat")));
    }

    private synchronized void add(Telling next) {
        if (next.picture() != null) {
            waiting.removeIf(older -> next.picture().equals(older.picture()));
        }
        waiting.add(next);
        if (waiting.size() > MOST) {
            waiting.clear();
            gone.accept(this);
            Thread.ofVirtual().start(emitter::complete); // which waits for what is on its way
        } else if (!telling) {
            telling = true;
            Thread.ofVirtual().name("screen").start(this::tellAll);
        }
    }

    private void tellAll() {
        for (var next = next(); next != null; next = next()) {
            try {
                emitter.send(next.event());
            } catch (IOException | IllegalStateException closed) {
                gone.accept(this);
            }
        }
    }

    private synchronized @Nullable Telling next() {
        var next = waiting.poll();
        telling = next != null;
        return next;
    }
}

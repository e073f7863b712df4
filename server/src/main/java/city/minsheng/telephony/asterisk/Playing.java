package city.minsheng.telephony.asterisk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prompts. Each one that was asked for ends once, also where it could not be played or its leg has gone. */
final class Playing {

    private final Requests requests;
    private final Lines lines;
    private final AsteriskPlace place;
    private final Map<String, Played> playing = new HashMap<>();

    private record Played(String leg, Runnable then) {}

    Playing(Requests requests, Lines lines, AsteriskPlace place) {
        this.requests = requests;
        this.lines = lines;
        this.place = place;
    }

    /** @param then what is done when it has ended, however */
    void play(String leg, List<String> prompts, String id, Runnable then) {
        if (playing.putIfAbsent(id, new Played(leg, then)) != null) {
            return;
        }
        var media = prompts.stream().map(place::prompt).filter(Objects::nonNull).toList();
        if (media.isEmpty()) {
            finished(id);
            return;
        }
        requests.post("channels/" + leg + "/play/" + id, Map.of("media", media)).thenAccept(answer -> {
            if (!answer.isGood()) {
                finished(id);
            }
        });
    }

    void stop(String id) {
        if (playing.containsKey(id)) {
            requests.delete("playbacks/" + id);
        }
    }

    void finished(String id) {
        var played = playing.remove(id);
        if (played != null) {
            lines.resumeMusic(played.leg());
            played.then().run();
        }
    }

    void gone(String leg) {
        playing.entrySet().stream().filter(entry -> entry.getValue().leg().equals(leg)).map(Map.Entry::getKey).toList().forEach(this::finished);
    }

    void forgetAll() {
        List.copyOf(playing.keySet()).forEach(this::finished);
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Recording of a conversation by Asterisk itself: it goes on without us. Chosen over MixMonitor because it can be muted
 * for personal data with silence in its place, and begins with the conversation and not with the waiting; it costs
 * about a seventh more.
 *
 * <p>Where nobody but the recorder is left in a bridge, as while a consultation goes on beside it, Asterisk sends the
 * recorder away too, and does not say so. It is asked again when somebody returns, and goes on in the same file.
 */
final class Recordings {

    private static final int HEADER = 44;
    private static final int NOT_THERE = 404;
    private static final int RUNS_ALREADY = 409;
    private static final int BYTES_PER_MS = 16; // 8 kHz, 16 bit, one channel

    private final Requests requests;
    private final Bridges bridges;
    private final AsteriskPlace place;
    private final Consumer<SwitchEvent> tell;
    /** What was begun and has not been told as ready: name → conversation. */
    private final Map<String, String> wanted = new HashMap<>();
    private final Set<String> ending = new HashSet<>();
    private final Set<String> paused = new HashSet<>();

    Recordings(Requests requests, Bridges bridges, AsteriskPlace place, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.bridges = bridges;
        this.place = place;
        this.tell = tell;
    }

    void start(String conversation, String name) {
        wanted.put(name, conversation);
        record(conversation, name);
    }

    private void record(String conversation, String name) {
        requests.post("bridges/" + bridges.of(conversation) + "/record", Map.of("name", name, "format", "wav", "ifExists", "append")).thenAccept(answer -> {
            if (answer.isGood() && paused.contains(name)) {
                pause(name);
            } else if (!answer.isGood() && answer.status() != 0 && answer.status() != RUNS_ALREADY) {
                end(name, answer.body().path("message").asString("status " + answer.status()));
            }
        });
    }

    void pause(String name) {
        paused.add(name);
        requests.post("recordings/live/" + name + "/mute", Map.of());
    }

    void resume(String name) {
        paused.remove(name);
        requests.delete("recordings/live/" + name + "/mute");
    }

    void stop(String name) {
        boolean ours = wanted.containsKey(name) && ending.add(name);
        requests.post("recordings/live/" + name + "/stop", Map.of()).thenAccept(answer -> {
            if (ours && answer.status() == NOT_THERE) {
                end(name, "nothing was recorded");
            }
        });
    }

    /** Somebody is heard again in a conversation in which nobody was. */
    void entered(String conversation) {
        of(conversation).filter(name -> !ending.contains(name)).forEach(name -> record(conversation, name));
    }

    /** Everybody has left it. */
    void over(String conversation) {
        of(conversation).filter(name -> !ending.contains(name)).forEach(this::stop);
    }

    /** What has vanished while nobody watched has ended. */
    void know(Set<String> conversations) {
        Set.copyOf(wanted.values()).stream().filter(conversation -> !conversations.contains(conversation)).flatMap(this::of)
                .forEach(name -> end(name, "nothing was recorded"));
    }

    private Stream<String> of(String conversation) {
        return wanted.entrySet().stream().filter(one -> one.getValue().equals(conversation)).map(Map.Entry::getKey).toList().stream();
    }

    /** The conversations that are being recorded: of the files that still grow, Asterisk says where they come from. */
    CompletableFuture<Set<String>> running() {
        var conversations = new HashSet<String>();
        var asked = new ArrayList<CompletableFuture<?>>();
        for (var name : growing()) {
            asked.add(requests.get("recordings/live/" + name).thenAccept(answer -> {
                var from = answer.body().path("target_uri").asString("");
                if (from.startsWith("bridge:")) {
                    var conversation = Bridges.conversation(from.substring("bridge:".length()));
                    conversations.add(conversation);
                    wanted.put(name, conversation);
                }
            }));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(all -> conversations);
    }

    private List<String> growing() {
        var since = Instant.now().minusSeconds(10);
        try (var files = Files.list(place.recording("any").getParent())) {
            return files.filter(file -> file.toFile().lastModified() > since.toEpochMilli()).map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".wav")).map(name -> name.substring(0, name.length() - 4)).toList();
        } catch (IOException nothingThere) {
            return List.of();
        }
    }

    /** @param heard whether somebody can be heard in a conversation now */
    void finished(JsonNode recording, Predicate<String> heard) {
        var name = recording.path("name").asString("");
        var conversation = wanted.get(name);
        if (conversation == null || ending.contains(name)) {
            wanted.putIfAbsent(name, ""); // begun before we were away
            end(name, "nothing was recorded");
        } else if (heard.test(conversation)) {
            record(conversation, name);
        }
    }

    void failed(JsonNode recording) {
        var name = recording.path("name").asString("");
        forget(name);
        tell.accept(new SwitchEvent.RecordingFailed(name, recording.path("cause").asString("unknown")));
    }

    private boolean forget(String name) {
        ending.remove(name);
        paused.remove(name);
        return wanted.remove(name) != null;
    }

    /** Told once: there is a file, or there is none and that is why. */
    private void end(String name, String otherwise) {
        if (!forget(name)) {
            return;
        }
        var file = place.recording(name);
        try {
            tell.accept(new SwitchEvent.RecordingReady(name, file, Duration.ofMillis(Math.max(0, Files.size(file) - HEADER) / BYTES_PER_MS)));
        } catch (IOException notThere) {
            tell.accept(new SwitchEvent.RecordingFailed(name, otherwise));
        }
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.SwitchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Recording of a conversation by Asterisk itself: it goes on without us. Chosen over MixMonitor because it can be muted
 * for personal data with silence in its place, and begins with the conversation and not with the waiting; it costs
 * about a seventh more.
 */
final class Recordings {

    private static final int HEADER = 44;
    private static final int BYTES_PER_MS = 16; // 8 kHz, 16 bit, one channel

    private final Requests requests;
    private final AsteriskPlace place;
    private final Consumer<SwitchEvent> tell;

    Recordings(Requests requests, AsteriskPlace place, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.place = place;
        this.tell = tell;
    }

    void start(String conversation, String name) {
        requests.post("bridges/" + conversation + "/record", Map.of("name", name, "format", "wav", "ifExists", "fail")).thenAccept(answer -> {
            boolean begunAlready = answer.status() == 409 && Files.exists(place.recording(name));
            if (!answer.isGood() && answer.status() != 0 && !begunAlready) {
                tell.accept(new SwitchEvent.RecordingFailed(name, answer.body().path("message").asString("status " + answer.status())));
            }
        });
    }

    void pause(String name) {
        requests.post("recordings/live/" + name + "/mute", Map.of());
    }

    void resume(String name) {
        requests.delete("recordings/live/" + name + "/mute");
    }

    void stop(String name) {
        requests.post("recordings/live/" + name + "/stop", Map.of());
    }

    /** The conversations that are being recorded: of the files that still grow, Asterisk says where they come from. */
    CompletableFuture<Set<String>> running() {
        var conversations = new HashSet<String>();
        var asked = new ArrayList<CompletableFuture<?>>();
        for (var name : growing()) {
            asked.add(requests.get("recordings/live/" + name).thenAccept(answer -> {
                var from = answer.body().path("target_uri").asString("");
                if (from.startsWith("bridge:")) {
                    conversations.add(from.substring("bridge:".length()));
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

    void finished(JsonNode recording) {
        var name = recording.path("name").asString("");
        var file = place.recording(name);
        try {
            tell.accept(new SwitchEvent.RecordingReady(name, file, Duration.ofMillis(Math.max(0, Files.size(file) - HEADER) / BYTES_PER_MS)));
        } catch (IOException e) {
            tell.accept(new SwitchEvent.RecordingFailed(name, e.toString()));
        }
    }

    void failed(JsonNode recording) {
        tell.accept(new SwitchEvent.RecordingFailed(recording.path("name").asString(""), recording.path("cause").asString("unknown")));
    }
}

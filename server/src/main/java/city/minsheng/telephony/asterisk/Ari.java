package city.minsheng.telephony.asterisk;

import city.minsheng.platform.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One WebSocket to Asterisk. Requests are carried out in the order in which they are asked, so none needs to wait for
 * the one before. Everything is told on one thread.
 */
class Ari implements AutoCloseable {

    static final String APPLICATION = "minsheng";
    /** What is asked and told, in order, without what people say or dial: the way to the cause of a silent call. */
    private static final Logger LOG = LoggerFactory.getLogger(Ari.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** @param status as in HTTP; 0 where the connection was lost before the answer */
    record Answer(int status, JsonNode body) {

        static final Answer LOST = new Answer(0, MissingNode.getInstance());

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Who is told. */
    interface Listener {

        void connected();

        void event(JsonNode event);

        void lost(Instant lastHeard);

        /** Nobody is there, or somebody who does not know us. */
        void unreachable(Throwable why);
    }

    private final ScheduledExecutorService thread;
    private final Listener listener;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable Connection connection;
    private long asked;
    private volatile URI address = URI.create("ws://127.0.0.1");
    private volatile String authorization = "";

    Ari(ScheduledExecutorService thread, Listener listener) {
        this.thread = thread;
        this.listener = listener;
    }

    /** Told by {@link Listener#connected} or {@link Listener#unreachable}. */
    void connect(URI address, String user, String password) {
        this.address = address;
        authorization = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var fresh = new Connection();
        http.newWebSocketBuilder().header("Authorization", authorization).connectTimeout(PATIENCE)
                .buildAsync(address.resolve("/ari/events?app=" + APPLICATION), fresh)
                .whenComplete((socket, failure) -> thread.execute(() -> {
                    if (failure == null) {
                        begin(fresh);
                    } else {
                        listener.unreachable(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
                    }
                }));
    }

    private void begin(Connection fresh) {
        connection = fresh;
        fresh.watch();
        listener.connected();
    }

    boolean isConnected() {
        return connection != null;
    }

    /** Asks; what comes back is told on the thread. Without a connection the answer is lost at once. */
    CompletableFuture<Answer> ask(String method, String uri, @Nullable Map<String, ?> body) {
        var open = connection;
        if (open == null) {
            return CompletableFuture.completedFuture(Answer.LOST);
        }
        var id = Long.toString(++asked);
        var request = new LinkedHashMap<String, Object>(Map.of("type", "RESTRequest", "transaction_id", "m", "request_id", id,
                "method", method, "uri", uri));
        if (body != null) {
            request.put("content_type", "application/json");
            request.put("message_body", Json.write(body));
        }
        var answer = new CompletableFuture<Answer>();
        waiting.put(id, answer);
        LOG.debug("asked={} {} {}", id, method, uri);
        open.send(Json.write(request));
        return answer;
    }

    /** Reads something long on another way, which keeps no request waiting. Told on any thread. */
    CompletableFuture<JsonNode> fetch(String uri) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address.getAuthority() + "/ari/" + uri)).header("Authorization", authorization)
                .timeout(PATIENCE).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(answer -> Json.read(answer.body()));
    }

    private void hear(String text) {
        var message = Json.read(text);
        thread.execute(() -> {
            if (message.path("type").asString("").equals("RESTResponse")) {
                LOG.debug("answered={} {}", message.path("request_id").asString(""), message.path("status_code").asInt());
                answered(message);
            } else {
                LOG.debug("told={} {} {}", message.path("type").asString(""), message.path("channel").path("id").asString(""), message.path("bridge").path("id").asString(""));
                listener.event(message);
            }
        });
    }

    private void answered(JsonNode message) {
        var answer = waiting.remove(message.path("request_id").asString(""));
        if (answer != null) {
            var body = message.path("message_body").asString("");
            answer.complete(new Answer(message.path("status_code").asInt(), body.startsWith("{") || body.startsWith("[") ? Json.read(body) : MissingNode.getInstance()));
        }
    }

    private void lose(Connection which, Instant lastHeard) {
        if (connection != which) {
            return;
        }
        connection = null;
        forgetWaiting();
        listener.lost(lastHeard);
    }

    private void forgetWaiting() {
        var lost = Map.copyOf(waiting);
        waiting.clear();
        lost.values().forEach(answer -> answer.complete(Answer.LOST));
    }

    /** Nobody is told: it was our wish. */
    void disconnect() {
        var open = connection;
        connection = null;
        if (open != null) {
            open.abort();
        }
        forgetWaiting();
    }

    @Override
    public void close() {
        disconnect();
        http.shutdownNow();
    }

    /** From the handshake to the loss of the connection. */
    private final class Connection implements WebSocket.Listener {

        private final StringBuilder gathered = new StringBuilder();
        private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
        private volatile @Nullable WebSocket socket;
        private volatile Instant heard = Instant.now();

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            opened.request(1);
        }

        /** Only one text may be on its way: each waits for the one before. */
        synchronized void send(String text) {
            sent = sent.thenCompose(before -> socket == null ? CompletableFuture.<WebSocket>failedFuture(new IOException("closed")) : socket.sendText(text, true));
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard = Instant.now();
            gathered.append(part);
            if (last) {
                var text = gathered.toString();
                gathered.setLength(0);
                hear(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            heard = Instant.now();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ended();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended();
        }

        private void ended() {
            thread.execute(() -> lose(this, heard));
        }

        /** A process that has died closes the socket at once; one that hangs is found by its silence. */
        void watch() {
            if (connection != this) {
                return;
            }
            var open = socket;
            if (open == null || heard.plus(SILENCE).isBefore(Instant.now())) {
                abort();
                lose(this, heard);
                return;
            }
            open.sendPing(ByteBuffer.allocate(0));
            thread.schedule(this::watch, 500, TimeUnit.MILLISECONDS);
        }

        void abort() {
            var open = socket;
            if (open != null) {
                open.abort();
            }
        }
    }
}

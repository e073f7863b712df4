package city.minsheng.telephony.asterisk;

import city.minsheng.directory.Actor;
import city.minsheng.telephony.Hall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The way of a seat's SIP through our own origin: whoever is signed in at a seat, and from nowhere but our own pages.
 * Asterisk itself listens on this machine alone.
 */
class SeatSocket extends TextWebSocketHandler implements SubProtocolCapable {

    private static final Logger LOG = LoggerFactory.getLogger(SeatSocket.class);
    private static final int LONGEST = 64 * 1024;
    private static final int SEND_MS = 5000;
    private static final Pattern REGISTERED = Pattern.compile("(?im)^(?:To|t):[^\\r\\n]*sips?:([^@>;]+)@");

    private static final Pattern CALL = Pattern.compile("(?im)^(?:Call-ID|i):[ \\t]*(\\S+)");
    private static final Pattern BY_REGISTER = Pattern.compile("(?im)^CSeq:[ \\t]*\\d+[ \\t]+REGISTER");

    /** A name of this machine that nobody else uses: Asterisk takes others for the telephone network. */
    private static final byte[] OURS = {127, 0, 0, 2};

    private record Way(String username, String seat, WebSocketSession browser, Upstream asterisk) {}

    private final Hall hall;
    private final Asterisk line;
    private final URI asterisk;
    private final HttpClient http;
    private final Map<String, String> telephones = new ConcurrentHashMap<>();
    private final Map<String, Way> ways = new ConcurrentHashMap<>();

    SeatSocket(Hall hall, Asterisk line, AsteriskPlace place) throws IOException {
        this.hall = hall;
        this.line = line;
        this.asterisk = place.address().resolve("/ws");
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(InetAddress.getByAddress(OURS))
                .connectTimeout(Duration.ofSeconds(2)).build();
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("sip");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        var username = session.getPrincipal() instanceof Authentication known && known.getPrincipal() instanceof Actor actor ? actor.username() : "";
        var seat = hall.seatOf(username).orElse(null);
        if (seat == null) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("no seat"));
            return;
        }
        if (!line.isUp()) { // it comes again; sooner it would be refused, for its seat is not known there yet
            session.close(CloseStatus.SERVICE_RESTARTED);
            return;
        }
        session.setTextMessageSizeLimit(LONGEST);
        var browser = new ConcurrentWebSocketSessionDecorator(session, SEND_MS, LONGEST);
        var upstream = new Upstream(browser, said -> registered(seat, said));
        ways.put(session.getId(), new Way(username, seat, browser, upstream));
        http.newWebSocketBuilder().subprotocols("sip").buildAsync(asterisk, upstream).exceptionally(failure -> {
            LOG.info("seat={} telephone=unreachable", seat);
            close(browser, CloseStatus.SERVICE_RESTARTED);
            return null;
        });
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var way = ways.get(session.getId());
        if (way == null) {
            return;
        }
        if (!mayRegister(way.seat(), message.getPayload())) {
            close(session, CloseStatus.POLICY_VIOLATION.withReason("another seat"));
            return;
        }
        way.asterisk().send(message.getPayload());
    }

    /** The password guards it as well; but nobody even knocks at another seat's door. */
    static boolean mayRegister(String seat, String message) {
        if (!message.startsWith("REGISTER ")) {
            return true;
        }
        var whom = REGISTERED.matcher(message);
        return whom.find() && whom.group(1).equals(Seats.name(seat));
    }

    /** Each telephone registers under a name of its own (RFC 3261, 10.2) and keeps it when its line was lost for a moment. */
    private void registered(String seat, String said) {
        var telephone = telephone(said);
        if (telephone == null) {
            return;
        }
        var before = telephones.put(seat, telephone);
        if (before != null && !before.equals(telephone)) {
            line.renewed(seat);
        }
    }

    /** @return what it is called by, where this says that it is registered */
    static @Nullable String telephone(String said) {
        var named = CALL.matcher(said);
        return said.startsWith("SIP/2.0 200") && BY_REGISTER.matcher(said).find() && named.find() ? named.group(1) : null;
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var way = ways.remove(session.getId());
        if (way != null) {
            way.asterisk().close();
        }
    }

    /** Whoever has left the seat, or the house, has no telephone any more. */
    @Scheduled(fixedDelay = 15_000)
    void guard() {
        for (var way : ways.values()) {
            if (!hall.seatOf(way.username()).map(way.seat()::equals).orElse(false)) {
                close(way.browser(), CloseStatus.POLICY_VIOLATION.withReason("no seat"));
            }
        }
    }

    private static void close(WebSocketSession browser, CloseStatus status) {
        try {
            browser.close(status);
        } catch (IOException gone) {
            LOG.debug("telephone: {}", gone.toString());
        }
    }

    /** Asterisk's end. What the browser says before it is there waits. */
    private static final class Upstream implements WebSocket.Listener {

        private final WebSocketSession browser;
        private final Consumer<String> told;
        private final StringBuilder gathered = new StringBuilder();
        private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
        private CompletableFuture<WebSocket> sent = opened;

        Upstream(WebSocketSession browser, Consumer<String> told) {
            this.browser = browser;
            this.told = told;
        }

        synchronized void send(String text) {
            sent = sent.thenCompose(socket -> socket.sendText(text, true));
        }

        void close() {
            opened.thenAccept(WebSocket::abort);
        }

        @Override
        public void onOpen(WebSocket socket) {
            opened.complete(socket);
            socket.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            gathered.append(part);
            if (last) {
                try {
                    browser.sendMessage(new TextMessage(gathered.toString()));
                    told.accept(gathered.toString());
                } catch (IOException | IllegalStateException gone) {
                    socket.abort();
                }
                gathered.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            return onText(socket, StandardCharsets.UTF_8.decode(part), last);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            SeatSocket.close(browser, CloseStatus.SERVICE_RESTARTED);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            SeatSocket.close(browser, CloseStatus.SERVICE_RESTARTED);
        }
    }
}

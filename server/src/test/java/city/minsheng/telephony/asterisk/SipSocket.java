package city.minsheng.telephony.asterisk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A seat's browser, as far as it registers: SIP over WebSocket. */
final class SipSocket implements WebSocket.Listener {

    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder gathered = new StringBuilder();
    private final String call = UUID.randomUUID().toString();
    private WebSocket socket;
    int status;

    static SipSocket register(int port, String user, String password) throws Exception {
        return register(HttpClient.newHttpClient().newWebSocketBuilder(), URI.create("ws://127.0.0.1:" + port + "/ws"), user, password);
    }

    static SipSocket register(WebSocket.Builder builder, URI address, String user, String password) throws Exception {
        var phone = new SipSocket();
        phone.socket = builder.subprotocols("sip").buildAsync(address, phone).get(5, TimeUnit.SECONDS);
        var challenge = phone.ask(user, 1, "");
        phone.status = Integer.parseInt(challenge.substring(8, 11));
        if (phone.status == 401) {
            phone.status = Integer.parseInt(phone.ask(user, 2, answer(challenge, user, password)).substring(8, 11));
        }
        return phone;
    }

    private String ask(String user, int sequence, String authorization) throws Exception {
        socket.sendText("REGISTER sip:minsheng SIP/2.0\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK" + UUID.randomUUID() + "\r\nMax-Forwards: 70\r\nFrom: <sip:" + user
                + "@minsheng>;tag=1\r\nTo: <sip:" + user + "@minsheng>\r\nCall-ID: " + call + "\r\nCSeq: " + sequence + " REGISTER\r\nContact: <sip:" + user
                + "@x.invalid;transport=ws>;expires=120\r\n" + authorization + "Content-Length: 0\r\n\r\n", true).get(5, TimeUnit.SECONDS);
        var answer = heard.poll(5, TimeUnit.SECONDS);
        return answer == null ? "SIP/2.0 000" : answer;
    }

    private static String answer(String challenge, String user, String password) throws Exception {
        var realm = find(challenge, "realm=\"([^\"]*)\"");
        var nonce = find(challenge, "nonce=\"([^\"]*)\"");
        var opaque = find(challenge, "opaque=\"([^\"]*)\"");
        var first = md5(user + ":" + realm + ":" + password);
        var response = md5(first + ":" + nonce + ":00000001:x:auth:" + md5("REGISTER:sip:minsheng"));
        return "Authorization: Digest username=\"" + user + "\",realm=\"" + realm + "\",nonce=\"" + nonce + "\",uri=\"sip:minsheng\",response=\"" + response
                + "\",algorithm=MD5,qop=auth,nc=00000001,cnonce=\"x\",opaque=\"" + opaque + "\"\r\n";
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        gathered.append(part);
        if (last) {
            heard.add(gathered.toString());
            gathered.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, java.nio.ByteBuffer part, boolean last) {
        return onText(from, StandardCharsets.UTF_8.decode(part), last);
    }

    void close() {
        socket.abort();
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.World.Manner;
import city.minsheng.telephony.World.Telephone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * As many telephones as wished behind one address of SIP over UDP: they call, are called, press keys, sound and listen.
 * Just as much of RFC 3261 as Asterisk on the same machine needs; what is lost is not sent again.
 */
final class SipPhones implements AutoCloseable {

    /** One call of one telephone. */
    final class Call implements Telephone {

        final String id;
        final Sound sound;
        private final String ours;
        private volatile String theirs = "";
        private volatile String target;
        private volatile String invite = "";
        private volatile int sequence = 1;
        private volatile boolean talking;
        volatile boolean over;

        private Call(String id, String ours, String target, double tone) throws IOException {
            this.id = id;
            this.ours = ours;
            this.target = target;
            this.sound = new Sound(address, tone);
        }

        @Override
        public void hangUp() {
            if (over) {
                return;
            }
            over = true;
            sound.close();
            if (talking) {
                send("BYE " + target + " SIP/2.0", own(++sequence, "BYE"), "");
            } else if (!invite.isEmpty() && theirs.isEmpty()) {
                send("CANCEL " + target + " SIP/2.0", invite.replace("CSeq: 1 INVITE", "CSeq: 1 CANCEL"), "");
            }
        }

        @Override
        public void press(String keys) {
            for (var key : keys.toCharArray()) {
                sound.press("0123456789*#".indexOf(key));
            }
        }

        private String own(int number, String method) {
            return "Via: SIP/2.0/UDP " + here() + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\nMax-Forwards: 70\r\nFrom: " + ours + "\r\nTo: " + theirs
                    + "\r\nCall-ID: " + id + "\r\nCSeq: " + number + " " + method + "\r\nContact: <sip:phone@" + here() + ">\r\n";
        }

        private void answered(String message) {
            theirs = header(message, "To");
            target = contact(message, target);
            sound.to(media(message));
            talking = true;
            send("ACK " + target + " SIP/2.0", own(1, "ACK"), "");
            if (over) {
                over = false;
                hangUp();
            }
        }
    }

    private final InetAddress address;
    private final DatagramSocket socket;
    private final SocketAddress server;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final Map<String, Call> last = new ConcurrentHashMap<>();
    private final Map<String, Double> tones = new ConcurrentHashMap<>();

    SipPhones(String address, int port, int serverPort) throws IOException {
        this.address = InetAddress.getByName(address);
        this.socket = new DatagramSocket(new InetSocketAddress(this.address, port));
        this.server = new InetSocketAddress("127.0.0.1", serverPort);
        Thread.ofPlatform().daemon().name("phones " + address).start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private String here() {
        return address.getHostAddress() + ":" + socket.getLocalPort();
    }

    /** @param tone in Hz, what is said; 0 for silence */
    Call call(String from, String to, double tone) {
        try {
            var target = "sip:" + to + "@127.0.0.1:" + ((InetSocketAddress) server).getPort();
            var call = new Call(UUID.randomUUID().toString(), "<sip:" + from + "@" + here() + ">;tag=" + UUID.randomUUID(), target, tone);
            calls.put(call.id, call);
            var head = "Via: SIP/2.0/UDP " + here() + ";rport;branch=z9hG4bK" + UUID.randomUUID() + "\r\nMax-Forwards: 70\r\nFrom: " + call.ours + "\r\nTo: <" + target
                    + ">\r\nCall-ID: " + call.id + "\r\nCSeq: 1 INVITE\r\nContact: <sip:phone@" + here() + ">\r\n";
            call.invite = head;
            send("INVITE " + target + " SIP/2.0", head, sdp(call));
            return call;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The telephone of that name, from now on. */
    Telephone rings(String name, Manner manner, double tone) {
        manners.put(name, manner);
        tones.put(name, tone);
        last.remove(name);
        return new Telephone() {
            @Override
            public void hangUp() {
                var call = last.get(name);
                if (call != null) {
                    call.hangUp();
                }
            }

            @Override
            public void press(String keys) {
                last.get(name).press(keys);
            }
        };
    }

    Sound soundOf(String name) {
        return last.get(name).sound;
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[8192], 8192);
        while (!socket.isClosed()) {
            try {
                packet.setLength(8192);
                socket.receive(packet);
                hear(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void hear(String message) throws IOException {
        var first = message.substring(0, message.indexOf("\r\n"));
        var call = calls.get(header(message, "Call-ID"));
        if (first.startsWith("SIP/2.0")) {
            if (call != null && header(message, "CSeq").equals("1 INVITE")) {
                response(call, Integer.parseInt(first.substring(8, 11)), message);
            }
            return;
        }
        switch (first.substring(0, first.indexOf(' '))) {
            case "INVITE" -> invited(first, message, call);
            case "BYE" -> ended(message, call, "200 OK");
            case "CANCEL" -> cancelled(message, call);
            case "ACK" -> { }
            default -> reply(message, "200 OK", "", "");
        }
    }

    private void response(Call call, int status, String message) {
        if (status >= 200 && status < 300) {
            call.answered(message);
        } else if (status >= 300) {
            call.over = true;
            call.sound.close();
            send("ACK " + call.target + " SIP/2.0", call.invite.replaceFirst("To: .*", "To: " + header(message, "To").replace("$", "\\$")).replace("CSeq: 1 INVITE", "CSeq: 1 ACK"), "");
        } else if (message.contains("m=audio")) { // early media
            call.sound.to(media(message));
        }
    }

    private void invited(String first, String message, Call known) throws IOException {
        if (known != null) { // a change of what is there already
            known.sound.to(media(message));
            reply(message, "200 OK", "", sdp(known));
            return;
        }
        var name = first.substring(first.indexOf("sip:") + 4, first.indexOf('@'));
        switch (manners.getOrDefault(name, Manner.UNREACHABLE)) {
            case BUSY -> reply(message, "486 Busy Here", "x", "");
            case REFUSES -> reply(message, "603 Decline", "x", "");
            case UNREACHABLE -> reply(message, "404 Not Found", "x", "");
            case RINGS -> ring(name, message);
            case ANSWERS -> {
                var call = ring(name, message);
                call.talking = true;
                call.sound.to(media(message));
                reply(message, "200 OK", call.id, sdp(call));
            }
        }
    }

    private Call ring(String name, String message) throws IOException {
        var tag = header(message, "Call-ID");
        var call = new Call(tag, header(message, "To") + ";tag=" + tag, contact(message, ""), tones.getOrDefault(name, 0.0));
        call.theirs = header(message, "From");
        call.sequence = 10;
        call.invite = message;
        calls.put(tag, call);
        last.put(name, call);
        reply(message, "180 Ringing", tag, "");
        return call;
    }

    private void ended(String message, Call call, String answer) throws IOException {
        reply(message, answer, "", "");
        if (call != null) {
            call.over = true;
            call.sound.close();
        }
    }

    private void cancelled(String message, Call call) throws IOException {
        ended(message, call, "200 OK");
        if (call != null) {
            reply(call.invite, "487 Request Terminated", call.id, "");
        }
    }

    private void reply(String request, String status, String tag, String sdp) {
        var head = new StringBuilder();
        for (var line : request.lines().toList()) {
            if (line.startsWith("Via:") || line.startsWith("Record-Route:") || line.startsWith("From:") || line.startsWith("Call-ID:") || line.startsWith("CSeq:")) {
                head.append(line).append("\r\n");
            } else if (line.startsWith("To:")) {
                head.append(line).append(tag.isEmpty() || line.contains("tag=") ? "" : ";tag=" + tag).append("\r\n");
            }
        }
        head.append("Contact: <sip:phone@").append(here()).append(">\r\n");
        send("SIP/2.0 " + status, head.toString(), sdp);
    }

    private void send(String first, String head, String sdp) {
        var text = first + "\r\n" + head + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException closed) {
            // nobody is left to be told
        }
    }

    private String sdp(Call call) {
        return "v=0\r\no=- 1 1 IN IP4 " + address.getHostAddress() + "\r\ns=-\r\nc=IN IP4 " + address.getHostAddress() + "\r\nt=0 0\r\nm=audio " + call.sound.port()
                + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\n";
    }

    private static String header(String message, String name) {
        var found = Pattern.compile("(?m)^" + name + ": *(.*?)\r?$").matcher(message);
        return found.find() ? found.group(1) : "";
    }

    private static String contact(String message, String otherwise) {
        var found = Pattern.compile("(?m)^Contact: *<([^>]*)>").matcher(message);
        return found.find() ? found.group(1) : otherwise;
    }

    private static SocketAddress media(String message) {
        var host = Pattern.compile("(?m)^c=IN IP4 (\\S+)").matcher(message);
        var port = Pattern.compile("(?m)^m=audio (\\d+)").matcher(message);
        return host.find() && port.find() ? new InetSocketAddress(host.group(1), Integer.parseInt(port.group(1))) : new InetSocketAddress("127.0.0.1", 9);
    }

    @Override
    public void close() {
        calls.values().forEach(Call::hangUp);
        socket.close();
    }
}

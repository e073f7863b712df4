package city.minsheng.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One keep-alive connection, as plain as can be, so that little of the machine goes to the one who measures. */
final class Client implements AutoCloseable {

    /** @param cookie the session that the answer opened; empty if none */
    record Answer(int status, String body, String cookie) {}

    private final int port;
    private Socket socket;
    private InputStream in;
    private String session = "";

    Client(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
    }

    /** Signs in by demo mode's one click. */
    Client as(String username) throws IOException {
        var answer = send("POST", "/api/demo/session", "{\"username\":\"" + username + "\"}", "");
        if (answer.status() != 200) {
            throw new IOException("sign-in of " + username + ": " + answer);
        }
        session = "; " + answer.cookie();
        return this;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "", "");
    }

    Answer post(String path, String json, String key) throws IOException {
        return send("POST", path, json, "Idempotency-Key: " + key + "\r\n");
    }

    private Answer send(String method, String path, String json, String more) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept: application/json\r\nAccept-Language: zh\r\n"
                + "Cookie: XSRF-TOKEN=bench" + session + "\r\nX-XSRF-TOKEN: bench\r\n" + more
                + (body.length == 0 ? "" : "Content-Type: application/json\r\n") + "Content-Length: " + body.length + "\r\n\r\n";
        var first = head.getBytes(StandardCharsets.ISO_8859_1);
        var all = java.util.Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        socket.getOutputStream().write(all);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        var cookie = "";
        for (String line; !(line = line()).isEmpty(); ) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.equals("connection: close")) {
                last = true;
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("set-cookie: minsheng=")) {
                cookie = line.substring(12).split(";")[0];
            }
        }
        var body = chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (last) { // the server wants a new connection now and then
            socket.close();
            connect();
        }
        return new Answer(status, body, cookie);
    }

    private String chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size; (size = Integer.parseInt(line().strip(), 16)) > 0; ) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toString(StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c; (c = in.read()) != '\n'; ) {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

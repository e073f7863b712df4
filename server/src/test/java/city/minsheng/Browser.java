package city.minsheng;

import city.minsheng.platform.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Somebody's browser, over real HTTP: keeps cookies, sends the CSRF token, a fresh key with each call, and asks for Chinese. */
public final class Browser {

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return Json.read(text());
        }

        public String header(String name) {
            return headers.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join("; ", entry.getValue())).findFirst().orElse("");
        }

        /** The last part of the problem's type. */
        public String problem() {
            var type = json().path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String language = "zh";
    private boolean token = true;

    public Browser(ApplicationContext house) {
        var server = ((WebServerApplicationContext) house).getWebServer();
        this.base = "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    /** Signs in by demo mode's one click. */
    public Browser as(String username) {
        get("/api/session");
        var answer = send("POST", "/api/demo/session", "{\"username\":\"" + username + "\"}", Map.of());
        if (answer.status() != 200) {
            throw new IllegalStateException(username + ": " + answer);
        }
        get("/api/session"); // a session has a token of its own
        return this;
    }

    public Browser speaking(String language) {
        this.language = language;
        return this;
    }

    public Browser withoutToken() {
        token = false;
        return this;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** An act on an order that the person saw at this version. */
    public Answer act(UUID id, String verb, int version, String json) {
        return send("POST", "/api/work-orders/" + id + "/" + verb, json,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + version + "\""));
    }

    public Answer send(String method, String path, @Nullable String json, Map<String, String> headers) {
        var with = new LinkedHashMap<>(headers);
        with.putIfAbsent("Content-Type", "application/json");
        return exchange(method, path, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json), with);
    }

    public Answer upload(String path, String name, byte[] file, Map<String, String> fields) {
        var boundary = "----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange("POST", path, BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private Answer exchange(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body).header("Accept-Language", language);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        if (token && cookies.containsKey("XSRF-TOKEN") && !method.equals("GET")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";")[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}

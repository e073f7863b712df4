package city.minsheng.intake;

import city.minsheng.platform.Json;
import city.minsheng.platform.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Any server that speaks {@code /v1/chat/completions}. An address outside the city's network is refused at the start. */
@Component
class OpenAiCompatible implements LanguageModel {

    private static final Logger log = LoggerFactory.getLogger(OpenAiCompatible.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String url;
    private final String model;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    OpenAiCompatible(@Value("${minsheng.language-model.url:}") String url, @Value("${minsheng.language-model.name:}") String model,
            @Value("${minsheng.language-model.key:}") String key) {
        this.url = url.strip();
        this.model = model;
        this.key = key;
        if (isOn() && !isInside(URI.create(this.url).getHost())) {
            throw new IllegalStateException("minsheng.language-model.url must lie inside the city's own network: requests of citizens do not leave it");
        }
    }

    @Override
    public boolean isOn() {
        return !url.isEmpty();
    }

    @Override
    public String name() {
        return model;
    }

    @Override
    public String write(String task, String material) {
        var body = Map.of("model", model, "temperature", 0.2, "messages", List.of(Map.of("role", "system", "content", task), Map.of("role", "user", "content", material)));
        var request = HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions")).timeout(PATIENCE).header("Content-Type", "application/json");
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        try {
            var answer = http.send(request.POST(HttpRequest.BodyPublishers.ofString(Json.write(body))).build(), HttpResponse.BodyHandlers.ofString());
            var text = answer.statusCode() == 200 ? Json.read(answer.body()).path("choices").path(0).path("message").path("content").asString("") : "";
            if (!text.isBlank()) {
                return text.strip();
            }
            log.warn("language-model status={}", answer.statusCode());
        } catch (IOException e) {
            log.warn("language-model silent error={}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal("language-model-silent");
    }

    /** Loopback, 10/8, 172.16/12, 192.168/16, link-local and fc00::/7. */
    static boolean isInside(String host) {
        try {
            var address = InetAddress.getByName(host);
            boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || unique;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

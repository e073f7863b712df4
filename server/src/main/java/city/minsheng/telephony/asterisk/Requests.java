package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.asterisk.Ari.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests in use, by the words of our port. */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private final Ari ari;

    Requests(Ari ari) {
        this.ari = ari;
    }

    CompletableFuture<Answer> get(String uri) {
        return ari.ask("GET", uri, null);
    }

    CompletableFuture<Answer> post(String uri, Map<String, ?> body) {
        return ari.ask("POST", uri, body).thenApply(answer -> told("POST", uri, answer));
    }

    CompletableFuture<Answer> put(String uri, Map<String, ?> body) {
        return ari.ask("PUT", uri, body).thenApply(answer -> told("PUT", uri, answer));
    }

    CompletableFuture<Answer> delete(String uri) {
        return ari.ask("DELETE", uri, null).thenApply(answer -> told("DELETE", uri, answer));
    }

    /** What has gone meanwhile is no trouble: its end is told by an event. Neither is what is there already. */
    private static Answer told(String method, String uri, Answer answer) {
        boolean expected = answer.isGood() || answer.status() == 0 || answer.status() == 404 || answer.status() == 409 || answer.status() == 412;
        if (!expected) {
            LOG.info("asterisk={} {} {} {}", answer.status(), method, uri, answer.body().path("message").asString(""));
        }
        return answer;
    }

    CompletableFuture<Answer> channel(String method, String leg, String what, Map<String, ?> body) {
        return method.equals("POST") ? post("channels/" + leg + "/" + what, body) : delete("channels/" + leg + "/" + what);
    }

    CompletableFuture<Answer> hangUp(String leg) {
        return delete("channels/" + leg);
    }

    CompletableFuture<Answer> hangUpBusy(String leg) {
        return delete("channels/" + leg + "?reason_code=17");
    }

    void mixing(String bridge) {
        post("bridges/" + bridge, Map.of("type", "mixing"));
    }

    CompletableFuture<Answer> add(String bridge, List<String> channels) {
        return post("bridges/" + bridge + "/addChannel", Map.of("channel", channels));
    }

    void remove(String bridge, String channel) {
        post("bridges/" + bridge + "/removeChannel", Map.of("channel", List.of(channel)));
    }

    void endBridge(String bridge) {
        delete("bridges/" + bridge);
    }

    CompletableFuture<Answer> variable(String leg, String name, String value) {
        return post("channels/" + leg + "/variable", Map.of("variable", name, "value", value));
    }
}

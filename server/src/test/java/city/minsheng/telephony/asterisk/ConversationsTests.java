package city.minsheng.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.telephony.Switch.Leg;
import city.minsheng.telephony.Switch.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

/** What is asked of Asterisk where its events are late or missing, which the real one does only now and then. */
@DisplayName("A conversation on Asterisk")
class ConversationsTests {

    private final List<String> asked = new ArrayList<>();
    private final Requests requests = new Requests(new Notes());
    private final Lines lines = new Lines(requests);
    private final Bridges bridges = new Bridges();
    private final Conversations conversations = new Conversations(requests, bridges, lines, new Recordings(requests, bridges, null, told -> { }), told -> { });

    @BeforeEach
    void threeAreOnTheLine() {
        List.of("caller", "agent", "expert").forEach(leg -> lines.add(new Leg(leg, "caller", Side.OUTSIDE, null, "1", "2", true, Instant.EPOCH)));
    }

    @Test
    @DisplayName("that was ended can be held again, also where nobody said who left it")
    void endedIsOver() {
        conversations.join("talk", List.of("agent", "expert"));
        List.of("agent", "expert").forEach(leg -> conversations.entered("talk", leg));
        conversations.end("talk");
        asked.clear();

        conversations.join("talk", List.of("expert", "caller"));

        assertThat(asked).containsExactly("POST bridges/talk", "POST bridges/talk/addChannel [expert, caller]");
    }

    @Test
    @DisplayName("stays open for one who is on the way in while the last one leaves")
    void waitsForWhoComes() {
        conversations.join("talk", List.of("agent"));
        conversations.entered("talk", "agent");
        conversations.join("talk", List.of("caller"));
        asked.clear();

        conversations.left("talk", "agent");
        assertThat(asked).isEmpty();

        conversations.gone("caller");
        assertThat(asked).containsExactly("DELETE bridges/talk");
    }

    @Test
    @DisplayName("lets one back in who was taken out of it a moment ago, before that is told")
    void backBeforeGone() {
        conversations.join("talk", List.of("agent", "caller"));
        List.of("agent", "caller").forEach(leg -> conversations.entered("talk", leg));
        conversations.remove("talk", "agent");
        asked.clear();

        conversations.join("talk", List.of("agent"));

        assertThat(asked).containsExactly("POST bridges/talk/addChannel [agent]");
    }

    /** Carries nothing out and answers that it went well. */
    private final class Notes extends Ari {

        Notes() {
            super(new OneThread("nobody"), null);
        }

        @Override
        CompletableFuture<Answer> ask(String method, String uri, @Nullable Map<String, ?> body) {
            asked.add(method + " " + uri.replaceAll("_\\d+", "") + (body != null && body.containsKey("channel") ? " " + body.get("channel") : ""));
            return CompletableFuture.completedFuture(new Answer(204, MissingNode.getInstance()));
        }
    }
}

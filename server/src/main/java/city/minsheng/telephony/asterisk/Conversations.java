package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Conversation;
import city.minsheng.telephony.SwitchEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who is in which conversation: a bridge of Asterisk, under the conversation's name. */
final class Conversations {

    private final Requests requests;
    private final Lines lines;
    private final Recordings recordings;
    private final Consumer<SwitchEvent> tell;
    private final Map<String, Set<String>> members = new HashMap<>();

    Conversations(Requests requests, Lines lines, Recordings recordings, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.lines = lines;
        this.recordings = recordings;
        this.tell = tell;
    }

    void join(String conversation, List<String> legs) {
        if (!members.containsKey(conversation)) {
            members.put(conversation, new LinkedHashSet<>());
            requests.mixing(conversation);
        }
        var fresh = legs.stream().filter(leg -> !members.get(conversation).contains(leg)).toList();
        fresh.forEach(lines::stopMusic);
        if (fresh.isEmpty()) {
            return;
        }
        requests.add(conversation, fresh).thenAccept(answer -> {
            if (!answer.isGood() && fresh.size() > 1) { // one that has gone meanwhile must not keep the others out
                fresh.forEach(leg -> requests.add(conversation, List.of(leg)));
            }
        });
    }

    void remove(String conversation, String leg) {
        requests.remove(conversation, leg);
    }

    void end(String conversation) {
        requests.endBridge(conversation);
    }

    /** The leg hears music and is heard by nobody; it keeps its place. Several others go on talking to one another. */
    void hold(String conversation, String leg) {
        var line = lines.get(leg);
        if (line == null || line.holds != null) {
            return;
        }
        line.holds = conversation;
        requests.variable(leg, Lines.HOLDS, conversation);
        requests.remove(conversation, leg);
        lines.startMusic(leg);
    }

    void unhold(String conversation, String leg) {
        var line = lines.get(leg);
        if (line == null || line.holds == null) {
            return;
        }
        requests.variable(leg, Lines.HOLDS, "");
        lines.stopMusic(leg);
        requests.mixing(conversation); // in case everybody else has gone
        requests.add(conversation, List.of(leg));
    }

    void entered(String conversation, String leg) {
        var line = lines.get(leg);
        if (line == null) {
            return; // the one who records, or an ear's other end
        }
        boolean silent = !isHeard(conversation);
        boolean returns = conversation.equals(line.holds);
        boolean fresh = members.computeIfAbsent(conversation, name -> new LinkedHashSet<>()).add(leg);
        if (returns) {
            line.holds = null;
        }
        if (fresh) {
            tell.accept(new SwitchEvent.Joined(conversation, leg));
        }
        if (silent) {
            recordings.entered(conversation);
        }
    }

    void left(String conversation, String leg) {
        var line = lines.get(leg);
        if (line != null && conversation.equals(line.holds)) {
            return;
        }
        leave(conversation, leg);
    }

    private void leave(String conversation, String leg) {
        var there = members.get(conversation);
        if (there == null || !there.remove(leg)) {
            return;
        }
        tell.accept(new SwitchEvent.Left(conversation, leg));
        if (there.isEmpty()) {
            members.remove(conversation);
            requests.endBridge(conversation);
            recordings.over(conversation);
        }
    }

    /** The leg is no more: also out of what it held. */
    void gone(String leg) {
        for (var conversation : new ArrayList<>(members.keySet())) {
            leave(conversation, leg);
        }
    }

    /** What is known after we, or Asterisk, were away. */
    void know(List<Conversation> conversations) {
        members.clear();
        conversations.forEach(conversation -> members.put(conversation.id(), new LinkedHashSet<>(conversation.legs())));
        recordings.know(Set.copyOf(members.keySet()));
    }

    /** Somebody is in it who does not hold it. */
    boolean isHeard(String conversation) {
        return members.getOrDefault(conversation, Set.of()).stream().map(lines::get).anyMatch(line -> line != null && !conversation.equals(line.holds));
    }

    @Nullable Set<String> in(String conversation) {
        return members.get(conversation);
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Conversation;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.asterisk.Ari.Answer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Who is in which conversation. */
final class Conversations {

    private final Requests requests;
    private final Bridges bridges;
    private final Lines lines;
    private final Recordings recordings;
    private final Consumer<SwitchEvent> tell;
    private final Map<String, Place> places = new HashMap<>();

    /** Whoever is asked in counts until it is known that they cannot come: the last one who goes does not close the door on them. */
    private static final class Place {

        final Set<String> in = new LinkedHashSet<>();
        final Set<String> coming = new LinkedHashSet<>();

        boolean knows(String leg) {
            return in.contains(leg) || coming.contains(leg);
        }

        boolean isEmpty() {
            return in.isEmpty() && coming.isEmpty();
        }
    }

    Conversations(Requests requests, Bridges bridges, Lines lines, Recordings recordings, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.bridges = bridges;
        this.lines = lines;
        this.recordings = recordings;
        this.tell = tell;
    }

    void join(String conversation, List<String> legs) {
        var place = place(conversation);
        var fresh = legs.stream().filter(leg -> !place.knows(leg)).toList();
        fresh.forEach(lines::stopMusic);
        if (fresh.isEmpty()) {
            return;
        }
        place.coming.addAll(fresh);
        add(conversation, fresh).thenAccept(answer -> {
            if (fresh.size() == 1) {
                asked(conversation, place, fresh.getFirst(), answer);
            } else if (!answer.isGood() && answer.status() != 0 && places.get(conversation) == place) { // one that has gone meanwhile must not keep the others out
                fresh.forEach(leg -> add(conversation, List.of(leg)).thenAccept(alone -> asked(conversation, place, leg, alone)));
            }
        });
    }

    private Place place(String conversation) {
        return places.computeIfAbsent(conversation, name -> {
            requests.mixing(bridges.open(name));
            return new Place();
        });
    }

    private CompletableFuture<Answer> add(String conversation, List<String> legs) {
        return requests.add(bridges.of(conversation), legs);
    }

    private void asked(String conversation, Place place, String leg, Answer answer) {
        if (!answer.isGood() && answer.status() != 0 && places.get(conversation) == place && place.coming.remove(leg)) {
            closeIfEmpty(conversation, place);
        }
    }

    void remove(String conversation, String leg) {
        requests.remove(bridges.of(conversation), leg);
        leave(conversation, leg);
    }

    /** Over at once: of a bridge that it takes down, Asterisk does not always say who left it. */
    void end(String conversation) {
        var place = places.get(conversation);
        if (place != null) {
            place.in.forEach(leg -> tell.accept(new SwitchEvent.Left(conversation, leg)));
            close(conversation);
        }
    }

    /** The leg hears music and is heard by nobody; it keeps its place. Several others go on talking to one another. */
    void hold(String conversation, String leg) {
        var line = lines.get(leg);
        if (line == null || line.holds != null) {
            return;
        }
        line.holds = conversation;
        requests.variable(leg, Lines.HOLDS, conversation);
        requests.remove(bridges.of(conversation), leg);
        lines.startMusic(leg);
    }

    void unhold(String conversation, String leg) {
        var line = lines.get(leg);
        if (line == null || line.holds == null) {
            return;
        }
        requests.variable(leg, Lines.HOLDS, "");
        lines.stopMusic(leg);
        var place = place(conversation);
        place.coming.add(leg);
        add(conversation, List.of(leg)).thenAccept(answer -> asked(conversation, place, leg, answer));
    }

    void entered(String conversation, String leg) {
        var line = lines.get(leg);
        var place = places.get(conversation);
        if (line == null || place == null) {
            return; // the one who records, or an ear's other end; or it is over already
        }
        boolean silent = !isHeard(conversation);
        boolean returns = conversation.equals(line.holds);
        place.coming.remove(leg);
        boolean fresh = place.in.add(leg);
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
        var place = places.get(conversation);
        if (line != null && conversation.equals(line.holds) || place == null || !place.in.contains(leg)) {
            return; // keeps its place; or has been asked in again since
        }
        leave(conversation, leg);
    }

    private void leave(String conversation, String leg) {
        var place = places.get(conversation);
        if (place == null) {
            return;
        }
        boolean asked = place.coming.remove(leg);
        if (place.in.remove(leg)) {
            tell.accept(new SwitchEvent.Left(conversation, leg));
        } else if (!asked) {
            return;
        }
        closeIfEmpty(conversation, place);
    }

    private void closeIfEmpty(String conversation, Place place) {
        if (place.isEmpty()) {
            close(conversation);
        }
    }

    private void close(String conversation) {
        places.remove(conversation);
        requests.endBridge(bridges.of(conversation));
        bridges.close(conversation);
        recordings.over(conversation);
    }

    /** The leg is no more: also out of what it held. */
    void gone(String leg) {
        List.copyOf(places.keySet()).forEach(conversation -> leave(conversation, leg));
    }

    /** What is known after we, or Asterisk, were away. */
    void know(List<Conversation> conversations) {
        places.clear();
        conversations.forEach(conversation -> places.computeIfAbsent(conversation.id(), name -> new Place()).in.addAll(conversation.legs()));
        recordings.know(Set.copyOf(places.keySet()));
    }

    /** Somebody is in it who does not hold it. */
    boolean isHeard(String conversation) {
        var place = places.get(conversation);
        return place != null && place.in.stream().map(lines::get).anyMatch(line -> line != null && !conversation.equals(line.holds));
    }
}

package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch.Conversation;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.asterisk.Ari.Answer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Who is in which conversation: a bridge of Asterisk, under the conversation's name. */
final class Conversations {

    private final Requests requests;
    private final Lines lines;
    private final Recordings recordings;
    private final Consumer<SwitchEvent> tell;
    private final Map<String, Place> places = new HashMap<>();

    /** Whoever is asked in counts until it is known that they cannot come: the last one who goes does not close the door on them. */
    private record Place(Set<String> in, Set<String> coming) {

        Place() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        boolean knows(String leg) {
            return in.contains(leg) || coming.contains(leg);
        }

        boolean isEmpty() {
            return in.isEmpty() && coming.isEmpty();
        }
    }

    Conversations(Requests requests, Lines lines, Recordings recordings, Consumer<SwitchEvent> tell) {
        this.requests = requests;
        this.lines = lines;
        this.recordings = recordings;
        this.tell = tell;
    }

    void join(String conversation, List<String> legs) {
        if (!places.containsKey(conversation)) {
            requests.mixing(conversation);
        }
        var place = places.computeIfAbsent(conversation, name -> new Place());
        var fresh = legs.stream().filter(leg -> !place.knows(leg)).toList();
        fresh.forEach(lines::stopMusic);
        if (fresh.isEmpty()) {
            return;
        }
        place.coming.addAll(fresh);
        requests.add(conversation, fresh).thenAccept(answer -> {
            if (answer.isGood() || answer.status() == 0) {
                return;
            }
            if (fresh.size() > 1) { // one that has gone meanwhile must not keep the others out
                fresh.forEach(leg -> requests.add(conversation, List.of(leg)).thenAccept(alone -> asked(conversation, leg, alone)));
            } else {
                asked(conversation, fresh.getFirst(), answer);
            }
        });
    }

    private void asked(String conversation, String leg, Answer answer) {
        var place = places.get(conversation);
        if (!answer.isGood() && answer.status() != 0 && place != null && place.coming.remove(leg)) {
            closeIfEmpty(conversation, place);
        }
    }

    void remove(String conversation, String leg) {
        requests.remove(conversation, leg);
        leave(conversation, leg);
    }

    /** Over at once: of a bridge that it takes down, Asterisk does not always say who left it. */
    void end(String conversation) {
        var place = places.remove(conversation);
        requests.endBridge(conversation);
        if (place != null) {
            place.in.forEach(leg -> tell.accept(new SwitchEvent.Left(conversation, leg)));
            recordings.over(conversation);
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
        places.computeIfAbsent(conversation, name -> new Place()).coming.add(leg);
        requests.add(conversation, List.of(leg)).thenAccept(answer -> asked(conversation, leg, answer));
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
            places.remove(conversation);
            requests.endBridge(conversation);
            recordings.over(conversation);
        }
    }

    /** The leg is no more: also out of what it held. */
    void gone(String leg) {
        List.copyOf(places.keySet()).forEach(conversation -> leave(conversation, leg));
    }

    /** What is known after we, or Asterisk, were away. */
    void know(List<Conversation> conversations) {
        places.clear();
        conversations.forEach(conversation -> places.put(conversation.id(), new Place(new LinkedHashSet<>(conversation.legs()), new LinkedHashSet<>())));
        recordings.know(Set.copyOf(places.keySet()));
    }

    /** Somebody is in it who does not hold it. */
    boolean isHeard(String conversation) {
        var place = places.get(conversation);
        return place != null && place.in.stream().map(lines::get).anyMatch(line -> line != null && !conversation.equals(line.holds));
    }
}

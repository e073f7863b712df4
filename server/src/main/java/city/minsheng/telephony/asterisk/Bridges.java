package city.minsheng.telephony.asterisk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The bridge of Asterisk in which a conversation is held. Each time that it is held anew its bridge has a new name: the
 * one that is being taken down answers to the old name for a while, and whoever is asked into it then is with nobody.
 */
final class Bridges {

    private static final char MARK = '_';
    private final Map<String, String> names = new HashMap<>();
    private long next = Instant.now().toEpochMilli();

    String open(String conversation) {
        var name = conversation + MARK + next++;
        names.put(conversation, name);
        return name;
    }

    /** For a conversation that is not held it is a name under which there is nothing. */
    String of(String conversation) {
        return names.getOrDefault(conversation, conversation);
    }

    void close(String conversation) {
        names.remove(conversation);
    }

    static String conversation(String bridge) {
        int mark = bridge.lastIndexOf(MARK);
        return mark < 0 ? bridge : bridge.substring(0, mark);
    }

    /** Of what still happens in one that is being taken down nothing counts. */
    boolean isHeld(String bridge) {
        return bridge.equals(names.get(conversation(bridge)));
    }

    void know(Map<String, String> there) {
        names.clear();
        names.putAll(there);
    }
}

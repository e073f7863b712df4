package city.minsheng.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who plays which part where a story is played: those of the hall by role, and one handler for each department. */
public record Cast(Map<Role, List<Actor>> hall, Map<String, Actor> handlers) {

    public static Cast of(People people) {
        var hall = new EnumMap<Role, List<Actor>>(Role.class);
        var handlers = new HashMap<String, Actor>();
        for (Person person : people.all()) {
            var actor = people.actor(person);
            person.roles().forEach(role -> hall.computeIfAbsent(role, r -> new ArrayList<>()).add(actor));
            if (person.roles().contains(Role.HANDLER)) {
                handlers.putIfAbsent(person.department(), actor);
            }
        }
        return new Cast(hall, handlers);
    }

    /** The one whose main role it is, if there is one. */
    public Actor the(Role role) {
        var all = hall.get(role);
        return all.stream().filter(actor -> actor.roles().iterator().next() == role).findFirst().orElse(all.getFirst());
    }

    public Actor any(Role role, Random random) {
        var all = hall.get(role);
        return all.get(random.nextInt(all.size()));
    }
}

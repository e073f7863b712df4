package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which order, who acts, and the version that the person had in front of them; null: whichever there is.
 *
 * @param fresh set where the order is only just being registered: nobody else knows it, nothing of it is written
 */
public record On(UUID order, Actor actor, @Nullable Integer version, @Nullable Fresh fresh) {

    public On(UUID order, Actor actor, @Nullable Integer version) {
        this(order, actor, version, null);
    }
}

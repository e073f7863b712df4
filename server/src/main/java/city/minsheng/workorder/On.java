package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which order, who acts, and the version that the person had in front of them; null: whichever there is. */
public record On(UUID order, Actor actor, @Nullable Integer version) {}

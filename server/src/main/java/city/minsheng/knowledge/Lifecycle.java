package city.minsheng.knowledge;

import static city.minsheng.directory.Role.*;
import static city.minsheng.knowledge.Action.*;
import static city.minsheng.knowledge.Status.*;

import city.minsheng.directory.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what in the life of an article, and who may do it: the one table. Buttons, API, proof and picture read it.
 */
public final class Lifecycle {

    /** Whose article it must be. */
    public enum Whose {
        ANY,   // the hotline's people for every article, a department's for its own
        OWNER, // people of the owner department only; for the hotline's own articles, its supervisors
        PROGRAM
    }

    /** @param to null: the status stays as it is */
    public record Arrow(Action action, Set<Status> from, @Nullable Status to, Whose whose, Set<Role> by) {}

    private static final Role[] WRITERS = {EXPERT, HANDLER, HEAD, DISPATCHER, REVIEWER, SUPERVISOR, ANALYST, ADMINISTRATOR};

    // @formatter:off
    public static final List<Arrow> ARROWS = List.of(
        arrow(WRITE,     in(DRAFT),              null,       Whose.ANY,     WRITERS),
        arrow(SUBMIT,    in(DRAFT),              IN_REVIEW,  Whose.ANY,     WRITERS),
        arrow(PUBLISH,   in(IN_REVIEW),          PUBLISHED,  Whose.OWNER,   HANDLER, HEAD, SUPERVISOR),
        arrow(SEND_BACK, in(IN_REVIEW),          DRAFT,      Whose.OWNER,   HANDLER, HEAD, SUPERVISOR),
        arrow(DISCARD,   in(DRAFT),              DISCARDED,  Whose.ANY,     WRITERS),
        arrow(REVISE,    in(PUBLISHED, DUE, EXPIRED), null,  Whose.ANY,     WRITERS),
        arrow(RENEW,     in(PUBLISHED, DUE, EXPIRED), SUPERSEDED, Whose.OWNER, HANDLER, HEAD, SUPERVISOR),
        arrow(WITHDRAW,  in(PUBLISHED, DUE),     EXPIRED,    Whose.OWNER,   HANDLER, HEAD, SUPERVISOR),
        arrow(RETIRE,    in(EXPIRED),            RETIRED,    Whose.OWNER,   HEAD, SUPERVISOR),
        arrow(FALL_DUE,  in(PUBLISHED),          DUE,        Whose.PROGRAM, SYSTEM),
        arrow(EXPIRE,    in(PUBLISHED, DUE),     EXPIRED,    Whose.PROGRAM, SYSTEM),
        arrow(SUPERSEDE, in(PUBLISHED, DUE),     SUPERSEDED, Whose.PROGRAM, SYSTEM));
    // @formatter:on

    private Lifecycle() {}

    static Optional<Arrow> arrow(Status from, Action action) {
        return ARROWS.stream().filter(arrow -> arrow.action() == action && arrow.from().contains(from)).findFirst();
    }

    /** Whether a step of this kind may stand in the history; the first one of a version has no status before it. */
    static boolean leads(@Nullable Status from, Action action, Status to) {
        if (from == null) {
            return switch (action) {
                case WRITE -> to == DRAFT;
                case PUBLISH, RENEW -> to == PUBLISHED;
                default -> false;
            };
        }
        return arrow(from, action).map(arrow -> arrow.to() == null ? from : arrow.to()).filter(to::equals).isPresent();
    }

    /** Who may begin an article. */
    static Set<Role> writers() {
        return EnumSet.copyOf(List.of(WRITERS));
    }

    private static Arrow arrow(Action action, Set<Status> from, @Nullable Status to, Whose whose, Role... by) {
        return new Arrow(action, from, to, whose, EnumSet.copyOf(List.of(by)));
    }

    private static Set<Status> in(Status first, Status... rest) {
        return EnumSet.of(first, rest);
    }
}

package city.minsheng.workorder;

import static city.minsheng.directory.Role.*;
import static city.minsheng.workorder.Action.*;
import static city.minsheng.workorder.Status.*;

import city.minsheng.directory.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may follow what, and who may do it: the one table. The buttons of the screens, the answers of the API, the proof
 * and the picture in docs/ are read from it, so they cannot disagree.
 *
 * <p>{@code rules.md} §2.4 (1–14) in code. What hangs on more than status and role stands in {@link Conditions}.
 */
public final class Lifecycle {

    /** @param to null: the status stays as it is */
    record Arrow(Action action, Set<Status> from, @Nullable Status to, Set<Role> by) {}

    private static final Set<Status> WITH_DEPARTMENT = EnumSet.of(DISPATCHED, RETURN_REQUESTED, IN_PROGRESS);
    private static final Set<Status> OPEN = EnumSet.range(REGISTERED, FOLLOWING_UP);

    // @formatter:off
    private static final List<Arrow> ARROWS = List.of(
        // 受理: the first minute
        arrow(ANSWER_DIRECTLY,     in(REGISTERED, WAITING_FOR_INFORMATION),   CLOSED,                  AGENT, EXPERT, DISPATCHER),
        arrow(DISPATCH,            in(REGISTERED),                            DISPATCHED,              AGENT, EXPERT, DISPATCHER, SYSTEM),
        arrow(TRANSFER_EMERGENCY,  in(REGISTERED),                            CLOSED,                  AGENT, EXPERT, DISPATCHER),
        arrow(DECLINE,             in(REGISTERED, WAITING_FOR_INFORMATION),   CLOSED,                  AGENT, EXPERT, DISPATCHER),
        arrow(ASK_FOR_INFORMATION, in(REGISTERED),                            WAITING_FOR_INFORMATION, AGENT, EXPERT, DISPATCHER),
        arrow(ADD_INFORMATION,     in(WAITING_FOR_INFORMATION),               REGISTERED,              AGENT, EXPERT, DISPATCHER, REQUESTER),
        arrow(ADD_INFORMATION,     butFor(OPEN, WAITING_FOR_INFORMATION),     null,                    AGENT, EXPERT, DISPATCHER, FOLLOW_UP_CALLER, REQUESTER),
        arrow(JOIN,                in(REGISTERED, DISPATCHED),                JOINED,                  AGENT, EXPERT, DISPATCHER),
        arrow(LEAVE,               in(JOINED),                                REGISTERED,              AGENT, EXPERT, DISPATCHER, SYSTEM),
        arrow(RECALL,              in(DISPATCHED),                            REGISTERED,              AGENT, EXPERT, DISPATCHER),
        // 办理: the department's part
        arrow(PHONE,               WITH_DEPARTMENT,                           null,                    AGENT, EXPERT, DISPATCHER, SUPERVISOR),
        arrow(ACCEPT,              in(DISPATCHED),                            IN_PROGRESS,             HANDLER, HEAD),
        arrow(RECORD_CONTACT,      in(IN_PROGRESS, DEFERRED),                 null,                    HANDLER, HEAD, FIELD_WORKER),
        arrow(REPLY,               in(IN_PROGRESS),                           UNDER_REVIEW,            HANDLER, HEAD),
        arrow(RETURN,              in(DISPATCHED, IN_PROGRESS),               RETURN_REQUESTED,        HANDLER, HEAD),
        arrow(REASSIGN,            in(RETURN_REQUESTED, DISPATCHED),          DISPATCHED,              DISPATCHER),
        arrow(BIND,                in(RETURN_REQUESTED),                      IN_PROGRESS,             DISPATCHER),
        arrow(REQUEST_EXTENSION,   in(IN_PROGRESS),                           null,                    HANDLER, HEAD),
        arrow(GRANT_EXTENSION,     in(IN_PROGRESS, RETURN_REQUESTED),         null,                    DISPATCHER, REVIEWER),
        arrow(REFUSE_EXTENSION,    in(IN_PROGRESS, RETURN_REQUESTED),         null,                    DISPATCHER, REVIEWER),
        arrow(ADD_SUPPORT,         in(DISPATCHED, IN_PROGRESS),               null,                    DISPATCHER),
        arrow(PASS_DOWN,           in(IN_PROGRESS),                           null,                    HANDLER, HEAD),
        arrow(SUPPORT_REPLY,       WITH_DEPARTMENT,                           null,                    HANDLER, HEAD, FIELD_WORKER),
        arrow(URGE_SUPPORT,        WITH_DEPARTMENT,                           null,                    HANDLER, HEAD),
        // 审核
        arrow(APPROVE,             in(UNDER_REVIEW),                          FOLLOWING_UP,            REVIEWER),
        arrow(SEND_BACK,           in(UNDER_REVIEW),                          IN_PROGRESS,             REVIEWER),
        arrow(DEFER,               in(UNDER_REVIEW),                          DEFERRED,                REVIEWER),
        arrow(RESUME,              in(DEFERRED),                              IN_PROGRESS,             HANDLER, HEAD, REVIEWER, SYSTEM),
        // 回访
        arrow(FOLLOW_UP_ATTEMPT,   in(FOLLOWING_UP),                          null,                    FOLLOW_UP_CALLER),
        arrow(CLOSE,               in(FOLLOWING_UP),                          CLOSED,                  FOLLOW_UP_CALLER, REQUESTER),
        arrow(CLOSE,               in(JOINED),                                CLOSED,                  SYSTEM),
        arrow(REWORK,              in(FOLLOWING_UP),                          IN_PROGRESS,             FOLLOW_UP_CALLER, REQUESTER),
        arrow(SHARE_ANSWER,        in(JOINED),                                FOLLOWING_UP,            SYSTEM),
        // at any time
        arrow(REMIND,              OPEN,                                      null,                    SUPERVISOR),
        arrow(URGE,                OPEN,                                      null,                    AGENT, EXPERT, REQUESTER),
        arrow(CORRECT,             butFor(OPEN, FOLLOWING_UP),                null,                    AGENT, EXPERT, DISPATCHER, REVIEWER),
        arrow(NOTE,                butFor(EnumSet.allOf(Status.class), ARCHIVED), null,                AGENT, EXPERT, DISPATCHER, HANDLER, HEAD, FIELD_WORKER, REVIEWER, FOLLOW_UP_CALLER, SUPERVISOR, SYSTEM),
        arrow(TERMINATE,           butFor(OPEN, JOINED, UNDER_REVIEW, FOLLOWING_UP), CLOSED,           DISPATCHER, REVIEWER),
        arrow(WITHDRAW,            butFor(OPEN, UNDER_REVIEW, FOLLOWING_UP),  CLOSED,                  AGENT, EXPERT, REQUESTER),
        arrow(REOPEN,              in(CLOSED),                                REGISTERED,              AGENT, FOLLOW_UP_CALLER, SUPERVISOR, REQUESTER),
        arrow(ARCHIVE,             in(CLOSED),                                ARCHIVED,                SUPERVISOR, SYSTEM));
    // @formatter:on

    private static final Map<Status, Map<Action, Arrow>> TABLE = table();

    private Lifecycle() {}

    /** Empty where the table has no arrow for the action from the status, whoever asks. */
    static Optional<Arrow> arrow(Status from, Action action) {
        return Optional.ofNullable(TABLE.get(from).get(action));
    }

    /** Where the action leads, by whom it may be done; for the proof, the picture and the test. */
    public static Optional<Status> after(Status from, Action action, Role by) {
        return arrow(from, action).filter(arrow -> arrow.by().contains(by)).map(arrow -> arrow.to() == null ? from : arrow.to());
    }

    /** Whether a step of this kind may stand in the history at all. */
    static boolean leads(Status from, Action action, Status to) {
        return arrow(from, action).map(arrow -> arrow.to() == null ? from : arrow.to()).filter(to::equals).isPresent();
    }

    private static Arrow arrow(Action action, Set<Status> from, @Nullable Status to, Role... by) {
        return new Arrow(action, from, to, EnumSet.copyOf(List.of(by)));
    }

    private static Set<Status> in(Status first, Status... rest) {
        return EnumSet.of(first, rest);
    }

    private static Set<Status> butFor(Set<Status> all, Status... not) {
        var left = EnumSet.copyOf(all);
        left.removeAll(List.of(not));
        return left;
    }

    private static Map<Status, Map<Action, Arrow>> table() {
        var table = new EnumMap<Status, Map<Action, Arrow>>(Status.class);
        for (var status : Status.values()) {
            table.put(status, new EnumMap<>(Action.class));
        }
        for (var arrow : ARROWS) {
            for (var from : arrow.from()) {
                if (table.get(from).put(arrow.action(), arrow) != null) {
                    throw new IllegalStateException("two arrows for " + arrow.action() + " from " + from);
                }
            }
        }
        return table;
    }
}

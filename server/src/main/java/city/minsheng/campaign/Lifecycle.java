package city.minsheng.campaign;

import static city.minsheng.campaign.Action.ANNOUNCE;
import static city.minsheng.campaign.Action.APPROVE;
import static city.minsheng.campaign.Action.CARD;
import static city.minsheng.campaign.Action.CLOSE;
import static city.minsheng.campaign.Action.DECLINE;
import static city.minsheng.campaign.Action.FINISH;
import static city.minsheng.campaign.Action.LIST;
import static city.minsheng.campaign.Action.PLAN;
import static city.minsheng.campaign.Action.START;
import static city.minsheng.campaign.Action.STOP;
import static city.minsheng.campaign.Status.CLOSED;
import static city.minsheng.campaign.Status.DECLINED;
import static city.minsheng.campaign.Status.MONITORING;
import static city.minsheng.campaign.Status.PREPARING;
import static city.minsheng.campaign.Status.PROPOSED;
import static city.minsheng.campaign.Status.RUNNING;
import static city.minsheng.campaign.Status.STOPPED;
import static city.minsheng.campaign.TaskAction.BEGIN;
import static city.minsheng.campaign.TaskAction.CLEAR;
import static city.minsheng.campaign.TaskAction.DROP;
import static city.minsheng.campaign.TaskAction.EXTEND;
import static city.minsheng.campaign.TaskAction.FIND;
import static city.minsheng.campaign.TaskAction.FIX;
import static city.minsheng.campaign.TaskAction.LEAVE;
import static city.minsheng.campaign.TaskAction.LOOK_AGAIN;
import static city.minsheng.campaign.TaskAction.REASSIGN;
import static city.minsheng.campaign.TaskAction.REDO;
import static city.minsheng.directory.Role.ANALYST;
import static city.minsheng.directory.Role.HANDLER;
import static city.minsheng.directory.Role.HEAD;
import static city.minsheng.directory.Role.SUPERVISOR;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may follow what in the life of a campaign and of its tasks, and who may do it: the one table. */
public final class Lifecycle {

    /** Whose people, beside the role. */
    public enum Whose {
        ORGANISER, // the hall's analysts and supervisors
        LEAD,      // they, and the people of the lead department 牵头单位
        OWN        // the people of the task's department
    }

    /** @param to null: the status stays as it is */
    public record Arrow<S extends Enum<S>, A extends Enum<A>>(A action, Set<S> from, @Nullable S to, Whose whose, Set<Role> by) {

        /** In which of their roles this person may do it. */
        Optional<Role> role(Actor actor, @Nullable String lead, String department) {
            boolean organises = actor.is(ANALYST) || actor.is(SUPERVISOR);
            boolean whose = switch (this.whose) {
                case ORGANISER -> organises;
                case LEAD -> organises || lead != null && actor.scope().contains(lead);
                case OWN -> actor.scope().contains(department);
            };
            return whose ? actor.roles().stream().filter(by::contains).findFirst() : Optional.empty();
        }
    }

    // @formatter:off
    public static final List<Arrow<Status, Action>> CAMPAIGN = List.of(
        arrow(APPROVE,  EnumSet.of(PROPOSED),           PREPARING,  Whose.ORGANISER, SUPERVISOR),
        arrow(DECLINE,  EnumSet.of(PROPOSED),           DECLINED,   Whose.ORGANISER, SUPERVISOR),
        arrow(PLAN,     EnumSet.of(PREPARING, RUNNING), null,       Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(LIST,     EnumSet.of(PREPARING, RUNNING), null,       Whose.LEAD,      ANALYST, SUPERVISOR, HANDLER, HEAD),
        arrow(START,    EnumSet.of(PREPARING),          RUNNING,    Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(CARD,     EnumSet.of(PREPARING, RUNNING), null,       Whose.ORGANISER, SUPERVISOR),
        arrow(ANNOUNCE, EnumSet.of(PREPARING, RUNNING), null,       Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(FINISH,   EnumSet.of(RUNNING),            MONITORING, Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(CLOSE,    EnumSet.of(MONITORING),         CLOSED,     Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(STOP,     EnumSet.of(PREPARING, RUNNING), STOPPED,    Whose.ORGANISER, SUPERVISOR));

    public static final List<Arrow<TaskStatus, TaskAction>> TASK = List.of(
        arrow(BEGIN,      EnumSet.of(TaskStatus.LISTED),                                  TaskStatus.OPEN,      Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(FIND,       EnumSet.of(TaskStatus.OPEN),                                    TaskStatus.FOUND,     Whose.OWN,       HANDLER, HEAD),
        arrow(CLEAR,      EnumSet.of(TaskStatus.OPEN),                                    TaskStatus.CLEAR,     Whose.OWN,       HANDLER, HEAD),
        arrow(FIX,        EnumSet.of(TaskStatus.FOUND),                                   TaskStatus.FIXED,     Whose.OWN,       HANDLER, HEAD),
        arrow(LEAVE,      EnumSet.of(TaskStatus.FOUND),                                   TaskStatus.LEFT_OVER, Whose.OWN,       HANDLER, HEAD),
        arrow(LOOK_AGAIN, EnumSet.of(TaskStatus.CLEAR),                                   TaskStatus.OPEN,      Whose.LEAD,      ANALYST, SUPERVISOR, HANDLER, HEAD),
        arrow(REDO,       EnumSet.of(TaskStatus.FIXED, TaskStatus.LEFT_OVER),             TaskStatus.FOUND,     Whose.LEAD,      ANALYST, SUPERVISOR, HANDLER, HEAD),
        arrow(EXTEND,     EnumSet.of(TaskStatus.OPEN, TaskStatus.FOUND),                  null,                 Whose.ORGANISER, ANALYST, SUPERVISOR),
        arrow(REASSIGN,   EnumSet.of(TaskStatus.LISTED, TaskStatus.OPEN, TaskStatus.FOUND), null,               Whose.LEAD,      ANALYST, SUPERVISOR, HANDLER, HEAD),
        arrow(DROP,       EnumSet.of(TaskStatus.LISTED, TaskStatus.OPEN),                 TaskStatus.DROPPED,   Whose.ORGANISER, ANALYST, SUPERVISOR));
    // @formatter:on

    private Lifecycle() {}

    static Optional<Arrow<Status, Action>> arrow(Status from, Action action) {
        return arrow(CAMPAIGN, from, action);
    }

    static Optional<Arrow<TaskStatus, TaskAction>> arrow(TaskStatus from, TaskAction action) {
        return arrow(TASK, from, action);
    }

    /** Whether a step of this kind may stand in the history; the first one has no status before it. */
    static boolean leads(@Nullable Status from, Action action, Status to) {
        return from == null ? action == Action.PROPOSE && to == PROPOSED : leads(CAMPAIGN, from, action, to);
    }

    /** A place that is listed while the campaign runs has its clock at once. */
    static boolean leads(@Nullable TaskStatus from, TaskAction action, TaskStatus to) {
        return from == null ? action == TaskAction.ADD && (to == TaskStatus.LISTED || to == TaskStatus.OPEN) : leads(TASK, from, action, to);
    }

    private static <S extends Enum<S>, A extends Enum<A>> Optional<Arrow<S, A>> arrow(List<Arrow<S, A>> table, S from, A action) {
        return table.stream().filter(arrow -> arrow.action() == action && arrow.from().contains(from)).findFirst();
    }

    private static <S extends Enum<S>, A extends Enum<A>> boolean leads(List<Arrow<S, A>> table, S from, A action, S to) {
        return arrow(table, from, action).map(arrow -> arrow.to() == null ? from : arrow.to()).filter(to::equals).isPresent();
    }

    private static <S extends Enum<S>, A extends Enum<A>> Arrow<S, A> arrow(A action, Set<S> from, @Nullable S to, Whose whose, Role... by) {
        return new Arrow<>(action, from, to, whose, EnumSet.copyOf(List.of(by)));
    }
}

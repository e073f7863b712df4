package city.minsheng.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person of the directory, the requester, or the program itself.
 *
 * @param roles      the person's main role first: where several allow an act, it is done in that one
 * @param department the person's own one; null for the requester and the program
 * @param scope      the departments whose orders the person may see: the own one and all beneath it
 */
public record Actor(String username, String name, String english, Set<Role> roles, @Nullable String department, List<String> scope) {

    private static final Set<Role> HALL = Set.of(Role.AGENT, Role.EXPERT, Role.DISPATCHER, Role.REVIEWER,
            Role.FOLLOW_UP_CALLER, Role.SUPERVISOR);

    public static final Actor SYSTEM = new Actor("system", "系统", "System", Set.of(Role.SYSTEM), null, List.of());

    public static final Actor REQUESTER = new Actor("requester", "诉求人", "Requester", Set.of(Role.REQUESTER), null, List.of());

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** True for those who work on orders of the whole city; everyone else sees what the own department holds, or nothing. */
    public boolean seesWholeCity() {
        return roles.contains(Role.SYSTEM) || roles.stream().anyMatch(HALL::contains);
    }

    /** Whoever still has a password that somebody else chose may do nothing but choose another. */
    Actor withoutRoles() {
        return new Actor(username, name, english, Set.of(), department, List.of());
    }

    /** 一线办理: carries out what the own unit was given, and need not know for whom. */
    public boolean isLastMile() {
        return is(Role.FIELD_WORKER) && !seesDepartments() && !seesWholeCity();
    }

    public boolean seesDepartments() {
        return is(Role.HANDLER) || is(Role.HEAD);
    }
}

package city.minsheng.workorder;

import city.minsheng.directory.Role;

/** Who owes something: a department, or those of a role in the hall. Written {@code DEPARTMENT:reli}, {@code ROLE:DISPATCHER}. */
public record Holder(String kind, String code) {

    public static Holder department(String code) {
        return new Holder("DEPARTMENT", code);
    }

    public static Holder role(Role role) {
        return new Holder("ROLE", role.name());
    }

    static Holder of(String written) {
        int colon = written.indexOf(':');
        return new Holder(written.substring(0, colon), written.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + code;
    }
}

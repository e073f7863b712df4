package city.minsheng.workorder;

/**
 * The rates by which departments and the hotline are measured: {@code rules.md} §2.5. Each is a list of cases, of which
 * some are hits; the figure is counted from the very list that it links to. What is not decided yet is no case: a limit
 * counts from the moment it was kept or missed, and that moment does not move any more.
 */
public enum Rate {

    /** 按时签收率: accepted by its limit / accepted, or the limit has passed. */
    ACCEPTED_IN_TIME(Whose.DEPARTMENTS, Sql.clock("ACCEPT", "'ACCEPT'")),

    /** 首次联系及时率: the citizen was contacted by the limit. [BJ] art. 15 */
    CONTACTED_IN_TIME(Whose.DEPARTMENTS, Sql.clock("CONTACT", "'RECORD_CONTACT', 'REPLY'")),

    /** 按时办结率: replied by the limit in force / replied, or the limit has passed. */
    HANDLED_IN_TIME(Whose.DEPARTMENTS, Sql.clock("HANDLE", "'REPLY'")),

    /** 退单率: dispatches that the department asked to give back. */
    RETURNED(Whose.DEPARTMENTS, Sql.assigned("a.returned_at is not null", "true")),

    /** 首派准确率: orders whose first department kept them. */
    FIRST_RIGHT(Whose.DEPARTMENTS, Sql.assigned("o.reassignments = 0",
            "not exists (select 1 from assignment b where b.order_id = a.order_id and b.part = 'LEAD' and b.n < a.n and b.ended_by is distinct from 'RECALL')")),

    /** 延期率: dispatches whose limit was extended. */
    EXTENDED(Whose.DEPARTMENTS, Sql.assigned("a.extended_at is not null", "true")),

    /** 响应率: the citizen says that the department was in touch / citizens who said. */
    RESPONDED(Whose.DEPARTMENTS, Sql.closed("o.contacted", "o.contacted is not null")),

    /** 解决率: solved in the citizen's words / citizens who said. */
    SOLVED(Whose.DEPARTMENTS, Sql.closed("o.solved = 'YES'", "o.solved is not null")),

    /** 满意率: very, satisfied or fairly satisfied / citizens who rated. */
    SATISFIED(Whose.DEPARTMENTS, Sql.closed("o.rating in ('VERY', 'YES', 'FAIR')", "o.rating is not null")),

    /** 回访覆盖率: closed orders whose citizen was reached. */
    CALLED_BACK(Whose.DEPARTMENTS, Sql.closed("(o.contacted is not null or o.solved is not null or o.rating is not null)", "true")),

    /** 重办率: closed orders that went back at least once. */
    REWORKED(Whose.DEPARTMENTS, Sql.closed("o.reworks > 0", "true")),

    /** 直接答复率: (received − passed on) / received. */
    ANSWERED_DIRECTLY(Whose.CITY, """
            select o.id as order_id, '' as department, o.dispatched_at is null as hit
              from work_order o
             where o.received_at >= :from and o.received_at < :to""");

    /** Whether each department has the rate, or the city alone. */
    public enum Whose { DEPARTMENTS, CITY }

    private final Whose whose;
    private final String sql;

    Rate(Whose whose, String sql) {
        this.whose = whose;
        this.sql = sql;
    }

    public Whose whose() {
        return whose;
    }

    /** Its cases from {@code :from} to {@code :to} as {@code order_id, department, hit}. */
    String sql() {
        return sql;
    }

    private static final class Sql {

        /** A clock of a department that was kept (stopped by the act that it waits for) or missed. */
        static String clock(String kind, String acts) {
            return """
                    select c.order_id, substr(c.holder, 12) as department, c.stopped_at <= c.due_at is true as hit
                      from clock c
                     where c.kind = '%s' and c.holder like 'DEPARTMENT:%%'
                       and case when c.stopped_at <= c.due_at then c.stopped_by in (%s) and c.stopped_at >= :from and c.stopped_at < :to
                                else c.due_at >= :from and c.due_at < least(:to, cast(:now as timestamptz)) end""".formatted(kind, acts);
        }

        /** Orders given to a department to lead. What was taken back within the ten seconds was not given. */
        static String assigned(String hit, String which) {
            return """
                    select a.order_id, a.department, %s as hit
                      from assignment a
                      join work_order o on o.id = a.order_id
                     where a.part = 'LEAD' and a.assigned_at >= :from and a.assigned_at < :to
                       and a.ended_by is distinct from 'RECALL' and %s""".formatted(hit, which);
        }

        /** Orders that a department handled and the follow-up closed. */
        static String closed(String hit, String known) {
            return """
                    select o.id as order_id, o.lead as department, %s as hit
                      from work_order o
                     where o.closed_at >= :from and o.closed_at < :to and o.lead is not null
                       and o.outcome in ('RESOLVED', 'PARTLY_RESOLVED', 'UNRESOLVED') and %s""".formatted(hit, known);
        }
    }
}

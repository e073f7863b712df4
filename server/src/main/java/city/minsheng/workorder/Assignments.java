package city.minsheng.workorder;

import city.minsheng.platform.Question;
import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table assignment: who was given an order, as lead, in support, or from above. */
@Repository
class Assignments {

    /** 主办, 协办, 下派. */
    enum Part { LEAD, SUPPORT, SUBUNIT }

    record Assignment(int n, String department, Part part, Instant assignedAt, @Nullable Instant acceptedAt,
            @Nullable Instant repliedAt, @Nullable Instant endedAt, @Nullable String reply) {

        boolean owesHelp() {
            return part != Part.LEAD && repliedAt == null && endedAt == null;
        }
    }

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void give(UUID order, String department, Part part, Instant at) {
        jdbc.sql("""
                        insert into assignment (order_id, n, department, part, assigned_at)
                        select :order, coalesce(max(n), 0) + 1, :department, :part, :at from assignment where order_id = :order
                        """)
                .param("order", order).param("department", department).param("part", part.name()).param("at", Time.sql(at)).update();
    }

    void accepted(UUID order, String department, Instant at) {
        jdbc.sql("update assignment set accepted_at = :at where order_id = :order and department = :department and part = 'LEAD' and ended_at is null and accepted_at is null")
                .param("at", Time.sql(at)).param("order", order).param("department", department).update();
    }

    void replied(UUID order, int n, String reply, Instant at) {
        jdbc.sql("update assignment set replied_at = :at, reply = :reply where order_id = :order and n = :n")
                .param("at", Time.sql(at)).param("reply", reply).param("order", order).param("n", n).update();
    }

    /** What is taken away is no longer seen. */
    void end(UUID order, Instant at, Action by) {
        jdbc.sql("update assignment set ended_at = :at, ended_by = :by where order_id = :order and ended_at is null")
                .param("at", Time.sql(at)).param("by", by.name()).param("order", order).update();
    }

    void returned(UUID order, Instant at) {
        jdbc.sql("update assignment set returned_at = :at where order_id = :order and part = 'LEAD' and ended_at is null")
                .param("at", Time.sql(at)).param("order", order).update();
    }

    void extended(UUID order, Instant at) {
        jdbc.sql("update assignment set extended_at = :at where order_id = :order and part = 'LEAD' and ended_at is null")
                .param("at", Time.sql(at)).param("order", order).update();
    }

    static Question<Assignment> asked(UUID order) {
        return new Question<>("select n, department, part, assigned_at, accepted_at, replied_at, ended_at, reply from assignment where order_id = ? order by n",
                Assignments::read, order);
    }

    List<Assignment> of(UUID order) {
        return jdbc.sql("""
                        select n, department, part, assigned_at, accepted_at, replied_at, ended_at, reply
                          from assignment
                         where order_id = :order
                         order by n
                        """).param("order", order).query(Assignments::read).list();
    }

    /** Those of these orders that one of the departments leads or supports now. */
    Set<UUID> answeredForBy(Collection<UUID> orders, Collection<String> departments) {
        return new HashSet<>(jdbc.sql("""
                        select distinct order_id from assignment
                         where order_id = any(:orders) and department = any(:departments) and part <> 'SUBUNIT' and ended_at is null
                        """)
                .param("orders", orders.toArray(UUID[]::new)).param("departments", departments.toArray(String[]::new)).query(UUID.class).list());
    }

    /** Who may find which of these orders by their words. */
    Map<UUID, List<String>> activeDepartments(Collection<UUID> orders) {
        var departments = new HashMap<UUID, List<String>>();
        jdbc.sql("select order_id, department from assignment where order_id = any(:orders) and part <> 'SUBUNIT' and ended_at is null")
                .param("orders", orders.toArray(UUID[]::new)).query(row -> {
                    departments.computeIfAbsent(row.getObject(1, UUID.class), order -> new ArrayList<>()).add(row.getString(2));
                });
        return departments;
    }

    List<Assignment> active(UUID order) {
        return of(order).stream().filter(assignment -> assignment.endedAt() == null).toList();
    }

    private static Assignment read(ResultSet row, int number) throws SQLException {
        return new Assignment(row.getInt("n"), row.getString("department"), Part.valueOf(row.getString("part")),
                java.util.Objects.requireNonNull(instant(row, "assigned_at")), instant(row, "accepted_at"),
                instant(row, "replied_at"), instant(row, "ended_at"), row.getString("reply"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

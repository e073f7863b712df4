package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was read into the lines that people see: codes get their names, facts become badges. */
@Component
class Rows {

    /** An order and the clock that it lives by. */
    record Read(WorkOrder order, @Nullable ClockKind clock, @Nullable Holder holder,
            @Nullable Instant startedAt, @Nullable Instant dueAt) {

        static Read of(ResultSet row) throws SQLException {
            var kind = row.getString("clock_kind");
            var holder = row.getString("holder");
            var started = row.getObject("clock_started_at", OffsetDateTime.class);
            var due = row.getObject("due_at", OffsetDateTime.class);
            return new Read(WorkOrders.read(row, WorkOrders.IN_ROWS), kind == null ? null : ClockKind.valueOf(kind),
                    holder == null ? null : Holder.of(holder), started == null ? null : started.toInstant(), due == null ? null : due.toInstant());
        }
    }

    private final Catalogue catalogue;
    private final Departments departments;
    private final Veils veils;

    Rows(Catalogue catalogue, Departments departments, Veils veils) {
        this.catalogue = catalogue;
        this.departments = departments;
        this.veils = veils;
    }

    /** For the hall. */
    List<Row> show(List<Read> read, Instant now) {
        return read.stream().map(one -> show(one, now)).toList();
    }

    /** As this reader may see them. */
    List<Row> show(List<Read> read, Instant now, Actor actor) {
        return show(read, now, veils.of(read.stream().map(Read::order).toList(), actor));
    }

    /** Without a word of whose they are, whoever reads. */
    List<Row> veiled(List<Read> read, Instant now) {
        return show(read, now, veils.over(read.stream().map(Read::order).toList()));
    }

    private List<Row> show(List<Read> read, Instant now, Map<UUID, Veil> veils) {
        return read.stream().map(one -> {
            var row = show(one, now);
            var veil = veils.get(row.id());
            return veil == null ? row : veil.of(row);
        }).toList();
    }

    Row show(Read read, Instant now) {
        var order = read.order();
        return new Row(order.id(), order.number(), order.title(), order.kind(), order.category(),
                catalogue.category(order.category()).map(Category::name).orElse(null), order.level(), order.area(),
                departments.area(order.area()).map(Area::name).orElse(null), order.address(), order.status(), order.outcome(),
                order.get(Fact.RATING), read.holder() == null ? null : held(read.holder()),
                order.lead(), departments.nameOf(order.lead()), order.channel(), order.receivedAt(),
                due(read, now),
                badges(order), order.version());
    }

    private static Row.@Nullable Due due(Read read, Instant now) {
        if (read.clock() == null || read.startedAt() == null || read.dueAt() == null) {
            return null;
        }
        return new Row.Due(read.clock(), read.startedAt(), read.dueAt(), read.dueAt().isBefore(now));
    }

    Row.Held held(Holder holder) {
        return new Row.Held(holder.kind(), holder.code(), holder.kind().equals("DEPARTMENT") ? departments.nameOf(holder.code()) : null);
    }

    private static List<String> badges(WorkOrder order) {
        var badges = new ArrayList<String>();
        boolean open = order.status().isOpen();
        add(badges, order.level() == Level.EMERGENCY && open, "EMERGENCY");
        add(badges, order.level() == Level.EMERGENCY && order.status() == Status.DISPATCHED && order.get(Fact.PHONED_AT) == null, "TO_PHONE");
        add(badges, order.isConfidential(), "SECRET");
        add(badges, order.isProblem() && open, "PROBLEM");
        add(badges, order.get(Fact.EXTENSION_ASKED) != null, "EXTENSION_ASKED");
        add(badges, order.isBound() && open, "BOUND");
        add(badges, order.reworks() > 0, "REWORK " + order.reworks());
        add(badges, order.count(Fact.URGES) > 0 && open, "URGED " + order.count(Fact.URGES));
        add(badges, order.count(Fact.REMINDERS) > 0 && open, "REMINDED " + order.count(Fact.REMINDERS));
        return List.copyOf(badges);
    }

    private static void add(List<String> badges, boolean yes, String badge) {
        if (yes) {
            badges.add(badge);
        }
    }
}

package city.minsheng.telephony;

import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 转接通讯录: seats, queues, departments and the four emergency numbers. */
@Component
public class Directory {

    /** @param phone false: a department whose number is not known */
    public record Entry(Target.Kind kind, String code, String name, String english, @Nullable SeatState state, @Nullable Integer free, boolean phone) {}

    /** Whom to call, exactly one of them. */
    public record Wish(@Nullable String seat, @Nullable String queue, @Nullable String department, @Nullable String emergency) {}

    private static final int MOST = 60;
    private final Hall hall;
    private final HallRules data;
    private final Departments departments;

    Directory(Hall hall, HallRules data, Departments departments) {
        this.hall = hall;
        this.data = data;
        this.departments = departments;
    }

    public List<Entry> find(@Nullable String words) {
        var wanted = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        var all = new ArrayList<Entry>();
        data.codes("EMERGENCY").forEach(code -> all.add(new Entry(Target.Kind.EMERGENCY, code.code(), code.code() + " " + code.name(), code.code() + " " + code.english(), null, null, true)));
        all.addAll(hall.look(Directory::live));
        departments.all().values().forEach(department -> all.add(new Entry(Target.Kind.DEPARTMENT, department.code(), department.name(), department.english(),
                null, null, !department.phone().isBlank())));
        return all.stream().filter(entry -> wanted.isEmpty() || (entry.name() + " " + entry.english() + " " + entry.code()).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST).toList();
    }

    private static List<Entry> live(Control opened) {
        var entries = new ArrayList<Entry>();
        opened.floor.queues.values().forEach(queue -> entries.add(new Entry(Target.Kind.QUEUE, queue.code(), queue.name(), queue.english(), null,
                opened.floor.router.ready(queue.code()).size(), true)));
        opened.floor.seats.values().stream().filter(seat -> seat.staff != null).forEach(seat -> entries.add(new Entry(Target.Kind.SEAT, seat.number,
                "座席 " + seat.number + " " + seat.staff.name(), "Seat " + seat.number + " " + seat.staff.english(), seat.state, null, true)));
        return entries;
    }

    /** @throws Invalid where nobody is meant, or the one who is meant has no telephone */
    public Target target(@Nullable Wish wish) {
        if (wish == null) {
            throw new Invalid("/target", "required");
        }
        if (wish.seat() != null) {
            return new Target(Target.Kind.SEAT, wish.seat(), "座席 " + wish.seat(), "Seat " + wish.seat(), null);
        }
        if (wish.queue() != null) {
            var queue = hall.queues().get(wish.queue());
            if (queue == null) {
                throw new Invalid("/target/queue", "choice");
            }
            return new Target(Target.Kind.QUEUE, queue.code(), queue.name(), queue.english(), null);
        }
        if (wish.department() != null) {
            return department(wish.department());
        }
        return emergency(wish.emergency());
    }

    public boolean isWrapUpCode(String code) {
        return data.codes("WRAP_UP").stream().anyMatch(known -> known.code().equals(code));
    }

    public Target department(String code) {
        Department department = departments.find(code).filter(one -> !one.phone().isBlank()).orElseThrow(() -> new Invalid("/target/department", "choice"));
        return new Target(Target.Kind.DEPARTMENT, department.code(), department.shortName().isBlank() ? department.name() : department.shortName(),
                department.english(), department.phone().replaceAll("[^0-9+]", ""));
    }

    public Target emergency(@Nullable String number) {
        return data.codes("EMERGENCY").stream().filter(code -> code.code().equals(number)).findFirst()
                .map(code -> new Target(Target.Kind.EMERGENCY, code.code(), code.code() + " " + code.name(), code.code() + " " + code.english(), code.code()))
                .orElseThrow(() -> new Invalid("/service", "choice"));
    }
}

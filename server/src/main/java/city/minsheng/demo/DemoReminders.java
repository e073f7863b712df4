package city.minsheng.demo;

import static city.minsheng.demo.DemoPast.on;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.supervision.Reminding;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.Urging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 催办: by screen, message and telephone; some are noted, some are acted on, some are neither. */
@Component
class DemoReminders {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DAYS_AGO = 3 * 24 * 60;
    private static final List<String> WORDS = List.of("请尽快签收。", "时限将到，请抓紧办理并联系诉求人。", "群众再次来电，请尽快反馈进展。");
    private final Urging urging;
    private final Accepting accepting;
    private final Reminding reminding;

    DemoReminders(Urging urging, Accepting accepting, Reminding reminding) {
        this.urging = urging;
        this.accepting = accepting;
        this.reminding = reminding;
    }

    void play(List<Row> rows, DemoPast past, Cast cast) {
        var urged = urged(rows, past, cast.hall().get(Role.SUPERVISOR));
        var patience = Instant.now().plus(PATIENCE);
        for (int i = 0; i < urged.size(); i++) {
            var row = urged.get(i);
            var handler = cast.handlers().get(row.department());
            if (i % 4 != 3 && handler != null) {
                receipt(row.id(), patience).ifPresent(reminder -> answered(reminder, row, handler, past));
            }
        }
    }

    /** Two that nobody has answered since: the ladder proposes the next rung. */
    void ignored(List<Row> held, DemoPast past, Cast cast) {
        var supervisor = cast.the(Role.SUPERVISOR);
        held.stream().filter(row -> past.lately(row, DAYS_AGO).isBefore(past.daysAgo(2))).limit(2).forEach(row -> {
            past.at(past.lately(row, DAYS_AGO), () -> urging.remind(on(row.id(), supervisor), new Urging.Reminder("请反馈办理进展。", Urging.Way.IN_APP)));
            past.at(past.lately(row, DAYS_AGO - 24 * 60), () -> urging.remind(on(row.id(), supervisor), new Urging.Reminder("再次催办，请书面说明原因。", Urging.Way.SMS)));
        });
    }

    private List<Row> urged(List<Row> rows, DemoPast past, List<Actor> supervisors) {
        var urged = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var supervisor = supervisors.get(i % supervisors.size());
            var reminder = new Urging.Reminder(WORDS.get(i % WORDS.size()), Urging.Way.values()[i % 3]);
            if (past.at(past.lately(row, 240 - 15 * i), () -> urging.remind(on(row.id(), supervisor), reminder))) {
                urged.add(row);
            }
        }
        return urged;
    }

    private void answered(Reminding.Reminder reminder, Row row, Actor handler, DemoPast past) {
        var read = reminder.at().plus(Duration.ofMinutes(12));
        past.did(read, () -> {
            if (reminder.way() == Urging.Way.PHONE) {
                reminding.phoned(reminder.id(), "值班员");
            } else {
                reminding.read(reminder.id(), handler);
            }
        });
        if (row.status() == Status.DISPATCHED && reminder.way() != Urging.Way.PHONE) {
            past.at(read.plus(Duration.ofMinutes(9)), () -> accepting.accept(on(row.id(), handler)));
        }
    }

    /** The receipt is laid out by a listener: a moment later than the reminder. */
    private Optional<Reminding.Reminder> receipt(UUID order, Instant patience) {
        while (Instant.now().isBefore(patience)) {
            var found = reminding.ofOrder(order).stream().findFirst();
            if (found.isPresent()) {
                return found;
            }
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

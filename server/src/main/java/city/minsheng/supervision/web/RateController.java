package city.minsheng.supervision.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Comparing;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rates, and the list behind each figure. */
@RestController
@RequestMapping("/api/supervision/rates")
class RateController {

    private static final int LONGEST = 366;
    private final Comparing comparing;

    RateController(Comparing comparing) {
        this.comparing = comparing;
    }

    @GetMapping
    Comparing.Table table(@RequestParam LocalDate from, @RequestParam LocalDate to, @AuthenticationPrincipal Actor actor) {
        may(actor);
        check(from, to);
        return comparing.table(from, to);
    }

    /** @param hit null: all cases; the list says what the figure counted */
    @GetMapping("/{rate}/orders")
    List<Row> orders(@PathVariable Rate rate, @RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Boolean hit, @RequestParam(defaultValue = "false") boolean adjusted, @AuthenticationPrincipal Actor actor) {
        may(actor);
        check(from, to);
        return comparing.orders(rate, from, to, department, hit, adjusted);
    }

    private static void check(LocalDate from, LocalDate to) {
        new Invalid.Check().that(!to.isBefore(from) && !to.isAfter(from.plusDays(LONGEST)), "/to", "between-days", LONGEST).done();
    }

    private static void may(Actor actor) {
        if (!actor.is(Role.SUPERVISOR) && !actor.is(Role.ANALYST) && !actor.is(Role.DISPATCHER)) {
            throw new NotYours("wrong-role-here");
        }
    }
}

package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.supervision.Comparing;
import city.minsheng.supervision.Excluding;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Row;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** 剔除与申诉: granted, refused, refused and appealed with more evidence, some that still wait; and a department whose share has jumped. */
@Component
class DemoExclusions {

    private static final List<Excluding.Code> CODES = List.of(Excluding.Code.UNREASONABLE, Excluding.Code.BEYOND_POWERS, Excluding.Code.FORCE_MAJEURE, Excluding.Code.WRONG_DISPATCH);
    private static final String OFTEN = "cgj";
    private final Excluding excluding;
    private final Comparing comparing;
    private final CitySettings city;

    DemoExclusions(Excluding excluding, Comparing comparing, CitySettings city) {
        this.excluding = excluding;
        this.comparing = comparing;
        this.city = city;
    }

    void play(DemoPast past, Cast cast) {
        var supervisors = cast.hall().get(Role.SUPERVISOR);
        var today = LocalDate.ofInstant(past.now(), city.zone());
        var missed = comparing.orders(Rate.SATISFIED, today.minusDays(60), today, null, false, false).stream().filter(row -> cast.handlers().containsKey(row.department())).limit(8).toList();
        for (int i = 0; i < missed.size(); i++) {
            var row = missed.get(i);
            asked(row, i, past, cast.handlers().get(row.department()), supervisors.get(i % supervisors.size()));
            if (i == 1) {
                appealed(row, past, cast.handlers().get(row.department()), supervisors.getLast());
            }
        }
        jumped(today, past, cast, supervisors);
    }

    /** Many in a few weeks, where there was none before: the office is warned. */
    private void jumped(LocalDate today, DemoPast past, Cast cast, List<Actor> supervisors) {
        var handler = cast.handlers().get(OFTEN);
        if (handler == null) {
            return;
        }
        var lately = comparing.orders(Rate.SATISFIED, today.minusDays(25), today.minusDays(6), OFTEN, null, false).stream().limit(10).toList();
        for (int i = 0; i < lately.size(); i++) {
            var row = lately.get(i);
            var decides = supervisors.get(i % supervisors.size());
            int hours = 60 + 7 * i;
            past.made(past.hoursAgo(hours), () -> excluding.ask(row.id(), new Excluding.Wish(Excluding.Code.BEYOND_POWERS, List.of(Rate.SATISFIED), "超出我单位职权，已向诉求人说明。", "情况说明（示例）"), handler))
                    .ifPresent(id -> past.did(past.hoursAgo(hours - 5), () -> excluding.decide(id, true, "同意剔除", decides)));
        }
    }

    private void asked(Row row, int i, DemoPast past, Actor handler, Actor decides) {
        boolean granted = i % 3 == 0;
        boolean waits = i % 4 == 3;
        var asked = past.made(past.hoursAgo(40 + i), () -> excluding.ask(row.id(), new Excluding.Wish(CODES.get(i % CODES.size()), List.of(Rate.SATISFIED, Rate.SOLVED),
                "诉求人的要求超出法律政策规定，已两次上门说明。", "沟通记录、现场照片（示例）"), handler));
        if (!waits) {
            asked.ifPresent(id -> past.did(past.hoursAgo(34 + i), () -> excluding.decide(id, granted, granted ? "证据充分，同意剔除" : "未见依据文件，不予剔除", decides)));
        }
    }

    private void appealed(Row row, DemoPast past, Actor handler, Actor decides) {
        past.made(past.hoursAgo(20), () -> excluding.ask(row.id(), new Excluding.Wish(CODES.get(1), List.of(Rate.SATISFIED), "对不予剔除的决定提出申诉，补充依据文件。",
                "主管部门答复函（示例）"), handler)).ifPresent(id -> past.did(past.hoursAgo(4), () -> excluding.decide(id, true, "经复核，补充的依据成立", decides)));
    }
}

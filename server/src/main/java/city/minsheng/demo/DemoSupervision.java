package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.supervision.Comparing;
import city.minsheng.supervision.Excluding;
import city.minsheng.supervision.Issuing;
import city.minsheng.supervision.Measure;
import city.minsheng.supervision.Reminding;
import city.minsheng.supervision.Rung;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Lists;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Rate;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Row;
import city.minsheng.workorder.Status;
import city.minsheng.workorder.Urging;
import city.minsheng.workorder.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 演示督查: what the office would have urged, issued and decided in the last days about the orders that are there; by the use cases, at their own times. */
@Component
class DemoSupervision {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSupervision.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> WORDS = List.of("请今天上午签收。", "时限将到，请抓紧办理并联系诉求人。", "群众再次来电，请尽快反馈进展。");
    private static final List<Excluding.Code> CODES = List.of(Excluding.Code.UNREASONABLE, Excluding.Code.BEYOND_POWERS, Excluding.Code.FORCE_MAJEURE, Excluding.Code.WRONG_DISPATCH);
    private static final Lists.Filter HELD = new Lists.Filter(null, List.of(Status.DISPATCHED, Status.IN_PROGRESS), null, null, null, null, null, null, null, null, null, null, null);
    private final Watching watching;
    private final Lists lists;
    private final Reading reading;
    private final Urging urging;
    private final Accepting accepting;
    private final Returning returning;
    private final Reminding reminding;
    private final Issuing issuing;
    private final Excluding excluding;
    private final Comparing comparing;
    private final CitySettings city;

    DemoSupervision(Watching watching, Lists lists, Reading reading, Urging urging, Accepting accepting, Returning returning, Reminding reminding, Issuing issuing,
            Excluding excluding, Comparing comparing, CitySettings city) {
        this.watching = watching;
        this.lists = lists;
        this.reading = reading;
        this.urging = urging;
        this.accepting = accepting;
        this.returning = returning;
        this.reminding = reminding;
        this.issuing = issuing;
        this.excluding = excluding;
        this.comparing = comparing;
        this.city = city;
    }

    void play(Instant now, Cast cast) {
        var supervisors = cast.hall().get(Role.SUPERVISOR);
        var held = lists.page(HELD, Actor.SYSTEM, null, 60).items().stream().filter(row -> cast.handlers().containsKey(row.department())).toList();
        var urged = Stream.of(watching.unaccepted().items(), watching.overdue().items(), held).flatMap(List::stream)
                .filter(row -> cast.handlers().containsKey(row.department())).collect(Collectors.toMap(Row::id, row -> row, (one, same) -> one, LinkedHashMap::new)).values();
        reminders(urged.stream().limit(10).toList(), now, cast, supervisors);
        disputes(urged.stream().skip(10).toList(), now, cast);
        measures(now, cast, supervisors.getFirst());
        exclusions(now, cast, supervisors);
    }

    /** 派单异议: the department says that it is not its duty, and nobody has ruled yet. */
    private void disputes(List<Row> rows, Instant now, Cast cast) {
        int open = 0;
        for (var row : rows) {
            var other = row.department().equals("cgj") ? "zjj" : "cgj";
            boolean returned = at(lately(row, now, 25), now, () -> returning.giveBack(on(row.id(), cast.handlers().get(row.department())), new Returning.Return(Returning.Why.NOT_OUR_DUTY,
                    "经现场核实，该处由其他单位管理，不在我单位职责清单内", "单位三定规定（示例）", other)));
            open += returned ? 1 : 0;
            if (open == 2) {
                return;
            }
        }
    }

    /** Urged by screen, message and telephone; some are noted, some are acted on, some are neither. */
    private void reminders(List<Row> rows, Instant now, Cast cast, List<Actor> supervisors) {
        var urged = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var supervisor = supervisors.get(i % supervisors.size());
            var reminder = new Urging.Reminder(WORDS.get(i % WORDS.size()), Urging.Way.values()[i % 3]);
            if (at(lately(row, now, 240 - 15 * i), now, () -> urging.remind(on(row.id(), supervisor), reminder))) {
                urged.add(row);
            }
        }
        var patience = Instant.now().plus(PATIENCE);
        for (int i = 0; i < urged.size(); i++) {
            var row = urged.get(i);
            var handler = cast.handlers().get(row.department());
            if (i % 4 != 3 && handler != null) {
                receipt(row.id(), patience).ifPresent(reminder -> answered(reminder, row, handler, now));
            }
        }
    }

    private void answered(Reminding.Reminder reminder, Row row, Actor handler, Instant now) {
        var read = reminder.at().plus(Duration.ofMinutes(12));
        at(read, now, () -> {
            if (reminder.way() == Urging.Way.PHONE) {
                reminding.phoned(reminder.id(), "值班员");
            } else {
                reminding.read(reminder.id(), handler);
            }
            return true;
        });
        if (row.status() == Status.DISPATCHED && reminder.way() != Urging.Way.PHONE) {
            at(read.plus(Duration.ofMinutes(9)), now, () -> accepting.accept(on(row.id(), handler)));
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

    /** The ladder, from a card that is over to a letter that nobody has answered in time. */
    private void measures(Instant now, Cast cast, Actor supervisor) {
        var overdue = watching.overdue().items().stream().filter(row -> cast.handlers().containsKey(row.department())).toList();
        var card = issue(Rung.CARD, "居民小区消防通道被占", "近期多名群众反映所在小区消防通道被私家车占用，夜间尤其突出。", "解决所反映的问题，并排查本系统、本辖区所有小区，逐处登记整改。",
                List.of("zjj", "xfdd"), List.of(), 12, 9, now, supervisor);
        fedBack(card, "zjj", "已排查 86 个小区，整改 31 处，其余列入计划。", 5, now, cast);
        fedBack(card, "xfdd", "联合执法 12 次，清理地锁 47 个，补划标线 2.1 公里。", 4, now, cast);
        card.ifPresent(one -> at(now.minus(Duration.ofDays(2)), now, () -> issuing.close(one.id(), "按时完成，转入常态检查。", supervisor)));
        var heating = issue(Rung.CARD, "供暖初期集中反映室温不达标", "供暖以来同类诉求明显增多，部分工单重复反映。", "逐小区测温，公布处理时限，重复诉求由负责人包办。", List.of("reli", "zjj", "ncq"),
                overdue.stream().filter(row -> "reli".equals(row.department())).map(Row::id).limit(2).toList(), 3, 4, now, supervisor);
        fedBack(heating, "reli", "已完成 23 个小区入户测温，调网 9 处，更换阀门 14 个。", 1, now, cast);
        heating.ifPresent(one -> at(now.minus(Duration.ofDays(2)), now, () -> issuing.receive(one.id(), cast.handlers().get("ncq"))));
        issue(Rung.LETTER, "关于环卫保洁类诉求办理质量的提醒", "本月同类工单重办率偏高，三件工单群众评价未解决。", "分析原因，明确整改措施和责任人，书面反馈。", List.of("cgj"), List.of(), 10, 9, now, supervisor);
        overdue.stream().findFirst().ifPresent(row -> issue(Rung.NOTICE, "超期未办结工单催办", "工单 " + row.number() + " 已超过办理时限，经电话催办仍未反馈。", "收到本通知后立即办理并联系诉求人。",
                List.of(row.department()), List.of(row.id()), 1, 2, now, supervisor));
    }

    private Optional<Measure> issue(Rung rung, String title, String cause, String demand, List<String> departments, List<UUID> orders, int daysAgo, int days,
            Instant now, Actor supervisor) {
        var issued = now.minus(Duration.ofDays(daysAgo));
        return made(issued, now, () -> issuing.issue(new Issuing.Draft(rung, title, cause, demand, issued.plus(Duration.ofDays(days)), departments, orders), supervisor));
    }

    private void fedBack(Optional<Measure> measure, String department, String words, int daysAgo, Instant now, Cast cast) {
        measure.ifPresent(one -> at(now.minus(Duration.ofDays(daysAgo)), now, () -> issuing.feedBack(one.id(), words, cast.handlers().get(department))));
    }

    /** 剔除与申诉: granted, refused, refused and appealed with more evidence, and some that still wait. */
    private void exclusions(Instant now, Cast cast, List<Actor> supervisors) {
        var today = LocalDate.ofInstant(now, city.zone());
        var missed = comparing.orders(Rate.SATISFIED, today.minusDays(60), today, null, false, false).stream().filter(row -> cast.handlers().containsKey(row.department())).limit(8).toList();
        for (int i = 0; i < missed.size(); i++) {
            var row = missed.get(i);
            var handler = cast.handlers().get(row.department());
            var decides = supervisors.get(i % supervisors.size());
            var code = CODES.get(i % CODES.size());
            boolean granted = i % 3 == 0;
            int hours = 40 + i;
            var asked = made(now.minus(Duration.ofHours(hours)), now, () -> excluding.ask(row.id(), new Excluding.Wish(code, List.of(Rate.SATISFIED, Rate.SOLVED),
                    "诉求人的要求超出法律政策规定，已两次上门说明。", "沟通记录、现场照片（示例）"), handler));
            if (i % 4 == 3) {
                continue; // waits
            }
            asked.ifPresent(id -> at(now.minus(Duration.ofHours(hours - 6)), now, () -> decided(id, granted, granted ? "证据充分，同意剔除" : "未见依据文件，不予剔除", decides)));
            if (i == 1) {
                made(now.minus(Duration.ofHours(20)), now, () -> excluding.ask(row.id(), new Excluding.Wish(code, List.of(Rate.SATISFIED), "对不予剔除的决定提出申诉，补充依据文件。",
                        "主管部门答复函（示例）"), handler)).ifPresent(id -> at(now.minus(Duration.ofHours(4)), now, () -> decided(id, true, "经复核，补充的依据成立", supervisors.getLast())));
            }
        }
    }

    private boolean decided(UUID id, boolean granted, String words, Actor by) {
        excluding.decide(id, granted, words, by);
        return true;
    }

    /** So many minutes ago, and not before the order's last step. */
    private Instant lately(Row row, Instant now, int minutes) {
        var last = reading.steps(row.id()).getLast().at().plus(Duration.ofMinutes(1));
        var wished = now.minus(Duration.ofMinutes(minutes));
        return wished.isAfter(last) ? wished : last;
    }

    private boolean at(Instant at, Instant now, Supplier<?> work) {
        return made(at, now, () -> Objects.requireNonNullElse(work.get(), true)).isPresent();
    }

    /** What the rules do not allow by then is left out; the demonstration goes on. */
    private static <T> Optional<T> made(Instant at, Instant now, Supplier<T> work) {
        if (at.isAfter(now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Time.at(at, work));
        } catch (Refusal | Invalid e) {
            LOG.info("demo=supervision left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static On on(UUID id, Actor actor) {
        return new On(id, actor, null);
    }
}

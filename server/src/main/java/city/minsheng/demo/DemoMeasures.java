package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.supervision.Issuing;
import city.minsheng.supervision.Measure;
import city.minsheng.supervision.Rung;
import city.minsheng.workorder.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 督办: the ladder, from a card that is over to a letter that nobody has answered in time. */
@Component
class DemoMeasures {

    private final Issuing issuing;

    DemoMeasures(Issuing issuing) {
        this.issuing = issuing;
    }

    void play(List<Row> overdue, DemoPast past, Cast cast) {
        var supervisor = cast.the(Role.SUPERVISOR);
        lanes(past, cast, supervisor);
        heating(overdue, past, cast, supervisor);
        issue(new Paper(Rung.LETTER, "关于环卫保洁类诉求办理质量的提醒", "本月同类工单重办率偏高，三件工单群众评价未解决。", "分析原因，明确整改措施和责任人，书面反馈。",
                List.of("cgj"), List.of()), 10, 9, past, supervisor);
        overdue.stream().findFirst().ifPresent(row -> issue(new Paper(Rung.NOTICE, "超期未办结工单催办", "工单 " + row.number() + " 已超过办理时限，经电话催办仍未反馈。",
                "收到本通知后立即办理并联系诉求人。", List.of(row.department()), List.of(row.id())), 1, 2, past, supervisor));
    }

    private void lanes(DemoPast past, Cast cast, Actor supervisor) {
        var card = issue(new Paper(Rung.CARD, "居民小区消防通道被占", "近期多名群众反映所在小区消防通道被私家车占用，夜间尤其突出。", "解决所反映的问题，并排查本系统、本辖区所有小区，逐处登记整改。",
                List.of("zjj", "xfdd"), List.of()), 12, 9, past, supervisor);
        fedBack(card, "zjj", "已排查 86 个小区，整改 31 处，其余列入计划。", 5, past, cast);
        fedBack(card, "xfdd", "联合执法 12 次，清理地锁 47 个，补划标线 2.1 公里。", 4, past, cast);
        card.ifPresent(one -> past.at(past.daysAgo(2), () -> issuing.close(one.id(), "按时完成，转入常态检查。", supervisor)));
    }

    private void heating(List<Row> overdue, DemoPast past, Cast cast, Actor supervisor) {
        var orders = overdue.stream().filter(row -> "reli".equals(row.department())).map(Row::id).limit(2).toList();
        var card = issue(new Paper(Rung.CARD, "供暖初期集中反映室温不达标", "供暖以来同类诉求明显增多，部分工单重复反映。", "逐小区测温，公布处理时限，重复诉求由负责人包办。",
                List.of("reli", "zjj", "ncq"), orders), 3, 4, past, supervisor);
        fedBack(card, "reli", "已完成 23 个小区入户测温，调网 9 处，更换阀门 14 个。", 1, past, cast);
        card.ifPresent(one -> past.at(past.daysAgo(2), () -> issuing.receive(one.id(), cast.handlers().get("ncq"))));
    }

    private record Paper(Rung rung, String title, String cause, String demand, List<String> departments, List<UUID> orders) {}

    private Optional<Measure> issue(Paper paper, int daysAgo, int days, DemoPast past, Actor supervisor) {
        var issued = past.daysAgo(daysAgo);
        return past.made(issued, () -> issuing.issue(new Issuing.Draft(paper.rung(), paper.title(), paper.cause(), paper.demand(), issued.plus(Duration.ofDays(days)),
                paper.departments(), paper.orders()), supervisor));
    }

    private void fedBack(Optional<Measure> measure, String department, String words, int daysAgo, DemoPast past, Cast cast) {
        measure.ifPresent(one -> past.at(past.daysAgo(daysAgo), () -> issuing.feedBack(one.id(), words, cast.handlers().get(department))));
    }
}

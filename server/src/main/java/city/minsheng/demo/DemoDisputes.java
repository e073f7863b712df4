package city.minsheng.demo;

import static city.minsheng.demo.DemoPast.on;

import city.minsheng.directory.Cast;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Row;
import java.util.List;
import org.springframework.stereotype.Component;

/** 派单异议: the department says that it is not its duty, and nobody has ruled yet. */
@Component
class DemoDisputes {

    private static final int OPEN = 2;
    private final Returning returning;

    DemoDisputes(Returning returning) {
        this.returning = returning;
    }

    void play(List<Row> rows, DemoPast past, Cast cast) {
        int open = 0;
        for (var row : rows) {
            open += returned(row, past, cast) ? 1 : 0;
            if (open == OPEN) {
                return;
            }
        }
    }

    private boolean returned(Row row, DemoPast past, Cast cast) {
        var other = row.department().equals("cgj") ? "zjj" : "cgj";
        return past.at(past.lately(row, 25), () -> returning.giveBack(on(row.id(), cast.handlers().get(row.department())),
                new Returning.Return(Returning.Why.NOT_OUR_DUTY, "经现场核实，该处由其他单位管理，不在我单位职责清单内", "单位三定规定（示例）", other)));
    }
}

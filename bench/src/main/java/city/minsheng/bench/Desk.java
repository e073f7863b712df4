package city.minsheng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A list page and an order page, as the hall and a department ask for them, with few orders and with many. */
final class Desk {

    private static final int FEW = 20_000;
    private static final int WARM = 20_000;
    private static final int WARM_ROUNDS = 24;
    private static final int ROUNDS = 3;

    /** @param cpu milliseconds of processor time for each page, server and database */
    private record Page(Load.Times times, double cpu) {}

    private record Looked(Page list, Page view) {}

    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Desk(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        try (var product = Product.start(data)) {
            Intake.one(product);
            product.preload(FEW);
        }
        var few = look(FEW);
        if (wish.orders() == FEW) {
            report(few, few);
            return;
        }
        try (var product = Product.start(data)) {
            product.preload(wish.orders() - FEW);
        }
        report(few, look(wish.orders()));
    }

    private void report(Looked few, Looked many) {
        double growth = wish.orders() == FEW ? Double.NaN : Math.max(exponent(few.list(), many.list()), exponent(few.view(), many.view()));
        Bench.say("");
        Bench.say("goals: 0.5 CPU-ms a page, p99 10 ms, growth exponent 0.15%s", Double.isNaN(growth) ? "" : " (is %.3f)".formatted(growth));
        figures.put("orders", wish.orders())
                .put("list_p99_ms", many.list().times().ms(0.99)).put("list_cpu_ms", many.list().cpu())
                .put("view_p99_ms", many.view().times().ms(0.99)).put("view_cpu_ms", many.view().cpu())
                .put("growth_exponent", growth)
                .put("list_p50_ms", many.list().times().ms(0.5)).put("view_p50_ms", many.view().times().ms(0.5))
                .put("list_per_second", many.list().times().perSecond()).put("view_per_second", many.view().times().perSecond())
                .put("list_cpu_ms_20k", few.list().cpu()).put("view_cpu_ms_20k", few.view().cpu());
    }

    /** Costs grow with the orders to the power of this. */
    private double exponent(Page few, Page many) {
        return Math.log(many.cpu() / few.cpu()) / Math.log((double) wish.orders() / FEW);
    }

    private Looked look(int orders) throws Exception {
        try (var product = Product.start(data)) {
            var whose = department(product);
            var ids = some(product, "select id::text from work_order tablesample system (5) limit 4000");
            var theirs = some(product, "select id::text from work_order where lead = '" + whose.get(1) + "' limit 2000");
            Load.Workers lists = n -> n % 4 == 3
                    ? reader(product, whose.getFirst(), random -> "/api/work-orders?view=inbox")
                    : reader(product, "dispatcher01", random -> random.nextBoolean() ? "/api/work-orders?view=to-dispatch" : "/api/work-orders?view=all");
            Load.Workers views = n -> n % 4 == 3
                    ? reader(product, whose.getFirst(), random -> "/api/work-orders/" + theirs.get(random.nextInt(theirs.size())))
                    : reader(product, "dispatcher01", random -> "/api/work-orders/" + ids.get(random.nextInt(ids.size())));
            warm(lists);
            warm(views);
            var looked = looked(product, lists, views);
            say(orders, "list", looked.list());
            say(orders, "view", looked.view());
            return looked;
        }
    }

    /** In turns, so that what else the machine does falls on both. */
    private Looked looked(Product product, Load.Workers lists, Load.Workers views) throws Exception {
        var list = new ArrayList<Page>();
        var view = new ArrayList<Page>();
        for (int i = 0; i < ROUNDS; i++) {
            list.add(page(product, lists));
            view.add(page(product, views));
        }
        return new Looked(together(list), together(view));
    }

    /** All times, and the middle of the costs: one disturbed round does not count. */
    private static Page together(List<Page> rounds) {
        var times = rounds.stream().map(Page::times).reduce(Load.Times.none(), Load.Times::and);
        var cpu = rounds.stream().mapToDouble(Page::cpu).sorted().toArray();
        return new Page(times, cpu[cpu.length / 2]);
    }

    /** Until the compiler is done with it, or never gets the time. */
    private static void warm(Load.Workers workers) throws Exception {
        int asked = 0;
        for (int i = 0; i < WARM_ROUNDS && asked < WARM; i++) {
            asked += Load.run(5, workers).times().length;
        }
    }

    private static void say(int orders, String what, Page page) {
        Bench.say("%,9d orders  %s  %.2f CPU-ms  p50 %.1f ms  p99 %.1f ms  %,.0f/s", orders, what, page.cpu(), page.times().ms(0.5), page.times().ms(0.99), page.times().perSecond());
    }

    private Page page(Product product, Load.Workers workers) throws Exception {
        double before = product.cpu();
        var times = Load.run(wish.seconds(), workers);
        return new Page(times, (product.cpu() - before) / times.times().length * 1000);
    }

    /** The department with the fullest inbox: one of its handlers, and its code. */
    private static List<String> department(Product product) throws Exception {
        return some(product, """
                select p.username || ' ' || p.department from person p
                  join (select lead, count(*) as n from work_order where lead is not null and clock_kind is not null group by lead) o on o.lead = p.department
                 where 'HANDLER' = any(p.roles) order by o.n desc, p.username limit 1
                """).stream().flatMap(found -> List.of(found.split(" ")).stream()).toList();
    }

    private static List<String> some(Product product, String sql) throws Exception {
        try (var connection = product.database(); var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private interface Where {
        String next(Random random);
    }

    private static Load.Worker reader(Product product, String who, Where where) throws Exception {
        var client = new Client(product.port).as(who);
        var random = new Random();
        return new Load.Worker() {
            @Override
            public void work() throws Exception {
                var answer = client.get(where.next(random));
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.toString());
                }
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }
}

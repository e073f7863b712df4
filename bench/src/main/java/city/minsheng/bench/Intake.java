package city.minsheng.bench;

import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/** From HTTP to the committed order with its step, clocks and events; beside it PostgreSQL alone, in turns. */
final class Intake {

    private static final int ROUNDS = 3;
    private static final int WARM = 40_000;
    private static final int WARM_ROUNDS = 30;
    private static final String[] CATEGORIES = {"010102", "010106", "010104", "010101"};
    private static final String[] AREAS = {"ncq", "bcq", "xcq"};
    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Intake(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        try (var product = Product.start(data)) {
            one(product);
            product.preload(wish.orders());
        }
        try (var product = Product.start(data)) { // anew: what the database's sessions planned for empty tables is forgotten
            product.restJobs();
            warm(product);
            measure(product);
        }
    }

    /** The first order: the preloaded ones borrow its sealed contact. */
    static void one(Product product) throws Exception {
        try (var worker = clerk(product, 0, "")) {
            worker.work();
        }
    }

    /** Milliseconds of processor time of server and database for an order, with all that follows from it. */
    double cost(Product product) throws Exception {
        warm(product);
        double before = product.cpu();
        var taken = Load.run(ROUNDS * wish.seconds(), n -> clerk(product, n, ""));
        product.settle();
        Thread.sleep(3000); // the index is a second behind
        return (product.cpu() - before) / taken.times().length * 1000;
    }

    private void warm(Product product) throws Exception {
        int taken = 0;
        for (int i = 0; i < WARM_ROUNDS && taken < WARM; i++) { // the compiler is done when so many orders were taken, or it never gets the time
            var round = Load.run(10, n -> clerk(product, n, wish.first()));
            product.settle();
            taken += round.times().length;
            Bench.say("warming up  %,6.0f/s", round.perSecond());
        }
    }

    private void measure(Product product) throws Exception {
        var http = Load.Times.none();
        var limit = Load.Times.none();
        double cpu = 0;
        double database = 0;
        double plainCpu = 0;
        try (var plain = new Plain(product)) {
            Load.run(3, plain::worker);
            for (int i = 0; i < ROUNDS; i++) {
                double cpuBefore = product.cpu();
                double databaseBefore = product.databaseCpu();
                var full = Load.run(wish.seconds(), n -> clerk(product, n, wish.first()));
                product.settle();
                cpu += product.cpu() - cpuBefore;
                database += product.databaseCpu() - databaseBefore;
                http = http.and(full);
                databaseBefore = product.databaseCpu();
                var alone = Load.run(wish.seconds(), plain::worker);
                plainCpu += product.databaseCpu() - databaseBefore;
                limit = limit.and(alone);
                Bench.say("round %d     %,6.0f/s   plain JDBC %,6.0f/s", i + 1, full.perSecond(), alone.perSecond());
            }
        }
        var half = Load.run(wish.seconds(), http.perSecond() / 2, n -> clerk(product, n, wish.first()));
        report(http, limit, half, cpu, database, plainCpu);
    }

    private void report(Load.Times http, Load.Times limit, Load.Times half, double cpu, double database, double plainCpu) {
        int orders = http.times().length;
        Bench.say("");
        Bench.say("intake      %,.0f orders/s: %.2f of plain JDBC's %,.0f (goal 0.33)", http.perSecond(), http.perSecond() / limit.perSecond(), limit.perSecond());
        Bench.say("            %.2f CPU-ms an order, %.2f of it the database (goal 0.8); plain JDBC costs the database %.2f",
                cpu / orders * 1000, database / orders * 1000, plainCpu / limit.times().length * 1000);
        Bench.say("            full load p50 %.1f ms, p99 %.1f ms; half load p50 %.1f ms, p99 %.1f ms (goal 25)",
                http.ms(0.5), http.ms(0.99), half.ms(0.5), half.ms(0.99));
        figures.put("per_second", http.perSecond()).put("limit_per_second", limit.perSecond()).put("ratio", http.perSecond() / limit.perSecond())
                .put("p50_ms", half.ms(0.5)).put("p99_ms", half.ms(0.99)).put("cpu_ms", cpu / orders * 1000)
                .put("database_cpu_ms", database / orders * 1000).put("limit_cpu_ms", plainCpu / limit.times().length * 1000)
                .put("full_p50_ms", http.ms(0.5)).put("full_p99_ms", http.ms(0.99))
                .put("orders", wish.orders());
    }

    /** One who takes calls: each time another citizen, another matter, another key. */
    private static Load.Worker clerk(Product product, int number, String first) throws Exception {
        var client = new Client(product.port).as("agent0" + (number + 1));
        var random = new Random();
        return new Load.Worker() {
            @Override
            public void work() throws Exception {
                var answer = client.post("/api/work-orders", request(random, first), UUID.randomUUID().toString());
                if (answer.status() != 201) {
                    throw new IllegalStateException(answer.toString());
                }
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    private static String request(Random random, String first) {
        int n = random.nextInt(1_000_000);
        return """
                {"channel":"hotline","category":"%s","area":"%s","address":"兴华路第%d号","title":"小区%d供暖温度不达标",\
                "body":"市民来电反映，小区%d近一周室内温度不足十六度，家中有老人和孩子，已多次联系物业未得到解决，希望有关部门尽快核实处理，并告知处理结果。\
                同楼多户情况相同，夜间尤其明显。同楼多户情况相同，夜间尤其明显。同楼多户情况相同，夜间尤其明显。同楼多户情况相同，夜间尤其明显。",\
                "requester":{"name":"王先生","phone":"199%08d","confidential":false}%s}""".formatted(
                CATEGORIES[n % CATEGORIES.length], AREAS[n % AREAS.length], n % 900, n, n, n,
                first.equals("answer") ? ",\"first\":{\"answer\":{\"answer\":\"您好，供暖温度应不低于18℃，请联系热力公司上门测温。\",\"template\":null}}" : "");
    }
}

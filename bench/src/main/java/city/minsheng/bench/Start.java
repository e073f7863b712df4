package city.minsheng.bench;

import java.nio.file.Path;
import java.util.Arrays;

/** Time, processor time and memory to the first page: of a folder that is there, the middle of five starts. */
final class Start {

    private static final int TIMES = 5;
    private final Path data;
    private final Figures figures;

    Start(Path data, Figures figures) {
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        double firstEver;
        try (var product = Product.start(data)) {
            firstEver = product.seconds;
        }
        Bench.say("the very first start, with an empty folder: %.2f s", firstEver);
        var seconds = new double[TIMES];
        var cpu = new double[TIMES];
        var memory = new double[TIMES];
        var database = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            try (var product = Product.start(data)) {
                seconds[i] = product.seconds;
                cpu[i] = product.cpu();
                memory[i] = product.memory();
                database[i] = product.databaseMemory();
                Bench.say("start %d  %.2f s  %.2f CPU-s  %.0f MB, database %.0f MB", i + 1, seconds[i], cpu[i], memory[i], database[i]);
            }
        }
        Bench.say("");
        Bench.say("start   %.2f s (goal 4 on a quiet machine), %.2f CPU-s (goal 3), %.0f MB (goal 350)", middle(seconds), middle(cpu), middle(memory));
        figures.put("seconds", middle(seconds)).put("memory_mb", middle(memory)).put("cpu_seconds", middle(cpu))
                .put("database_mb", middle(database)).put("first_seconds", firstEver);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}

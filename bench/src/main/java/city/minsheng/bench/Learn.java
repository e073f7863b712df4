package city.minsheng.bench;

import city.minsheng.textmining.triage.Learning;
import city.minsheng.textmining.triage.Triage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the nightly learning costs: invented orders in all the leaf categories of the sample city. */
final class Learn {

    private final Bench.Wish wish;
    private final Figures figures;

    Learn(Bench.Wish wish, Figures figures) {
        this.wish = wish;
        this.figures = figures;
    }

    void run() throws IOException {
        int orders = wish.number("--orders", 10_000);
        var samples = Invented.leaves(orders);
        System.gc();
        double before = resident();
        long start = System.nanoTime();
        var model = Learning.of(samples);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        Bench.say("%d orders in %d categories: %.1f s, of which %.1f s of one core (goal 60 s for 10000)", orders, model.labels().size(), seconds, cpu);
        figures.put("orders", orders).put("seconds", seconds).put("cpu_seconds", cpu).put("memory_mb", resident()).put("memory_before_mb", before)
                .put("model_mb", Triage.written(model).length / 1e6).put("categories", model.labels().size()).exact("macro_f1", model.quality().macroF1());
    }

    /** The most memory that the process has held so far. */
    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(Double.NaN);
    }
}

package city.minsheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Many calls, and what program and Asterisk keep in memory after them. */
final class Soak {

    private static final int CALLS = 20_000;
    private static final int LOOKS = 10;
    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Soak(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        int calls = wish.number("--calls", CALLS);
        int seats = wish.number("--seats", 100);
        double rate = wish.number("--rate", 40);
        int seatPort = Hall.freeUdp();
        var folder = Files.createDirectories(data.resolve("sipp"));
        var asterisk = new ArrayList<Double>();
        var program = new ArrayList<Double>();
        try (var seatsRinging = Sipp.seats(folder, seatPort, false); var hall = Hall.open(data, seats, seatPort, wish.is("--record"))) {
            for (int look = 0; look <= LOOKS; look++) {
                if (look > 0) {
                    try (var callers = Sipp.callers(folder, hall.sip, "12345", rate, calls / LOOKS, 1, false)) {
                        callers.await(Math.round(calls / LOOKS / rate) + 120);
                    }
                    Thread.sleep(1000);
                }
                asterisk.add(Product.memoryOf(hall.asterisk()));
                program.add(hall.product.memory());
                Bench.say("%6d calls  Asterisk %.0f MB  program %.0f MB  legs %d", look * calls / LOOKS, asterisk.getLast(), program.getLast(), hall.channels());
            }
            figures.put("calls", calls).put("hung", hall.channels()).put("asterisk_mb_first", asterisk.get(1)).put("asterisk_mb_last", asterisk.getLast())
                    .put("asterisk_kb_per_call", growth(asterisk, calls)).put("app_mb_first", program.get(1)).put("app_mb_last", program.getLast())
                    .put("app_kb_per_call", growth(program, calls)).put("alive", seatsRinging.isRunning() ? 1 : 0);
        }
    }

    /** Over the second half: what comes in the first belongs to getting warm. */
    private static double growth(ArrayList<Double> megabytes, int calls) {
        return (megabytes.getLast() - megabytes.get(LOOKS / 2)) * 1024 / (calls / 2.0);
    }
}

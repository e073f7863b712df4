package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Calls through program and Asterisk, and in the same run the same calls through Asterisk's own app_queue. */
final class Calls {

    private static final double BUSY = 0.75;
    private static final double SHORT = 1;
    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;
    private final int seats;
    private final double rate;
    private final double talk;
    private final boolean record;

    Calls(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
        this.seats = wish.number("--seats", 26);
        this.rate = Double.parseDouble(wish.text("--rate", "4"));
        this.record = wish.is("--record");
        this.talk = wish.is("--talk") ? Double.parseDouble(wish.text("--talk", "")) : Math.clamp(BUSY * seats / rate, 1, 5);
    }

    private record Round(Wire.Seen seen, int hung, double asteriskMs, double appMs, double databaseMs, double load) {

        int failed() {
            return Math.max(0, seen.offered() - seen.answered() - seen.shed());
        }
    }

    void run() throws Exception {
        int seatPort = Hall.freeUdp();
        var folder = Files.createDirectories(data.resolve("sipp"));
        try (var seatsRinging = Sipp.seats(folder, seatPort, record); var hall = Hall.open(data, seats, seatPort, record)) {
            Bench.say("%d seats ready, %.0f calls a second for %d s, each talks %.1f s%s", seats, rate, wish.seconds(), talk, record ? ", recorded" : "");
            warm(hall, folder);
            var ours = round(hall, folder, "12345", wish.seconds(), rate);
            tell("through program and Asterisk", ours);
            var plain = round(hall, folder, record ? "98" : "99", wish.seconds(), rate);
            tell("Asterisk's own app_queue", plain);
            put(ours);
            figures.object("app_queue", json(plain));
            figures.put("seats", seats).put("rate", rate).put("talk_seconds", talk).put("load1_middle", ours.load()).put("database_cpu_ms", ours.databaseMs());
            figures.put("asterisk_mb", Product.memoryOf(hall.asterisk())).put("app_mb", hall.product.memory());
            if (!seatsRinging.isRunning()) {
                throw new IOException("the seats have ended before their time: see " + folder);
            }
        }
    }

    /** A minute of short calls that nobody counts: whatever is done the first time is done then, and the program compiled. */
    private void warm(Hall hall, Path folder) throws Exception {
        int seconds = wish.number("--warm", 60);
        double often = Math.clamp(seats / 4.0, 1, 20);
        if (seconds > 0) {
            var warmed = round(hall, folder, "12345", seconds, often, SHORT);
            Bench.say("warm after %d calls", warmed.seen().offered());
            round(hall, folder, record ? "98" : "99", 3, often, SHORT);
        }
    }

    private Round round(Hall hall, Path folder, String to, int seconds, double rate) throws Exception {
        return round(hall, folder, to, seconds, rate, talk);
    }

    private Round round(Hall hall, Path folder, String to, int seconds, double rate, double talk) throws Exception {
        int calls = (int) Math.round(rate * seconds);
        double asterisk = Product.cpuOf(hall.asterisk());
        double app = hall.product.ownCpu();
        double database = hall.product.databaseCpu();
        try (var wire = new Wire(folder, hall.sip); var callers = Sipp.callers(folder, hall.sip, to, rate, calls, talk, record)) {
            Thread.sleep(seconds * 500L);
            double load = Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
            boolean everybodyWent = callers.await(seconds + 120);
            int hung = everybodyWent ? hung(hall) : Math.max(1, hung(hall));
            var seen = wire.seen();
            return new Round(seen, hung, (Product.cpuOf(hall.asterisk()) - asterisk) * 1000 / calls, (hall.product.ownCpu() - app) * 1000 / calls,
                    (hall.product.databaseCpu() - database) * 1000 / calls, load);
        }
    }

    /** Legs that are still there ten seconds after the last caller has gone. */
    private static int hung(Hall hall) throws IOException, InterruptedException {
        int channels = hall.channels();
        for (int i = 0; i < 50 && channels > 0; i++) {
            Thread.sleep(200);
            channels = hall.channels();
        }
        return channels;
    }

    private static void tell(String what, Round round) {
        Bench.say("%-30s offered %d  answered %d  shed %d  failed %d  hung %d  p50 %.1f ms  p99 %.1f ms  CPU of a call: Asterisk %.1f ms, program %.1f ms  load %.1f", what,
                round.seen().offered(), round.seen().answered(), round.seen().shed(), round.failed(), round.hung(), round.seen().percentile(0.5), round.seen().percentile(0.99),
                round.asteriskMs(), round.appMs(), round.load());
    }

    private void put(Round round) {
        figures.put("offered", round.seen().offered()).put("answered", round.seen().answered()).put("failed", round.failed())
                .put("shed", round.seen().shed()).put("hung", round.hung()).put("p50_ms", round.seen().percentile(0.5))
                .put("p99_ms", round.seen().percentile(0.99)).put("asterisk_cpu_ms", round.asteriskMs()).put("app_cpu_ms", round.appMs());
    }

    private static String json(Round round) {
        return String.format(Locale.ROOT, "{\"offered\":%d,\"answered\":%d,\"failed\":%d,\"hung\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"asterisk_cpu_ms\":%.2f,\"app_cpu_ms\":%.2f}",
                round.seen().offered(), round.seen().answered(), round.failed(), round.hung(), round.seen().percentile(0.5), round.seen().percentile(0.99), round.asteriskMs(), round.appMs())
                .replace("NaN", "null");
    }
}

package city.minsheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Measures the built product from outside. The last line of standard output is one JSON object. */
public final class Bench {

    private Bench() {}

    /** What was asked for on the command line. */
    record Wish(String bench, int orders, int seconds, String first, String data, boolean keep) {

        static Wish of(String[] words) {
            int orders = 20_000;
            int seconds = 10;
            var first = "";
            var data = "";
            boolean keep = false;
            for (int i = 1; i < words.length; i++) {
                switch (words[i]) {
                    case "--orders" -> orders = Math.max(20_000, Integer.parseInt(words[++i]));
                    case "--seconds" -> seconds = Integer.parseInt(words[++i]);
                    case "--first" -> first = words[++i];
                    case "--data" -> data = words[++i];
                    case "--keep" -> keep = true;
                    default -> throw new IllegalArgumentException("There is no option " + words[i] + ". bench/run --help lists them.");
                }
            }
            return new Wish(words[0], orders, seconds, first, data, keep);
        }
    }

    public static void main(String[] words) throws Exception {
        var figures = new Figures(words[0]);
        Wish wish;
        try {
            wish = Wish.of(words);
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            System.err.println(e instanceof IllegalArgumentException ? e.getMessage() : "The last option needs a value.");
            System.exit(2);
            return;
        }
        var data = wish.data().isEmpty() ? Files.createTempDirectory("minsheng-bench") : Files.createDirectory(Path.of(wish.data()));
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x")); // PostgreSQL runs as another user
        say("load %.2f, %d cores, data in %s", figures.load(), Runtime.getRuntime().availableProcessors(), data);
        try {
            switch (wish.bench()) {
                case "intake" -> new Intake(wish, data, figures).run();
                case "desk" -> new Desk(wish, data, figures).run();
                case "start" -> new Start(data, figures).run();
                default -> throw new IllegalArgumentException("There is no bench " + wish.bench());
            }
        } finally {
            if (!wish.keep()) {
                delete(data);
            }
        }
        System.out.println(figures);
        System.exit(0);
    }

    static void say(String words, Object... arguments) {
        System.out.printf(Locale.ROOT, words + "%n", arguments);
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

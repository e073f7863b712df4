package city.minsheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures the built product from outside. The last line of standard output is one JSON object. */
public final class Bench {

    private Bench() {}

    /**
     * One thing to measure.
     *
     * @param options the words it understands beside {@code --seconds}, {@code --data} and {@code --keep}
     * @param product needs the built product and a folder for it; else it calls plain functions, and {@code --data} is a file
     * @param again   goes on with a folder that an earlier one has filled and kept
     */
    private record Subject(Set<String> options, boolean product, boolean again, Run run) {

        Subject(Set<String> options, Run run) {
            this(options, true, false, run);
        }

        static Subject again(Set<String> options, Run run) {
            return new Subject(options, true, true, run);
        }

        static Subject ofTexts(Set<String> options, Run run) {
            return new Subject(options, false, false, run);
        }
    }

    private interface Run {
        void with(Wish wish, Path data, Figures figures) throws Exception;
    }

    private static final Map<String, Subject> SUBJECTS = Map.ofEntries(
            Map.entry("triage", Subject.ofTexts(Set.of("--folds", "--train", "--test"), (wish, data, figures) -> new Triaging(wish, figures).run())),
            Map.entry("learn", Subject.ofTexts(Set.of("--orders"), (wish, data, figures) -> new Learn(wish, figures).run())),
            Map.entry("hotspots", Subject.ofTexts(Set.of("--messages", "--events", "--pairs", "--out", "--folds"), (wish, data, figures) -> new Hotspots(wish, figures).run())),
            Map.entry("clocks", new Subject(Set.of("--running", "--due"), (wish, data, figures) -> new Clocks(wish, data, figures).run())),
            Map.entry("similar", new Subject(Set.of("--messages", "--events"), (wish, data, figures) -> new Similar(wish, data, figures).run())),
            Map.entry("search", Subject.again(Set.of("--orders", "--no-cost"), (wish, data, figures) -> new Sought(wish, data, figures).run())),
            Map.entry("intake", new Subject(Set.of("--orders", "--first"), (wish, data, figures) -> new Intake(wish, data, figures).run())),
            Map.entry("desk", new Subject(Set.of("--orders"), (wish, data, figures) -> new Desk(wish, data, figures).run())),
            Map.entry("calls", new Subject(Set.of("--seats", "--rate", "--talk", "--warm", "--record"), (wish, data, figures) -> new Calls(wish, data, figures).run())),
            Map.entry("soak-calls", new Subject(Set.of("--seats", "--rate", "--calls", "--record"), (wish, data, figures) -> new Soak(wish, data, figures).run())),
            Map.entry("start", new Subject(Set.of(), (wish, data, figures) -> new Start(data, figures).run())));

    /** What was asked for on the command line. */
    record Wish(String bench, Map<String, String> options) {

        private static final Set<String> FLAGS = Set.of("--keep", "--no-cost", "--record");
        private static final Set<String> ALWAYS = Set.of("--seconds", "--data", "--keep");

        static Wish of(String[] words, Set<String> known) {
            var options = new HashMap<String, String>();
            for (int i = 1; i < words.length; i++) {
                if (!known.contains(words[i]) && !ALWAYS.contains(words[i])) {
                    throw new IllegalArgumentException("There is no option " + words[i] + ". bench/run --help lists them.");
                }
                options.put(words[i], FLAGS.contains(words[i]) ? "" : words[++i]);
            }
            return new Wish(words[0], options);
        }

        boolean is(String option) {
            return options.containsKey(option);
        }

        String text(String option, String otherwise) {
            return options.getOrDefault(option, otherwise);
        }

        int number(String option, int otherwise) {
            return is(option) ? Integer.parseInt(options.get(option)) : otherwise;
        }

        int seconds() {
            return number("--seconds", 10);
        }

        int orders() {
            return Math.max(20_000, number("--orders", 20_000));
        }

        String first() {
            return text("--first", "");
        }
    }

    public static void main(String[] words) throws Exception {
        var subject = SUBJECTS.get(words[0]);
        var figures = new Figures(words[0]);
        Wish wish;
        try {
            wish = Wish.of(words, subject.options());
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            System.err.println(e instanceof IllegalArgumentException ? e.getMessage() : "The last option needs a value.");
            System.exit(2);
            return;
        }
        if (!subject.product()) {
            say("load %.2f, %d cores", figures.load(), Runtime.getRuntime().availableProcessors());
            subject.run().with(wish, Path.of(""), figures);
            System.out.println(figures);
            System.exit(0);
        }
        boolean found = wish.is("--data") && Files.isDirectory(Path.of(wish.text("--data", "")).resolve("city"));
        if (found && !subject.again()) {
            System.err.println("Only search goes on with a folder that is there.");
            System.exit(2);
        }
        var data = found ? Path.of(wish.text("--data", "")).toAbsolutePath()
                : wish.is("--data") ? Files.createDirectory(Path.of(wish.text("--data", ""))) : Files.createTempDirectory("minsheng-bench");
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x")); // PostgreSQL runs as another user
        say("load %.2f, %d cores, data in %s", figures.load(), Runtime.getRuntime().availableProcessors(), data);
        try {
            subject.run().with(wish, data, figures);
        } finally {
            if (!wish.is("--keep") && !found) { // what somebody filled before stays
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

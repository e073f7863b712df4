package city.minsheng.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** From the command line to a running program. The environment variables say the same as the options. */
public final class Launch {

    private static final String HELP = """
            民声 Minsheng: a 12345 government service hotline

              run                      start server, database and web on http://localhost:8080
                --database URL         a PostgreSQL of your own, without demo: jdbc:postgresql://host/db?user=…&password=…
                --city FOLDER          another city's files (default: the sample city, in demo mode)
                --no-demo              the sample city with passwords and without sample orders
                --telephone            a real telephone: Asterisk from Debian beside it (MINSHENG_TELEPHONY=asterisk)
                --port N               another port (MINSHENG_PORT)
                --data FOLDER          where everything lies that must survive (MINSHENG_DATA, default ./data)
                --test-clock TIME      go by a clock that stories may move, such as 2023-12-20T19:00:00+08:00
              run import FILE|FOLDER   requests from a CSV file, or a city's folder
              run replay FILE          messages with replies, played through their whole life at their own times
              run telephone WORD       the telephone beside it: start, stop, status, prompts, cli …
              run proof                recompute every order from its steps and check every promise
              run reindex              build the search index anew, while the server runs or not
              run --help               this page
            """;

    private Launch() {}

    public static void with(Class<?> house, String[] args) {
        var words = new ArrayList<>(List.of(args));
        if (words.contains("--help") || words.contains("help")) {
            System.out.print(HELP);
            return;
        }
        try {
            var settings = settings(words);
            var command = words.isEmpty() ? "start" : words.removeFirst();
            if (command.equals("start")) {
                serve(house, settings);
            } else {
                System.exit(once(house, settings, command, words));
            }
        } catch (UsageError e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | RuntimeException e) {
            System.err.println(plain(e));
            System.exit(1);
        }
    }

    private static void serve(Class<?> house, Map<String, Object> settings) throws IOException {
        if (!DataFolder.of((String) settings.get("minsheng.data")).lock()) {
            throw new UsageError("Minsheng is running already in the data folder " + settings.get("minsheng.data")
                    + ". Stop it first, or name another folder with --data.");
        }
        new SpringApplicationBuilder(house).run(above(settings));
    }

    private static int once(Class<?> house, Map<String, Object> settings, String name, List<String> words) {
        settings.put("minsheng.serving", "false");
        try (var context = new SpringApplicationBuilder(house).web(WebApplicationType.NONE).run(above(settings))) {
            var commands = context.getBeansOfType(Command.class).values();
            var command = commands.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(() ->
                    new UsageError("There is no command '" + name + "'. `run --help` lists them."));
            return command.run(words);
        }
    }

    /** What was said on the line counts for more than a variable of the same name, which Spring would read too. */
    private static String[] above(Map<String, Object> settings) {
        return settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new);
    }

    private static Map<String, Object> settings(List<String> words) {
        var settings = new HashMap<String, Object>();
        settings.put("minsheng.data", env("MINSHENG_DATA", "data"));
        settings.put("server.port", env("MINSHENG_PORT", "8080"));
        settings.put("minsheng.city-folder", env("MINSHENG_CITY", ""));
        settings.put("minsheng.database", env("MINSHENG_DATABASE", ""));
        settings.put("minsheng.demo", env("MINSHENG_DEMO", "true"));
        settings.put("minsheng.test-clock", env("MINSHENG_TEST_CLOCK", ""));
        settings.put("minsheng.serving", "true");
        var options = Map.of("--data", "minsheng.data", "--port", "server.port", "--city", "minsheng.city-folder",
                "--database", "minsheng.database", "--test-clock", "minsheng.test-clock");
        for (var word : List.copyOf(words)) {
            if (!word.startsWith("--")) {
                continue;
            }
            if (word.equals("--telephone")) {
                settings.put("minsheng.telephony", "asterisk");
                words.remove(word);
                continue;
            }
            if (word.equals("--no-demo")) {
                settings.put("minsheng.demo", "false");
                words.remove(word);
                continue;
            }
            var option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (!options.containsKey(option)) {
                throw new UsageError("There is no option " + option + ". `run --help` lists them.");
            }
            int at = words.indexOf(word);
            words.remove(at);
            if (word.contains("=")) {
                settings.put(options.get(option), word.substring(word.indexOf('=') + 1));
            } else if (at < words.size()) {
                settings.put(options.get(option), words.remove(at));
            } else {
                throw new UsageError(option + " needs a value.");
            }
        }
        if (!settings.get("minsheng.city-folder").equals("") || !settings.get("minsheng.database").equals("")) {
            settings.put("minsheng.demo", "false");
        }
        if (settings.get("minsheng.demo").equals("true")) {
            settings.put("server.address", "127.0.0.1"); // one click signs anybody in: never on a network
        }
        return settings;
    }

    private static String env(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The innermost cause that says something to a person, in one line. */
    private static String plain(Throwable error) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof java.net.BindException || String.valueOf(cause.getMessage()).contains("already in use")) {
            return "The port is taken by another program. Choose another one with --port N.";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** What was typed on the command line cannot be understood. */
    public static final class UsageError extends RuntimeException {
        public UsageError(String message) {
            super(message);
        }
    }
}

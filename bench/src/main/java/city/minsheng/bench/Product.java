package city.minsheng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, with its database, and what both have used of the processors. */
final class Product implements AutoCloseable {

    private static final double TICKS = 100; // USER_HZ, of every Linux
    private final Process process;
    private final Path data;
    final int port;
    /** From the start of the process to the first page, in seconds. */
    final double seconds;

    private Product(Process process, Path data, int port, double seconds) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.seconds = seconds;
    }

    static Product start(Path data, String... java) throws IOException, InterruptedException {
        return start(data, List.of(java), List.of(), Map.of());
    }

    /**
     * @param java        more for the virtual machine, such as {@code -Dname=value}
     * @param words       more for the command line of the program
     * @param environment more for its environment
     */
    static Product start(Path data, List<String> java, List<String> words, Map<String, String> environment) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = line(java);
        command.addAll(List.of("--data", data.resolve("city").toString(), "--port", "" + port));
        command.addAll(words);
        var log = Files.createTempFile(data, "server", ".log");
        long begun = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        double seconds = 0;
        while (seconds == 0 || !Files.readString(log).contains("/desk/")) { // pages are served before a new city is taken in; then it says where it is
            seconds = seconds == 0 && answers(port) ? (System.nanoTime() - begun) / 1e9 : seconds;
            if (!process.isAlive()) {
                throw new IOException("the server ended: " + Files.readString(log));
            }
            if (System.nanoTime() - begun > 180_000_000_000L) {
                process.destroy();
                throw new IOException("no page after three minutes: " + Files.readString(log));
            }
            Thread.sleep(10);
        }
        return new Product(process, data.resolve("city"), port, seconds);
    }

    /** Another node of the same city, on this one's database; with a data folder of its own that has the same keys. */
    Product beside() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(data.getParent(), "beside");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(folder.resolve("city/keys"));
        Files.copy(data.resolve("keys/contacts.key"), folder.resolve("city/keys/contacts.key"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        var url = "jdbc:postgresql://127.0.0.1:" + Files.readAllLines(postmaster()).get(3).strip() + "/postgres?user=minsheng&password="
                + Files.readString(data.resolve("pg.secret")).strip();
        return start(folder, List.of(), List.of("--database", url, "--no-demo"), Map.of());
    }

    /** As when the power fails. */
    void kill() {
        process.destroyForcibly();
    }

    private static List<String> line(List<String> java) {
        var command = new ArrayList<>(Arrays.asList(System.getenv("MINSHENG_COMMAND").strip().split("\\s+")));
        command.addAll(command.indexOf("-jar"), java);
        return command;
    }

    /** A word after {@code run}, beside the running server. */
    void command(String... words) throws IOException, InterruptedException {
        var command = line(List.of());
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of(words));
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0 && code != 3) { // 3: some rows could not be taken, the rest was
            throw new IOException(words[0] + " ended with " + code);
        }
    }

    /** Until the search index is whole and stands still: everything that was committed can be found. */
    void indexed() throws IOException, InterruptedException {
        try (var client = new Client(port).as("admin")) {
            var before = "";
            for (int still = 0; still < 3; Thread.sleep(1500)) {
                var now = client.get("/api/admin/search").body();
                still = now.equals(before) && now.contains("READY") ? still + 1 : 0;
                before = now;
            }
        }
    }

    /** The search index anew, of what was preloaded without a word to anybody. */
    void reindexed() throws IOException, InterruptedException {
        indexed();
        try (var client = new Client(port).as("admin")) {
            client.post("/api/admin/search/rebuild", "{}", "");
            while (!client.get("/api/admin/search").body().contains("BUILDING")) {
                Thread.sleep(200);
            }
            while (!client.get("/api/admin/search").body().contains("READY")) {
                Thread.sleep(500);
            }
        }
    }

    private static boolean answers(int port) {
        try (var client = new Client(port)) {
            return client.get("/").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Into the server's own database, as its owner, with the city's schema. */
    Connection database() throws IOException, SQLException {
        var settings = new Properties();
        settings.setProperty("user", "minsheng");
        settings.setProperty("password", Files.readString(data.resolve("pg.secret")).strip());
        settings.setProperty("currentSchema", "dingzhou");
        settings.setProperty("prepareThreshold", "3");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + Files.readAllLines(postmaster()).get(3).strip() + "/postgres", settings);
    }

    /** Adds orders to the database and brings its statistics up to date. */
    void preload(int orders) throws IOException, SQLException {
        long begun = System.nanoTime();
        try (var connection = database(); var statement = connection.createStatement()) {
            statement.execute("set bench.orders = '" + orders + "'");
            statement.execute(script());
            for (var table : List.of("requester", "work_order", "work_order_step", "clock", "assignment", "reply", "message", "outbox")) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("checkpoint");
        }
        Bench.say("preloaded %,d orders in %.1f s", orders, (System.nanoTime() - begun) / 1e9);
    }

    private static String script() throws IOException {
        try (InputStream in = Product.class.getResourceAsStream("/orders.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The jobs of the night and those that look for patterns stand still for a day: what they cost is measured by itself. */
    void restJobs() throws IOException, SQLException, InterruptedException {
        try (var connection = database(); var rest = connection.prepareStatement("update job set execution_time = now() + interval '1 day' where not picked and execution_time < now() + interval '12 hours'");
                var left = connection.prepareStatement("select exists (select 1 from job where execution_time < now() + interval '12 hours')")) {
            for (boolean more = true; more; Thread.sleep(200)) {
                rest.executeUpdate();
                try (var row = left.executeQuery()) {
                    row.next();
                    more = row.getBoolean(1);
                }
            }
        }
    }

    /** Until every event has been handed on: its work belongs to what was measured. */
    void settle() throws IOException, SQLException, InterruptedException {
        try (var connection = database(); var statement = connection.prepareStatement("select exists (select 1 from outbox where handled_at is null)")) {
            for (int i = 0; i < 1200; i++) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        Bench.say("events are still waiting after a minute");
    }

    /** Seconds of processor time of the server and of all processes of its database, the ended ones too. */
    double cpu() throws IOException {
        return ticks(process.pid(), false) / TICKS + databaseCpu();
    }

    /** Seconds of processor time of the server's threads of this name. */
    double threadCpu(String name) throws IOException {
        double sum = 0;
        try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (var thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).strip().equals(name)) {
                    sum += ticks(process.pid() + "/task/" + thread.getFileName(), false);
                }
            }
        }
        return sum / TICKS;
    }

    double databaseCpu() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip());
        double sum = ticks(postmaster, true);
        for (var child : children(postmaster)) {
            sum += ticks(child, false);
        }
        return sum / TICKS;
    }

    /** Seconds of processor time of any process. */
    static double cpuOf(long pid) throws IOException {
        return ticks(pid, false) / TICKS;
    }

    static double memoryOf(long pid) throws IOException {
        return pss(pid);
    }

    /** Without its database. */
    double ownCpu() throws IOException {
        return ticks(process.pid(), false) / TICKS;
    }

    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        return ticks(String.valueOf(pid), withEndedChildren);
    }

    private static long ticks(String pid, boolean withEndedChildren) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        } catch (IOException ended) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static List<Long> children(long pid) throws IOException {
        return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).map(ProcessHandle::pid).toList();
    }

    /** What the program takes of the memory that it shares with nobody, or its part of what is shared, in MB. */
    double memory() throws IOException {
        return pss(process.pid());
    }

    double databaseMemory() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip());
        double sum = pss(postmaster);
        for (var child : children(postmaster)) {
            sum += pss(child);
        }
        return sum;
    }

    private static double pss(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream().filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() / 1024.0;
    }

    private Path postmaster() {
        return data.resolve("pgdata/postmaster.pid");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the server does not stop");
        }
        for (int i = 0; i < 600 && Files.exists(postmaster()); i++) {
            Thread.sleep(50);
        }
    }
}

package city.minsheng.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL as a child process: unpacked once, initialised once, never run as root, fsync on.
 *
 * <p>It dies with this process, however that ends (pdeathsig), by a fast and clean shutdown. A command that finds one
 * running in the same folder (a proof beside the server) uses it and leaves it alone.
 */
public final class PgServer implements AutoCloseable {

    private static final String OWNER = "nobody";
    private final Path base;
    private final int port;
    private final List<String> unprivileged;
    private volatile @Nullable Process process;
    private volatile @Nullable String failure;

    private PgServer(Path base, int port, List<String> unprivileged) {
        this.base = base;
        this.port = port;
        this.unprivileged = unprivileged;
    }

    /** By the file that PostgreSQL has opened beside its port; over the port where the folder's name is too long for one. */
    public String url() {
        var file = base.resolve("pgdata/.s.PGSQL." + port).toAbsolutePath();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres" + (Files.exists(file) && SocketFile.fits(file)
                ? "?socketFactory=" + SocketFile.class.getName() + "&socketFactoryArg=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8) : "");
    }

    private String socketFolder() {
        var folder = base.resolve("pgdata").toAbsolutePath();
        boolean plain = !folder.toString().matches(".*[\",].*"); // it is a list to PostgreSQL
        return plain && SocketFile.fits(folder.resolve(".s.PGSQL.65535")) ? folder.toString() : "";
    }

    /** What a server left behind that was killed. */
    private static void sweep(Path data) throws IOException {
        try (var left = Files.newDirectoryStream(data, ".s.PGSQL.*")) {
            for (var file : left) {
                Files.delete(file);
            }
        }
    }

    public String password() throws IOException {
        return Files.readString(base.resolve("pg.secret")).strip();
    }

    /** The process id of the server started here; null when another process's server is used. */
    public @Nullable Long pid() {
        var running = process;
        return running == null ? null : running.pid();
    }

    public static PgServer start(DataFolder folder) throws IOException, InterruptedException {
        var base = folder.path();
        var running = runningPort(base.resolve("pgdata"));
        if (running > 0) {
            return new PgServer(base, running, List.of());
        }
        var unprivileged = withoutPrivileges(base);
        boolean giveAway = !unprivileged.isEmpty() && unprivileged.contains("--clear-groups");
        var home = unpack(base.resolve("pg-bin"));
        if (!Files.exists(base.resolve("pgdata/PG_VERSION"))) {
            initialise(base, home, unprivileged, giveAway);
        }
        var server = new PgServer(base, freePort(), unprivileged);
        server.launch(home);
        return server;
    }

    /** As root, PostgreSQL runs as another user; and always it gets a signal when the thread that started it is gone. */
    private static List<String> withoutPrivileges(Path base) throws IOException, InterruptedException {
        boolean root = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        boolean setpriv = run(null, "sh", "-c", "command -v setpriv") == 0;
        if (!root) {
            return setpriv ? List.of("setpriv", "--pdeathsig=INT") : List.of();
        }
        var as = List.of("setpriv", "--reuid=" + OWNER, "--regid=" + groupOf(OWNER), "--clear-groups");
        if (setpriv && run(null, with(as, "test", "-x", base.toString())) == 0) {
            return List.of(with(as, "--no-new-privs", "--inh-caps=-all", "--pdeathsig=INT"));
        }
        if (run(null, "unshare", "-U", "true") == 0) {
            return List.of("unshare", "-U"); // inside, PostgreSQL sees user 65534; outside, files stay root's
        }
        throw new IOException("running as root, and user '" + OWNER + "' cannot enter " + base
                + ": start as an ordinary user, or put the data folder where others may enter, such as /var/lib/minsheng");
    }

    private static void initialise(Path base, Path home, List<String> unprivileged, boolean giveAway)
            throws IOException, InterruptedException {
        var fresh = base.resolve("pgdata.init");
        deleteTree(fresh);
        Files.createDirectory(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var secret = base.resolve("pg.secret");
        if (!Files.exists(secret)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            DataFolder.writeSecret(secret, HexFormat.of().formatHex(bytes));
        }
        var password = base.resolve("pg.pw");
        Files.deleteIfExists(password);
        DataFolder.writeSecret(password, Files.readString(secret));
        if (giveAway) {
            give(fresh);
            give(password);
        }
        var log = base.resolve("initdb.log");
        int result = run(log, with(unprivileged, home.resolve("bin/initdb").toString(), "-D", fresh.toString(),
                "-U", "minsheng", "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8",
                "-A", "scram-sha-256", "--pwfile=" + password, "--data-checksums"));
        Files.delete(password);
        if (result != 0) {
            throw new IOException("initdb failed: " + Files.readString(log));
        }
        Files.move(fresh, base.resolve("pgdata"), StandardCopyOption.ATOMIC_MOVE); // a killed initdb leaves no half cluster
    }

    private void launch(Path home) throws IOException, InterruptedException {
        var data = base.resolve("pgdata");
        sweep(data);
        // pdeathsig fires when the *thread* that forked dies: so one that lives as long as the program
        Thread.ofPlatform().daemon().name("postgres").start(() -> supervise(home));
        for (int i = 0; i < 6000; i++) {
            if (failure != null) {
                throw new IOException("PostgreSQL could not start: " + failure + "; see " + base.resolve("postgres.log"));
            }
            var running = process;
            if (running != null && isReady(data, running.pid())) {
                return;
            }
            Thread.sleep(10);
        }
        throw new IOException("PostgreSQL was not ready after a minute; see " + base.resolve("postgres.log"));
    }

    private void supervise(Path home) {
        try {
            var started = new ProcessBuilder(with(unprivileged, home.resolve("bin/postgres").toString(),
                    "-D", base.resolve("pgdata").toString(), "-p", "" + port,
                    "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + socketFolder(), "-c", "unix_socket_permissions=0700",
                    "-c", "shared_buffers=" + System.getProperty("minsheng.postgres.buffers", "128MB"),
                    "-c", "max_connections=100", "-c", "max_wal_size=2GB", "-c", "wal_compression=pglz",
                    "-c", "log_timezone=UTC", "-c", "timezone=UTC", "-c", "jit=off", "-c", "log_checkpoints=off"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(base.resolve("postgres.log").toFile()))
                    .start();
            process = started;
            failure = "it ended with " + started.waitFor();
        } catch (IOException | InterruptedException e) {
            failure = e.getMessage();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything committed is kept. */
    @Override
    public void close() throws IOException, InterruptedException {
        var running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        run(null, "kill", "-INT", "" + running.pid());
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            run(null, "kill", "-QUIT", "" + running.pid());
        }
    }

    private static int runningPort(Path data) throws IOException {
        var lines = pidFile(data);
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) {
            return 0;
        }
        boolean alive = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).map(ProcessHandle::isAlive).orElse(false);
        return alive ? Integer.parseInt(lines.get(3).strip()) : 0;
    }

    private static boolean isReady(Path data, long pid) throws IOException {
        var lines = pidFile(data);
        return lines.size() >= 8 && lines.get(7).strip().equals("ready") && lines.get(0).strip().equals("" + pid);
    }

    private static List<String> pidFile(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path unpack(Path folder) throws IOException {
        var name = "/postgres-linux-" + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
        byte[] archive;
        try (var in = PgServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no PostgreSQL is built in for this machine; give one with --database URL");
            }
            archive = in.readAllBytes();
        }
        var home = folder.resolve(digest(archive));
        if (Files.exists(home)) {
            return home;
        }
        var fresh = folder.resolve("unpacking");
        deleteTree(fresh);
        Files.createDirectories(fresh);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                unpack(tar, entry, fresh);
            }
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        var file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make executable: " + file);
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 16);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String groupOf(String user) throws IOException {
        var id = new ProcessBuilder("id", "-g", user).start();
        return new String(id.getInputStream().readAllBytes()).strip();
    }

    private static void give(Path path) throws IOException {
        Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER));
    }

    private static String[] with(List<String> before, String... command) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }

    private static int run(@Nullable Path log, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (IOException missing) {
            return 127;
        }
    }

    static void deleteTree(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

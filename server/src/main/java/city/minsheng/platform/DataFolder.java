package city.minsheng.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one folder in which everything lies that must survive: database, keys, uploads. */
public record DataFolder(Path path) {

    public static DataFolder of(String path) {
        try {
            return new DataFolder(Files.createDirectories(Path.of(path).toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be made", e);
        }
    }

    /** Held as long as the program runs: a channel that nobody refers to is closed, and its lock with it. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    /** Holds the folder for this process alone; the system lets go of it however the process ends. */
    public boolean lock() throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            boolean held = channel.tryLock() != null;
            HELD.add(channel);
            return held;
        } catch (OverlappingFileLockException ourselves) {
            channel.close();
            return false;
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a secret that only the owner can read, from its first byte on. */
    static void writeSecret(Path file, String secret) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, owner);
        Files.writeString(file, secret);
    }
}

package city.minsheng.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The one folder in which everything lies that must survive: database, keys, uploads. */
public record DataFolder(Path path) {

    public static DataFolder of(String path) {
        try {
            return new DataFolder(Files.createDirectories(Path.of(path).toAbsolutePath().normalize()));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + path + " cannot be made", e);
        }
    }

    /** Holds the folder for this process alone; the system lets go of it however the process ends. */
    public boolean lock() throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.tryLock() != null;
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

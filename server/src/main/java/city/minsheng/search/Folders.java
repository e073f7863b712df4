package city.minsheng.search;

import city.minsheng.platform.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where this node's indexes lie: the whole one that is in use, beside it the one that is being built. Each has a number. */
@Component
class Folders {

    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);
    private static final String STAMP = "stamp";
    private static final String PROGRESS = "progress";
    private final AtomicReference<String> known = new AtomicReference<>("");
    private final DataFolder data;
    private final JdbcClient jdbc;

    Folders(DataFolder data, JdbcClient jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    /** How it was cut and by which Lucene: another stamp is another index. */
    private static String stamp() {
        return Grams.VERSION + "/" + Version.LATEST.major;
    }

    Map<String, String> stamped(Place place) {
        var words = new HashMap<>(place.words());
        words.put(STAMP, stamp());
        return words;
    }

    /** Which schema of which database; one that was made anew is another. */
    String database() {
        return known.updateAndGet(before -> before.isEmpty()
                ? jdbc.sql("select current_schema() || '/' || current_schema()::regnamespace::oid").query(String.class).single() : before);
    }

    /** For whoever looks into the folder from outside. */
    void tell(Building building) {
        try {
            Files.writeString(place().resolve(PROGRESS), building.toString());
        } catch (IOException e) {
            LOG.warn("search: cannot tell how far the new index is: {}", e.toString());
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(place().resolve(PROGRESS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String told() {
        try {
            return Files.readString(place().resolve(PROGRESS));
        } catch (IOException nothing) {
            return "";
        }
    }

    /** The newest index that is whole and of today's stamp; everything else is thrown away. */
    Optional<Index> open() {
        Index found = null;
        for (var folder : numbered()) {
            found = found == null ? whole(folder) : found;
            if (found == null || !found.folder().equals(folder)) {
                discard(folder);
            }
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Index whole(Path folder) {
        try {
            var index = Index.open(folder);
            if (stamp().equals(index.committed().get(STAMP))) {
                return index;
            }
            index.close();
        } catch (LockObtainFailedException another) {
            throw new UncheckedIOException(another);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("search: the index in {} cannot be read and is built anew: {}", folder, e.toString());
        }
        return null;
    }

    Index make() {
        try {
            var newest = numbered().stream().findFirst().map(Folders::number).orElse(0);
            return Index.open(place().resolve("" + (newest + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard(Index index) {
        try {
            index.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        discard(index.folder());
    }

    private static void discard(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest first. */
    private List<Path> numbered() {
        try (var folders = Files.list(place())) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingInt(Folders::number).reversed()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }

    /** Each city of a database has its own. */
    private Path place() {
        return data.folder("search/" + database().replaceAll("/.*", ""));
    }
}

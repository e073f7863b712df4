package city.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in docs/ that are drawn from the code: a test draws, this compares, {@code -Dupdate=true} writes. */
public final class Kept {

    private Kept() {}

    public static void same(String file, String drawn) {
        var path = Path.of("..", "docs", file);
        try {
            if (Boolean.getBoolean("update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, drawn);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as("docs/%s is drawn from the code; where the change is meant, run this test with -Dupdate=true", file)
                    .isEqualTo(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

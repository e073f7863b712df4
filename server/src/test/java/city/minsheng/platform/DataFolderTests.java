package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The data folder")
class DataFolderTests {

    /** A second program: says whether it could have the folder, and waits to be ended. */
    static final class Other {
        private Other() {}

        public static void main(String[] folder) throws IOException {
            System.out.println(DataFolder.of(folder[0]).lock());
            System.in.read();
        }
    }

    private static Process other(Path folder) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Other.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process process) throws IOException {
        return new java.io.BufferedReader(new java.io.InputStreamReader(process.getInputStream())).readLine();
    }

    @Test
    void isHeldByOneProgramAndFreeAgainHoweverThatEnds(@TempDir Path folder) throws Exception {
        var first = other(folder);
        assertThat(firstLine(first)).isEqualTo("true");

        var second = other(folder);
        assertThat(firstLine(second)).isEqualTo("false");
        second.destroyForcibly();

        first.destroyForcibly(); // kill -9
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var third = other(folder);
        assertThat(firstLine(third)).isEqualTo("true");
        third.destroyForcibly();
    }

    @Test
    void refusesASecondStartInWords(@TempDir Path folder) throws Exception {
        var first = other(folder);
        assertThat(firstLine(first)).isEqualTo("true");
        var started = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                "city.minsheng.Minsheng", "--data", folder.toString(), "--port", "0").redirectErrorStream(true).start();

        var said = new String(started.getInputStream().readAllBytes());

        assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(started.exitValue()).isEqualTo(2);
        assertThat(said).contains("running already", folder.toString()).doesNotContain("\tat ");
        first.destroyForcibly();
    }

    @Test
    void keepsItsKeysForTheOwnerAlone(@TempDir Path folder) throws IOException {
        var data = DataFolder.of(folder.toString());
        var sealed = Secrets.in(data).seal("13800138000");

        var key = folder.resolve("keys/contacts.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(Secrets.in(data).open(sealed)).isEqualTo("13800138000"); // the same key at the next start
        assertThat(sealed).isNotEqualTo(Secrets.in(data).seal("13800138000")); // a fresh nonce for each value
    }

    @Test
    void noticesAValueThatWasChangedAndAnotherKey(@TempDir Path folder, @TempDir Path another) throws IOException {
        var secrets = Secrets.in(DataFolder.of(folder.toString()));
        var sealed = secrets.seal("13800138000");
        var changed = (sealed.charAt(20) == 'A' ? "B" : "A");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> secrets.open(sealed.substring(0, 20) + changed + sealed.substring(21)));
        var other = Secrets.in(DataFolder.of(another.toString()));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> other.open(sealed));
        assertThat(other.index("phone", "13800138000")).isNotEqualTo(secrets.index("phone", "13800138000"));
    }
}

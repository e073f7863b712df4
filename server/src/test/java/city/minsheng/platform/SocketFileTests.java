package city.minsheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.House;
import city.minsheng.HouseTest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@DisplayName("The file by which the embedded PostgreSQL is reached")
class SocketFileTests {

    private final JdbcClient jdbc;

    SocketFileTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void isTheWayOfTheProgram() {
        boolean fits = SocketFile.fits(Path.of(House.DATA).toAbsolutePath().resolve("pgdata/.s.PGSQL.65535"));

        assertThat(jdbc.sql("select inet_client_addr() is null").query(Boolean.class).single()).isEqualTo(fits);
    }

    @Test
    void carriesWhatIsLargerThanAPacket() {
        var text = "字".repeat(400_000);

        assertThat(jdbc.sql("select :text || 'end'").param("text", text).query(String.class).single()).isEqualTo(text + "end");
    }

    @Test
    void opensToNobodyWithoutThePassword() {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager.getConnection(House.database().url(), "minsheng", "wrong").close())
                .withMessageContaining("password");
    }

    @Test
    void isNotForAFolderWithTooLongAName() {
        assertThat(SocketFile.fits(Path.of("/var/lib/minsheng/pgdata/.s.PGSQL.5432"))).isTrue();
        assertThat(SocketFile.fits(Path.of("/" + "城".repeat(35)))).isTrue();
        assertThat(SocketFile.fits(Path.of("/" + "城".repeat(36)))).isFalse();
    }
}

package city.minsheng.desk;

import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 草稿: what somebody is typing, kept on the server at every pause, whatever becomes of browser, line or session. Sealed
 * like a contact: a caller's name and number stand in it.
 */
@Component
public class Drafts {

    public record Draft(String key, Instant at, String summary) {}

    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 200;
    private static final int SUMMARY = 80;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    public List<Draft> of(String username) {
        return jdbc.sql("select key, at, body from draft where username = :username order by at desc limit :most")
                .param("username", username).param("most", MOST)
                .query((row, n) -> new Draft(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), beginning(open(row.getString(3))))).list();
    }

    public Optional<String> find(String username, String key) {
        return jdbc.sql("select body from draft where username = :username and key = :key")
                .param("username", username).param("key", key).query(String.class).optional().map(this::open);
    }

    private String open(String sealed) {
        var body = sealed.isEmpty() ? "" : secrets.open(sealed);
        return body == null ? "" : body;
    }

    private static String beginning(String body) {
        return body.codePointCount(0, body.length()) <= SUMMARY ? body : body.substring(0, body.offsetByCodePoints(0, SUMMARY));
    }

    public void keep(String username, String key, String body) {
        new Invalid.Check().that(key.length() <= 120, "/key", "too-long", 120).done();
        if (body.length() > LARGEST) {
            throw new Refusal("body-too-large", LARGEST / 1024);
        }
        jdbc.sql("""
                        insert into draft (username, key, body, at) values (:username, :key, :body, :at)
                        on conflict (username, key) do update set body = excluded.body, at = excluded.at
                        """)
                .param("username", username).param("key", key).param("body", body.isBlank() ? "" : secrets.seal(body)).param("at", Time.sql(clock.instant())).update();
    }

    public void forget(String username, String key) {
        jdbc.sql("delete from draft where username = :username and key = :key").param("username", username).param("key", key).update();
    }
}

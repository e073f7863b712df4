package city.minsheng.directory;

import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Sessions: a row in the database and a random token with the browser. No serialised objects; a node asks the database
 * again after {@link #TRUSTED}, so signing out holds everywhere within that time.
 */
@Component
public class SignIns {

    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofHours(9); // a shift and its handover
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Cache<String, Actor> trusted = Caffeine.newBuilder().expireAfterWrite(TRUSTED).maximumSize(20_000).build();
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    SignIns(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** @return the token for the browser. @throws Refusal {@code wrong-password} or {@code locked} */
    public String signIn(@Nullable String username, @Nullable String password) {
        if (username == null || password == null) {
            throw new Refusal("wrong-password");
        }
        var found = people.find(username);
        var hash = found.map(Person::passwordHash).orElse(null);
        if (hash == null) {
            encoder.encode(password); // an unknown name takes as long as a known one
            throw new Refusal("wrong-password");
        }
        var person = found.orElseThrow();
        var now = clock.instant();
        if (!people.mayTry(username, FAILURES, now, now.plus(LOCKED))) {
            throw new Refusal("locked", LOCKED.toMinutes());
        }
        if (!encoder.matches(password, hash)) {
            throw new Refusal("wrong-password");
        }
        return open(person);
    }

    /** Signs somebody in whose identity is known already: demo mode's one click. */
    public String open(Person person) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        jdbc.sql("insert into sign_in (token_digest, username, started_at, seen_at) values (:digest, :username, :now, :now)")
                .param("digest", digest(token)).param("username", person.username()).param("now", Time.sql(now)).update();
        people.signedIn(person.username(), now);
        return token;
    }

    public Optional<Actor> find(String token) {
        var digest = digest(token);
        var known = trusted.getIfPresent(digest);
        if (known != null) {
            return Optional.of(known);
        }
        var actor = read(digest);
        actor.ifPresent(who -> trusted.put(digest, who));
        return actor;
    }

    private record Row(String username, Instant startedAt, Instant seenAt) {}

    private Optional<Actor> read(String digest) {
        var now = clock.instant();
        var row = jdbc.sql("select username, started_at, seen_at from sign_in where token_digest = :digest")
                .param("digest", digest)
                .query((r, n) -> new Row(r.getString(1), r.getObject(2, OffsetDateTime.class).toInstant(),
                        r.getObject(3, OffsetDateTime.class).toInstant()))
                .optional()
                .filter(r -> r.seenAt().plus(IDLE).isAfter(now) && r.startedAt().plus(LONGEST).isAfter(now));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.get().seenAt().plusSeconds(60).isBefore(now)) {
            jdbc.sql("update sign_in set seen_at = :now where token_digest = :digest")
                    .param("now", Time.sql(now)).param("digest", digest).update();
        }
        return people.find(row.get().username())
                .map(person -> person.mustChangePassword() ? people.actor(person).withoutRoles() : people.actor(person));
    }

    public void end(String token) {
        var digest = digest(token);
        jdbc.sql("delete from sign_in where token_digest = :digest").param("digest", digest).update();
        trusted.invalidate(digest);
    }

    /** Changes the own password; every other session of the person ends. */
    public void changePassword(String username, @Nullable String old, @Nullable String fresh, String token) {
        var person = people.get(username);
        if (person.passwordHash() != null && (old == null || !encoder.matches(old, person.passwordHash()))) {
            throw new Refusal("wrong-password");
        }
        if (fresh == null || fresh.length() < 10 || fresh.equals(old) || fresh.contains(username)) {
            throw new Refusal("weak-password", 10);
        }
        people.setPassword(username, encoder.encode(fresh), false);
        endAll(username, digest(token));
    }

    /** @return a password that is good for one sign-in, after which another must be chosen */
    public String resetPassword(String username) {
        var letters = "23456789abcdefghjkmnpqrstuvwxyz";
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
        }
        people.setPassword(people.get(username).username(), encoder.encode(password), true);
        endAll(username, "");
        return password.toString();
    }

    private void endAll(String username, String butFor) {
        jdbc.sql("delete from sign_in where username = :username and token_digest <> :keep")
                .param("username", username).param("keep", butFor).update();
        trusted.invalidateAll();
    }

    /** Deletes what nobody can use any more. */
    public int forgetOld() {
        return jdbc.sql("delete from sign_in where seen_at < :before")
                .param("before", Time.sql(clock.instant().minus(LONGEST))).update();
    }

    private static String digest(String token) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

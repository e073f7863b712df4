package city.minsheng.directory;

import city.minsheng.platform.NotFound;
import city.minsheng.platform.Secrets;
import city.minsheng.platform.Time;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL on the table person. */
@Repository
public class People {

    private static final String COLUMNS = """
            select username, name, english, department, roles, staff_group, password_hash, must_change_password,
                   failures, locked_until, last_sign_in_at
              from person
            """;
    private final Cache<String, String> names = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(10_000).build();
    private final JdbcClient jdbc;
    private final Departments departments;
    private final Secrets secrets;

    People(JdbcClient jdbc, Departments departments, Secrets secrets) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.secrets = secrets;
    }

    public Optional<Person> find(String username) {
        return jdbc.sql(COLUMNS + " where username = :username and left_on is null").param("username", username)
                .query(People::read).optional();
    }

    /** What a name in a timeline is: one look for each minute, not one for each step. Null: nobody who works here. */
    public @Nullable String nameOf(String username) {
        return names.get(username, known -> find(known).map(Person::name).orElse(null));
    }

    /** 本人电话, in clear: only for the switch that calls it. */
    public @Nullable String phoneOf(String username) {
        return jdbc.sql("select phone from person where username = :username and left_on is null").param("username", username)
                .query((row, n) -> secrets.open(row.getString(1))).optional().orElse(null);
    }

    public Person get(String username) {
        return find(username).orElseThrow(() -> new NotFound("person", username));
    }

    public List<Person> all() {
        return jdbc.sql(COLUMNS + " where left_on is null order by position").query(People::read).list();
    }

    /** Those of a department who hold one of the roles: whom to tell. */
    public List<Person> of(String department) {
        return jdbc.sql(COLUMNS + " where department = :department and left_on is null order by position")
                .param("department", department).query(People::read).list();
    }

    public Actor actor(Person person) {
        return new Actor(person.username(), person.name(), person.english(), new LinkedHashSet<>(person.roles()),
                person.department(), departments.scopeOf(person.department()));
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) = 0 from person").query(Boolean.class).single();
    }

    void signedIn(String username, Instant at) {
        jdbc.sql("update person set failures = 0, locked_until = null, last_sign_in_at = :at where username = :username")
                .param("at", Time.sql(at)).param("username", username).update();
    }

    /**
     * Takes one of the tries that are left, before the password is looked at and in one statement: parallel tries cannot
     * outrun it. After a lock has run out, counting begins anew.
     *
     * @return false where none is left
     */
    boolean mayTry(String username, int allowed, Instant now, Instant lockUntil) {
        return jdbc.sql("""
                        update person
                           set failures = case when locked_until is null then failures + 1 else 1 end,
                               locked_until = case when locked_until is null and failures + 1 >= :allowed then :until end
                         where username = :username and (locked_until is null or locked_until <= :now)
                        """)
                .param("allowed", allowed).param("until", Time.sql(lockUntil)).param("now", Time.sql(now))
                .param("username", username).update() == 1;
    }

    void setPassword(String username, String hash, boolean mustChange) {
        jdbc.sql("""
                        update person
                           set password_hash = :hash, must_change_password = :must, failures = 0, locked_until = null
                         where username = :username
                        """)
                .param("hash", hash).param("must", mustChange).param("username", username).update();
    }

    void unlock(String username) {
        jdbc.sql("update person set failures = 0, locked_until = null where username = :username")
                .param("username", username).update();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(row.getString("username"), row.getString("name"), row.getString("english"),
                row.getString("department"), roles(row.getArray("roles")), row.getString("staff_group"),
                row.getString("password_hash"), row.getBoolean("must_change_password"), row.getInt("failures"),
                instant(row, "locked_until"), instant(row, "last_sign_in_at"));
    }

    private static List<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

package city.minsheng.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seats of the hall, who usually sits where, and who leads which group. */
@Component
public class Seats {

    /** @param kind GENERAL or EXPERT */
    public record Seat(String number, String kind, @Nullable String skill, String english) {}

    public record Group(String code, String name, String english, @Nullable String lead) {}

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their numbers. */
    public List<Seat> all() {
        return jdbc.sql("select number, kind, skill, english from seat order by length(number), number")
                .query((row, n) -> new Seat(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
    }

    public Optional<String> usualOf(String username) {
        return jdbc.sql("select seat from person where username = :username and seat is not null").param("username", username).query(String.class).optional();
    }

    public List<Group> groups() {
        return jdbc.sql("select code, name, english, lead from staff_group order by code")
                .query((row, n) -> new Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
    }
}

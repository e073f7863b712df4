package city.minsheng.desk;

import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Json;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A list's filters under a name of one's own. */
@Component
public class SavedViews {

    public record SavedView(UUID id, String name, Map<String, Object> query) {}

    private static final int MOST = 30;
    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<SavedView> of(String username) {
        return jdbc.sql("select id, name, query from saved_view where username = :username order by name").param("username", username)
                .query((row, n) -> new SavedView(row.getObject(1, UUID.class), row.getString(2), Json.map(row.getString(3)))).list();
    }

    public SavedView save(String username, String name, Map<String, Object> query) {
        new Invalid.Check().given(name, "/name").atMost(name, 40, "/name")
                .that(of(username).size() < MOST, "/name", "too-many-views", MOST).done();
        var view = new SavedView(Ids.next(clock.instant()), name.strip(), query);
        jdbc.sql("insert into saved_view (id, username, name, query, at) values (:id, :username, :name, :query, :at)")
                .param("id", view.id()).param("username", username).param("name", view.name())
                .param("query", Json.column(query)).param("at", Time.sql(clock.instant())).update();
        return view;
    }

    public void delete(String username, UUID id) {
        if (jdbc.sql("delete from saved_view where id = :id and username = :username").param("id", id).param("username", username).update() == 0) {
            throw new NotFound("view", id);
        }
    }
}

package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.platform.DataFolder;
import city.minsheng.platform.Ids;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 佐证照片 of tasks: taken by the department that has the task, seen by whoever sees the task. */
@Service
public class Photos {

    public record Photo(UUID id, UUID task, String name, String type, long size, String by, Instant at) {}

    public record Content(Photo photo, Path file) {}

    private static final int MOST = 12;
    private static final String COLUMNS = "select id, task, name, type, size, by, at from campaign_photo";
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final DataFolder data;
    private final Clock clock;

    Photos(JdbcClient jdbc, Tasks tasks, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.data = data;
        this.clock = clock;
    }

    @Transactional
    public Photo add(UUID id, String name, byte[] bytes, Actor actor) {
        var task = tasks.get(id, actor);
        if (!actor.scope().contains(task.department()) || !actor.seesDepartments()) {
            throw new NotYours("wrong-role-here");
        }
        if (of(List.of(id)).getOrDefault(id, List.of()).size() >= MOST) {
            throw new Refusal("too-many-files", MOST);
        }
        var upload = Upload.photo(name, bytes);
        var now = clock.instant();
        var photo = new Photo(Ids.next(now), id, upload.name(), upload.type(), upload.bytes().length, actor.username(), now);
        write(file(photo.id()), upload.bytes());
        jdbc.sql("insert into campaign_photo (id, task, name, type, size, digest, by, at) values (:id, :task, :name, :type, :size, :digest, :by, :at)")
                .param("id", photo.id()).param("task", id).param("name", photo.name()).param("type", photo.type()).param("size", photo.size())
                .param("digest", upload.digest()).param("by", photo.by()).param("at", Time.sql(now)).update();
        return photo;
    }

    public Content content(UUID id, Actor actor) {
        var photo = jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Photos::read).optional().orElseThrow(() -> new NotFound("photo", id));
        tasks.get(photo.task(), actor);
        return new Content(photo, file(id));
    }

    Map<UUID, List<Photo>> of(List<UUID> tasks) {
        return jdbc.sql(COLUMNS + " where task = any(:tasks) order by at").param("tasks", tasks.toArray(UUID[]::new)).query(Photos::read).list().stream()
                .collect(Collectors.groupingBy(Photo::task));
    }

    List<Task> shown(List<Task> some) {
        var photos = of(some.stream().map(Task::id).toList());
        return some.stream().map(task -> task.with(photos.getOrDefault(task.id(), List.of()))).toList();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        var name = id.toString();
        return data.folder("attachments").resolve(name.substring(0, 8)).resolve(name);
    }

    private static Photo read(ResultSet row, int n) throws SQLException {
        return new Photo(row.getObject("id", UUID.class), row.getObject("task", UUID.class), row.getString("name"), row.getString("type"), row.getLong("size"),
                row.getString("by"), Campaigns.instant(row, "at"));
    }
}

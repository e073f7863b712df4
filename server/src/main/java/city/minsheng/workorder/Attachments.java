package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.DataFolder;
import city.minsheng.platform.Ids;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 附件: photos and papers. What a file is, its content says; a photo is written anew, so that place and time in it are gone. */
@Service
public class Attachments {

    /** @param isPublic whether the citizen may see it */
    public record Attachment(UUID id, String name, String type, long size, boolean isPublic, String by, Instant at) {}

    public record Content(Attachment attachment, Path file) {}

    private static final int MOST = 20;
    private final JdbcClient jdbc;
    private final WorkOrders orders;
    private final Veils veils;
    private final DataFolder data;
    private final Clock clock;

    Attachments(JdbcClient jdbc, WorkOrders orders, Veils veils, DataFolder data, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.veils = veils;
        this.data = data;
        this.clock = clock;
    }

    @Transactional
    public Attachment add(UUID order, String name, byte[] bytes, boolean isPublic, Actor actor) {
        orders.lock(order, actor);
        if (!takesPart(actor) && !actor.is(Role.REQUESTER)) {
            throw new NotYours("wrong-role-here");
        }
        if (of(order).size() >= MOST) {
            throw new Refusal("too-many-files", MOST);
        }
        var upload = Upload.of(name, bytes);
        var now = clock.instant();
        var attachment = new Attachment(Ids.next(now), upload.name(), upload.type(), upload.bytes().length, isPublic, actor.username(), now);
        write(attachment, upload.bytes());
        insert(order, attachment, upload.digest());
        return attachment;
    }

    /** Always handed out as a download, never shown by the browser as a page of ours. */
    public Content content(UUID id, Actor actor) {
        record Found(UUID order, Attachment attachment) {}
        var found = jdbc.sql("select order_id, id, name, type, size, public, by, at from attachment where id = :id").param("id", id)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), read(row))).optional()
                .orElseThrow(() -> new NotFound("attachment", id));
        var order = orders.get(found.order(), actor);
        return shown(List.of(found.attachment()), order, actor).stream().findFirst().map(one -> new Content(one, file(id)))
                .orElseThrow(() -> new NotFound("attachment", id));
    }

    private static boolean takesPart(Actor actor) {
        return actor.seesWholeCity() || actor.seesDepartments() || actor.isLastMile();
    }

    /** Figures need nobody's photo. Who must not know whose the order is sees photos, and of papers only the own ones: they bear names. */
    List<Attachment> shown(WorkOrder order, Actor actor) {
        return shown(of(order.id()), order, actor);
    }

    private List<Attachment> shown(List<Attachment> all, WorkOrder order, Actor actor) {
        if (!takesPart(actor)) {
            return List.of();
        }
        var veil = veils.of(order, actor);
        return veil == null ? all : all.stream().filter(one -> one.type().startsWith("image/") || one.by().equals(actor.username()))
                .map(one -> new Attachment(one.id(), veil.of(one.name()), one.type(), one.size(), one.isPublic(), one.by(), one.at())).toList();
    }

    public List<Attachment> of(UUID order) {
        return jdbc.sql("select order_id, id, name, type, size, public, by, at from attachment where order_id = :order order by at")
                .param("order", order).query((row, n) -> read(row)).list();
    }

    private static Attachment read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Attachment(row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getLong(5), row.getBoolean(6),
                row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant());
    }

    private void insert(UUID order, Attachment a, String digest) {
        jdbc.sql("""
                        insert into attachment (id, order_id, name, type, size, digest, public, by, at)
                        values (:id, :order, :name, :type, :size, :digest, :public, :by, :at)
                        """)
                .param("id", a.id()).param("order", order).param("name", a.name()).param("type", a.type()).param("size", a.size())
                .param("digest", digest).param("public", a.isPublic()).param("by", a.by()).param("at", Time.sql(a.at())).update();
    }

    private void write(Attachment attachment, byte[] bytes) {
        try {
            var file = file(attachment.id());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        var name = id.toString();
        return data.folder("attachments").resolve(name.substring(0, 8)).resolve(name);
    }
}
